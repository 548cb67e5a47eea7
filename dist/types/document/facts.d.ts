/** An entry of another file of the same list. */
export interface EntryElsewhere {
    readonly path: string;
    /** From 1. */
    readonly line: number;
    /** The `key` of its link. */
    readonly key: string;
    /** The text of its link. */
    readonly text: string;
    /** All that it says, without its bullet, blanks as one. */
    readonly words: string;
}
/** The files of the repository that a list lies in. */
export interface RepositoryFiles {
    /** The path of the list itself, from the root of the repository, with forward slashes. */
    readonly here: string;
    /** The paths of all files, from the root, with forward slashes; symbolic links and submodules are files here. */
    readonly paths: readonly string[];
}
/** What became of an address that was asked. `dead` is certain; whatever is not certain is `unsure`. */
export type LinkStatus = 'alive' | 'moved' | 'dead' | 'unsure' | 'skipped';
/** What is known of one address of the web. */
export interface LinkFact {
    readonly status: LinkStatus;
    /** Of HTTP, of the last answer. */
    readonly code?: number;
    /** Why it is not simply alive, in words without a final mark, backticks around literals. */
    readonly reason?: string;
    /** Of what has moved for good: where it is now, verified alive, with a fragment only if the way there names one. */
    readonly to?: string;
    /** Whether `to` is the same thing without doubt: a renamed repository, a page that moved on its own site. */
    readonly sure?: boolean;
    /** Of an `http:` address: the `https:` one that answers the same. */
    readonly https?: string;
    /** Of what is dead: a copy of the page in the Wayback Machine from when it was there. */
    readonly archived?: string;
    /** Of the fragments that were looked for on the page: whether it has them; none where that cannot be told. */
    readonly fragments?: Readonly<Record<string, boolean>>;
}
/** A link that was asked about, for reports. */
export interface ReportedLink {
    /** As it was written first. */
    readonly url: string;
    readonly fact: LinkFact;
    /** Everywhere it stands, lines from 1. */
    readonly places: readonly {
        readonly path: string;
        readonly line: number;
    }[];
}
/** What GitHub knows of a repository. */
export interface RepositoryFact {
    /** Owner and name as they are now, such as `sindresorhus/awesome`. */
    readonly name: string;
    /** When it was archived, as an ISO date; `true` where only that it was is known. */
    readonly archived?: string | true;
    /** Turned off by GitHub. */
    readonly disabled?: true;
    /** Without any commit. */
    readonly empty?: true;
    /** When something was pushed last, as an ISO date. */
    readonly pushed?: string;
}
/** What is known beyond the text of one file. Plain data; what nobody found out is not there, and no rule may guess it. */
export interface Facts {
    readonly files?: RepositoryFiles;
    /**
     * Entries of the other files, where all of them together are one list: those that were there first. Without a diff
     * these are the files before this one; with one, what the diff left alone, too. Translations are no part of the list.
     */
    readonly elsewhere?: readonly EntryElsewhere[];
    /** By `addressOf` of a link. */
    readonly links?: ReadonlyMap<string, LinkFact>;
    /** By `repositoryOf` of a link. */
    readonly repositories?: ReadonlyMap<string, RepositoryFact>;
    /** The day of the run as an ISO date, for rules that ask how long ago something was. */
    readonly today?: string;
}
/** When nothing is known but the text. */
export declare const noFacts: Facts;
/** Whether this list is what the repository shows first: its readme, or any list of a repository without one. */
export declare function isMain({ here, paths }: RepositoryFiles): boolean;
