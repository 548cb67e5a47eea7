import { type Item } from './config-item.js';
import type { Severity } from './diagnostic.js';
import type { OptionValue, RuleOptions } from './option.js';
/** What the user says of one rule; options are the rule's own. */
export type RuleSetting = 'off' | readonly [level: Severity, options?: Readonly<Record<string, OptionValue>>];
/** Settings by the id of their rule. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;
/** What of a rule the configuration has to know. */
export interface KnownRule {
    readonly id: string;
    /** The level that `true` switches the rule on with. */
    readonly severity?: Severity;
    readonly options?: RuleOptions;
}
/** A mapping from rules to levels, or to levels with options. @throws UserError for an unknown rule, level or option. */
export declare function readRules(item: Item, rules: readonly KnownRule[]): RuleSettings;
/** The level of one rule. @throws UserError for an unknown one. */
export declare function readLevel(item: Item, rule: KnownRule): RuleSetting;
/** What holds where one setting is said over another: a mere level keeps the options below it. */
export declare function layered(below: RuleSetting | undefined, above: RuleSetting): RuleSetting;
/** The ids of rules. */
export declare const idsOf: (rules: readonly KnownRule[]) => readonly string[];
