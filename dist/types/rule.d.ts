import type {RemarkPlugin} from './remark.js';
declare const plugin: RemarkPlugin;
export default plugin;
