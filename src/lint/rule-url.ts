/** Where this project is at home. */
export const home = 'https://github.com/awesome-doctor/awesome-doctor'

/** Where a rule is explained: derived from its id, so that no rule can forget it. */
export const ruleUrl = (id: string): string => `${home}/blob/main/rules/README.md#${id}`
