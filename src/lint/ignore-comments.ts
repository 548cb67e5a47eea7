import type {Html, Nodes, Root} from 'mdast'
import remarkMessageControl from 'remark-message-control'
import type {Point} from 'unist'
import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import type {AwesomeList} from '../document/list.ts'
import {type Finding, placer} from './lint.ts'

/** Which findings a `<!--lint disable …-->` comment of the list silences, asked of remark's own message control. */
export function suppressed(list: AwesomeList, findings: readonly Finding[]): ReadonlySet<Finding> {
  if (findings.length === 0 || !/<!--\s*lint\s/.test(list.text)) return new Set()
  const toPlace = placer(list.text)
  const file = new VFile(list.text)
  const owners = new Map<VFileMessage, Finding>()
  for (const finding of findings) {
    const at = spokenFor(list, finding.problem.at[0])
    const place = toPlace([at, at])
    for (const ruleId of namesOf(finding))
      owners.set(new VFileMessage(finding.problem.reason, {place, ruleId, source: 'awesome-doctor'}), finding)
  }
  file.messages = [...owners.keys()]
  const names = new Set(findings.flatMap(namesOf))
  remarkMessageControl({name: 'lint', source: ['awesome-doctor']})(controllable(list.root, names), file)
  const left = new Set(file.messages)
  return new Set([...owners].filter(([message]) => !left.has(message)).map(([, finding]) => finding))
}

/** What a comment may call a rule. */
const namesOf = ({rule, problem}: Finding): readonly string[] => [rule.id, ...(problem.aliases ?? rule.aliases ?? [])]

/** For what lies between two blocks, such as blank lines, the block before speaks: a comment about it means them, too. */
function spokenFor({root}: AwesomeList, offset: number): number {
  const before = root.children.findLast(child => (child.position?.start.offset ?? 0) <= offset)
  return before && offset >= (before.position?.end.offset ?? 0) ? (before.position?.start.offset ?? 0) : offset
}

/** The tree as message control gets all of it right. */
function controllable(root: Root, names: ReadonlySet<string>): Root {
  const start = {line: 1, column: 1, offset: 0}
  const copy = copyOf(root)
  // Without a word at the beginning, the last comment about all rules counts from there on. Without an end, messages
  // behind the last words would be dropped.
  const first = ['disable', 'enable'].map(verb => comment(`<!--lint ${verb} ${[...names].join(' ')}-->`, start))
  return {...copy, children: [...first, ...copy.children, comment('', root.position?.end ?? start)]}
}

const comment = (value: string, at: Point): Html => ({type: 'html', value, position: {start: at, end: at}})

/** Without what has no place, for what stands around that would be dropped, and without misspelt comments. */
function copyOf<T extends Nodes>(node: T): T {
  if (node.type === 'html') return isMisspelt(node.value) ? {...node, value: ''} : node
  if (!('children' in node)) return node
  return {...node, children: node.children.filter(child => child.position).map(child => copyOf(child as Nodes))} as T
}

/** Whether message control would choke on a comment, and with it on all others: no known verb, or the name of a method. */
function isMisspelt(html: string): boolean {
  if (!/^<!--\s*lint(?:\s|-->)/.test(html)) return false
  const [, verb = '', ...ids] = html.slice(4).replace('-->', ' ').trim().split(/\s+/)
  return !['enable', 'disable', 'ignore'].includes(verb) || ids.some(id => id in {})
}
