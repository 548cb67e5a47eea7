/** The value of an option, as it can be written in YAML. */
export type OptionValue = string | number | boolean | readonly string[];
/** One option of a rule: from it come validation, schema and rule page. */
export interface RuleOption<Value = OptionValue> {
    /** What it sets, and what holds without it. */
    readonly meaning: string;
    /** Shows the type: a value to write in the config. */
    readonly example: Value;
    /** The only values there are. */
    readonly values?: readonly Value[];
}
/** The options of a rule, by name. */
export type RuleOptions<Options = Record<string, OptionValue>> = {
    readonly [Name in keyof Options]-?: RuleOption<Options[Name]>;
};
