import type { Preset } from './lint/config.js';
import type { FileReport, Safety } from './lint/diagnostic.js';
import type { OptionValue } from './lint/option.js';
import type { RuleDescription } from './lint/rule-description.js';
export type { TextEdit } from './document/edit.js';
export type { Preset } from './lint/config.js';
export type { Diagnostic, FileReport, Fix, Place, PlacedPoint, Related, Safety, Severity } from './lint/diagnostic.js';
export type { OptionValue, RuleOption, RuleOptions } from './lint/option.js';
export type { BadExample, GoodExample, RuleDescription } from './lint/rule-description.js';
/** How a rule is set: off, on with its own level, or on with a level of yours. */
export type Level = 'off' | 'warn' | 'error' | boolean;
/** Levels by the id of their rule, with options where the rule has some. */
export type RuleLevels = Readonly<Record<string, Level | readonly [level: Level, options?: Readonly<Record<string, OptionValue>>]>>;
/** What differs from the default, written as in the config file. */
export interface ListConfig {
    readonly preset?: Preset;
    readonly rules?: RuleLevels;
    /** What differs for files whose path fits; the later ones win. */
    readonly overrides?: readonly {
        readonly files: readonly string[];
        readonly preset?: Preset;
        readonly rules?: RuleLevels;
    }[];
}
/** A list to look at. */
export interface Input {
    /** The markdown, as it is in the file: a byte-order mark counts in every offset. */
    readonly text: string;
    /** To name the file by in findings, and for `overrides`; `readme.md` where nothing is said. */
    readonly path?: string;
    readonly config?: ListConfig;
}
/** Every rule in words, in reading order. */
export declare const rules: readonly RuleDescription[];
/**
 * What the rules say of a list, in order of place; every fix in the answer is proven. Nothing is read but the text,
 * and nobody is asked: rules about links, files and repositories say nothing.
 * @throws Error named `UserError` for a config that is wrong, with the key and the nearest valid name
 */
export declare const lint: (input: Input) => FileReport;
/**
 * The list with every safe fix made (with `'unsafe'` every fix), and what is left to say of it. To fix what was fixed
 * changes nothing.
 * @throws Error named `UserError` for a config that is wrong, with the key and the nearest valid name
 */
export declare const fix: (input: Input, upTo?: Safety) => FileReport;
