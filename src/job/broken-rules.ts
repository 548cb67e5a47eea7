import type {FileReport} from '../lint/diagnostic.ts'

/** A sentence for each rule that broke on a file. */
export const brokenRules = ({path, crashes = []}: FileReport): readonly string[] =>
  crashes.map(
    ({rule}) => `The rule \`${rule}\` broke on \`${path}\`, which is a bug of awesome-doctor; the log has its stack.`
  )
