import type { TextEdit } from '../document/edit.js';
/** How bad a finding is. Errors are broken things, warnings are matters of style or doubt. */
export type Severity = 'error' | 'warning';
/** Whether a fix keeps the author's meaning without doubt (`safe`) or wants a person's eye (`unsafe`). */
export type Safety = 'safe' | 'unsafe';
/** A cure as data: edits on the source text, all or none of them. */
export interface Fix {
    readonly safety: Safety;
    /** What the fix does, in the imperative: “Insert a space”. */
    readonly title: string;
    readonly edits: readonly TextEdit[];
}
/** A point as unist has it, whose offset is known: line and column from 1, offset from 0. */
export interface PlacedPoint {
    readonly line: number;
    readonly column: number;
    readonly offset: number;
}
/** A position as unist has it, whose offsets are known: start included, end excluded. */
export interface Place {
    readonly start: PlacedPoint;
    readonly end: PlacedPoint;
}
/** Another place that explains a finding, such as the first of two equal entries. */
export interface Related {
    readonly message: string;
    readonly place: Place;
}
/** A finding as every reporter sees it. Marked, never dropped: `changed` and `suppressed` are for the reporter to judge. */
export interface Diagnostic {
    readonly rule: string;
    readonly severity: Severity;
    /** What is there, what was expected, what to do; markdown backticks around literals. */
    readonly reason: string;
    /** Why it matters. */
    readonly note?: string;
    /** Where the rule is explained. */
    readonly url: string;
    readonly path: string;
    readonly place: Place;
    readonly related?: readonly Related[];
    /** Only ever a fix that was proven: applied, it removes this finding and brings no new one. */
    readonly fix?: Fix;
    /** With a diff to compare against: whether the finding lies on a line that the diff added or changed. */
    readonly changed?: boolean;
    /** Whether a comment in the list silences it, or the baseline. */
    readonly suppressed?: boolean;
    /** Where the baseline silences it: the fingerprint that it has there. */
    readonly baseline?: string;
    /** Survives text inserted above it: made of path, rule, the text at the place and a count, without line numbers. */
    readonly fingerprint: string;
}
/** What was found in one file. */
export interface FileReport {
    readonly path: string;
    /** The text the places refer to (after fixing, where fixing was asked for). */
    readonly text: string;
    /** In order of place. */
    readonly diagnostics: readonly Diagnostic[];
    /** With `fix`: how many fixes were made. */
    readonly fixed?: number;
    /** With `fix`: the rule of each fix that was made. */
    readonly fixedRules?: readonly string[];
    /** Rules that broke: a bug of ours, told to the user, while the other rules go on. */
    readonly crashes?: readonly {
        readonly rule: string;
        readonly stack: string;
    }[];
}
