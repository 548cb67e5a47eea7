import type { Facts } from '../document/facts.js';
import type { Preset } from './config.js';
import type { Safety, Severity } from './diagnostic.js';
import type { OptionValue, RuleOptions } from './option.js';
/** A text to show what a rule accepts. */
export interface GoodExample {
    readonly text: string;
    readonly options?: Readonly<Record<string, OptionValue>>;
    readonly facts?: Facts;
    /** Lines (from 1) that a diff added or changed. */
    readonly changedLines?: readonly number[];
}
/** A text to show what a rule refuses, with what it says (`line:column: reason`) and the text once fixed. */
export interface BadExample extends GoodExample {
    readonly says: readonly string[];
    /** After every fix of this rule, unsafe ones included; left out where the rule has none here. */
    readonly fixed?: string;
}
/** What a rule wants and why, in words, with examples that are its tests and its manual at once. */
export interface RuleDescription<Options extends object = Record<string, OptionValue>> {
    readonly id: string;
    readonly summary: string;
    readonly why: string;
    readonly severity: Severity;
    /** How sure its fixes are; `mixed` where it depends on the case. */
    readonly fix?: Safety | 'mixed';
    /** In which presets it is on; by default in all, with none only where the configuration asks for it. */
    readonly presets?: readonly Preset[];
    /** Ids of the same check in awesome-lint and remark-lint, which ignore comments may name. */
    readonly aliases?: readonly string[];
    readonly options?: RuleOptions<Options>;
    /** What a preset sets where the configuration says nothing; `strict` takes over what `awesome` has. */
    readonly presetOptions?: Readonly<Partial<Record<Preset, Partial<Options>>>>;
    readonly examples: {
        readonly good: readonly GoodExample[];
        readonly bad: readonly BadExample[];
    };
}
