const page = 'https://github.com/awesome-doctor/awesome-doctor/blob/main/rules/README.md'

/** Where a rule is explained: derived from its id, so that no rule can forget it. */
export const ruleUrl = (id: string): string => `${page}#${id}`
