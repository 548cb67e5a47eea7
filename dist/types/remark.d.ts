import type { RemarkPlugin } from './lint/remark-plugin.js';
export type { RemarkPlugin } from './lint/remark-plugin.js';
/** A preset as unified takes it. */
export interface RemarkPreset {
    plugins: RemarkPlugin[];
}
/** Each rule as a remark-lint plugin, by its id: the same value as in the preset, so that a later setting is about it. */
export declare const plugins: Readonly<Record<string, RemarkPlugin>>;
/** The rules that are on by default, as a remark-lint preset. */
declare const preset: RemarkPreset;
export default preset;
