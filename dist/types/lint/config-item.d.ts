import type { UserError } from '../document/error.js';
/** A value of the config file together with the way to it, for complaints. */
export interface Item {
    readonly path: readonly (string | number)[];
    readonly value: unknown;
    readonly complain: (item: Pick<Item, 'path'>, text: string) => UserError;
}
/** The fields of a mapping; nothing at all is an empty one. @throws UserError for a field that has none of the names. */
export declare function fieldsOf(item: Item, names: readonly string[]): ReadonlyMap<string, Item>;
/** The elements of a list; nothing at all is an empty one. @throws UserError for what is no list. */
export declare function elementsOf(item: Item, wanted: string): readonly Item[];
/** A text that is one of the names. @throws UserError with the nearest of them. */
export declare function oneOf<T extends string>(item: Item, names: readonly T[]): T;
/** `true` or `false`. @throws UserError for anything else. */
export declare function readSwitch(item: Item): boolean;
/** A list of texts, none of them blank. @throws UserError that says what is wanted. */
export declare function readStrings(item: Item, wanted: string): readonly string[];
/** Milliseconds, from a number of seconds or a number with its unit. @throws UserError for no time up to ten minutes. */
export declare function readTime(item: Item): number;
/** Globs of files of the repository. @throws UserError for one that leads out of it, or names a folder. */
export declare function readGlobs(item: Item, example: string): readonly string[];
/** The path of a file of the repository, with forward slashes. @throws UserError for one that leads out of it. */
export declare function readPath(item: Item): string;
/** Whether a value is a mapping. */
export declare const isRecord: (value: unknown) => value is Readonly<Record<string, unknown>>;
/** A value as a complaint quotes it. */
export declare const show: (value: unknown) => string;
