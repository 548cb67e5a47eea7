/**
 * A plugin as unified takes it. The type names none of unified's, so that it stands where that is not installed; what
 * the plugin gives back is between unified and it.
 */
export type RemarkPlugin = (options?: unknown) => undefined;
