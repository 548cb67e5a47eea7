import {writeFileSync} from 'node:fs'
import path from 'node:path'
import type {FarmLink} from './link-farm.ts'
import {acts, capital, dice, picker, tails, things} from './words.ts'

const linksPerFile = 2000
const linksPerSection = 20

/** Writes the links as lists that look like real ones, at most 2,000 to each, and tells the names of the files. */
export function writeLists(links: readonly FarmLink[], folder: string): readonly string[] {
  const pick = picker(dice(links.length))
  const describe = () => `${capital(pick(acts))} the ${pick(things)} and the ${pick(things)} ${pick(tails)}.`
  return inParts(links, linksPerFile).map((part, index) => {
    const sections = inParts(part, linksPerSection).map((some, number) => {
      const entries = some.map(({title, url}) => `- [${title}](${url}) - ${describe()}\n`)
      return `## ${capital(pick(things))} ${number + 1}\n\n${entries.join('')}`
    })
    const name = `list-${index + 1}.md`
    writeFileSync(path.join(folder, name), `# Awesome Links ${index + 1}\n\n${sections.join('\n')}`)
    return name
  })
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({length: Math.ceil(all.length / size)}, (_, part) => all.slice(part * size, (part + 1) * size))
}
