import type { Diagnostic } from './diagnostic.js';
/** Findings that were there before anybody looked. They are not told again, until their file no longer names them. */
export interface Baseline {
    /** The path of the file, from where the configuration counts. */
    readonly file: string;
    readonly fingerprints: readonly string[];
}
/** What a baseline file names: for each list and rule the fingerprints, each with a sentence for people. */
export type KnownFindings = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
/** Reads a baseline file. @throws UserError for one that is none. */
export declare function parseBaseline(text: string, file: string): KnownFindings;
/** The fingerprints of known findings. */
export declare const fingerprintsIn: (known: KnownFindings) => readonly string[];
/**
 * Findings as a baseline names them.
 * @param files what is silenced otherwise is not named
 */
export declare const knownFrom: (files: readonly {
    readonly path: string;
    readonly diagnostics: readonly Diagnostic[];
}[]) => KnownFindings;
/** Known findings without those that are gone. */
export declare const stillKnown: (known: KnownFindings, isStill: (path: string, fingerprint: string) => boolean) => KnownFindings;
/** The text of a baseline file. */
export declare const baselineText: (known: KnownFindings) => string;
