import type {Nodes, Root} from 'mdast'

/** A label as micromark compares it: blanks made one, without regard to case. */
const normalize = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()

/** The labels of the definitions of a page, each once, in order. */
export function definedIn(root: Root): readonly string[] {
  const names = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') names.add(node.identifier.toUpperCase())
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      for (const child of node.children) visit(child)
  }
  visit(root)
  return [...names].sort()
}

/** The labels of what looks like a definition, each once, in order. Only a parser can tell whether it is one. */
export function seeminglyDefinedIn(text: string): readonly string[] {
  const lines = text.matchAll(/^[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]*)*\[((?:[^\\[\]]|\\[\s\S]){1,999})\]:/gm)
  const names = new Set(Array.from(lines, ([, label]) => normalize(label!)))
  // An empty check box before a colon: no label is blank.
  names.delete('')
  return [...names].sort()
}

/** Every label that a reference in the text may have, and more: what is in brackets without brackets in it. */
export function labelsIn(text: string): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const [, label] of text.matchAll(/\[((?:[^\\[\]]|\\[\s\S]){1,999})(?=\])/g)) {
    labels.add(normalize(label!))
    // Inside a quotation, the marks at the start of lines are not part of it.
    if (label!.includes('>')) labels.add(normalize(label!.replace(/\n[ \t>]*/g, '\n')))
  }
  return labels
}
