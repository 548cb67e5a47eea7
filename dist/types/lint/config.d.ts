import type { Baseline } from './baseline.js';
import { type Item } from './config-item.js';
import type { Severity } from './diagnostic.js';
import { type KnownRule, type RuleSettings } from './rule-setting.js';
/** Names of the presets, from the mildest to the strictest. */
export declare const presets: readonly ['default', 'awesome', 'strict'];
export type Preset = (typeof presets)[number];
/** How links are asked about. */
export interface LinkConfig {
    /** Globs of URLs never to ask. */
    readonly exclude: readonly string[];
    /** How long one request may take, in milliseconds. */
    readonly timeout: number;
    /** Networks (`10.1.0.0/16`) or hosts (`wiki.corp.example:8443`) that may be asked although they are private. */
    readonly allowPrivate: readonly string[];
}
/** What is different for some of the files. */
export interface Override {
    /** Globs of the files. */
    readonly files: readonly string[];
    readonly preset?: Preset;
    readonly rules: RuleSettings;
}
/** What a run is to do, from the config file and the command line. Plain data: it crosses into workers. */
export interface Config {
    /** Globs; empty means the readme here. */
    readonly files: readonly string[];
    /** The files together are one list: doubles are searched across them. */
    readonly oneList: boolean;
    readonly preset: Preset;
    readonly rules: RuleSettings;
    /** In order: where several fit a file, the later ones win. */
    readonly overrides: readonly Override[];
    readonly links: LinkConfig;
    readonly failOn: Severity | 'never';
    /** Findings that are known. */
    readonly baseline?: Baseline;
}
/** What holds where nothing is said. */
export declare const defaultConfig: Config;
/** What a command line says over the config file; a level keeps the options that the file gives the rule. */
export interface Overrides {
    readonly files?: readonly string[];
    readonly preset?: string;
    readonly failOn?: string;
    /** `ID=LEVEL` each. */
    readonly rules?: readonly string[];
}
/**
 * The configuration with what the command line says over it, and over what the file says of some files.
 * @throws UserError for an unknown preset, rule or level.
 */
export declare function mergeConfig(config: Config, overrides: Overrides, rules: readonly KnownRule[]): Config;
/** Settings with others said over them. */
export declare function layer(below: RuleSettings, above: RuleSettings): RuleSettings;
/** What makes a run fail. @throws UserError for anything else. */
export declare const readFailOn: (item: Item) => Config['failOn'];
