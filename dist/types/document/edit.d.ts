/** Replace the characters from `start` up to but not including `end` (UTF-16 offsets into the source) by `newText`. */
export interface TextEdit {
    readonly range: readonly [start: number, end: number];
    readonly newText: string;
}
/** An edit that inserts `newText` at `offset`. */
export declare const insert: (offset: number, newText: string) => TextEdit;
/** An edit that puts `newText` in the place of `[start, end)`. */
export declare const replace: (start: number, end: number, newText: string) => TextEdit;
/** An edit that removes `[start, end)`. */
export declare const remove: (start: number, end: number) => TextEdit;
/** Order of place: by start, then by end. */
export declare const byPlace: (a: TextEdit, b: TextEdit) => number;
/** Whether two edits change a common character, or both insert at one place, so that their order would matter. */
export declare function touch(a: TextEdit, b: TextEdit): boolean;
/** Whether two ranges share a character or meet at their ends. */
export declare const meet: (a: TextEdit['range'], b: TextEdit['range']) => boolean;
/**
 * The text with all edits made at once. Everything outside the edits stays as it is, to the byte.
 * @throws RangeError when two edits touch: who calls must have settled conflicts before.
 */
export declare function applyEdits(text: string, edits: readonly TextEdit[]): string;
