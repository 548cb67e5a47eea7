import {remove} from '../src/document/edit.ts'
import {isMain} from '../src/document/facts.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

/** At the root: `LICENSE`, `license.md`, `LICENCE-CC0.txt`, `COPYING`, `UNLICENSE`, and the folder of the REUSE standard. */
const licenseFile = /^(?:(?:un)?licen[cs]e(?:[.-][^/]*)?|copying(?:[.-][^/]*)?|licen[cs]es\/.+)$/i

const withFiles = (...paths: readonly string[]) => ({files: {here: 'readme.md', paths: ['readme.md', ...paths]}})

export default defineRule({
  id: 'list-license',
  summary: 'Keep the license in a file of its own.',
  why: 'GitHub shows the license it finds in a file, and people look for it there; in the list it is one section more to scroll over.',
  severity: 'warning',
  fix: 'unsafe',
  presets: ['awesome', 'strict'],
  aliases: ['awesome-license', 'awesome-github'],
  examples: {
    good: [
      {text: '# Tools\n\n## License Managers\n\n- [A](https://a.example)\n'},
      {text: '# Tools\n', facts: withFiles('LICENSE')},
      {text: '# Werkzeuge\n', facts: {files: {here: 'docs/de.md', paths: ['docs/de.md', 'readme.md']}}}
    ],
    bad: [
      {
        text: '# Tools\n\n- [A](https://a.example)\n\n## License\n\nCC0\n',
        says: ['5:1: Unexpected section about the license, expected it in a file `license`']
      },
      {
        text: '# Tools\n\n- [A](https://a.example)\n\n## 📜 Licence\n\nCC0\n',
        facts: withFiles('license.md'),
        says: ['5:1: Unexpected section about the license, which is in the file `license.md` already'],
        fixed: '# Tools\n\n- [A](https://a.example)\n'
      },
      {
        text: '# Tools\n',
        facts: withFiles('contributing.md'),
        says: ['1:1: Expected a file `license` at the root of the repository, add one']
      }
    ]
  },
  *check({list, facts}) {
    if (!list.root.position) return
    const file = facts.files?.paths.find(path => licenseFile.test(path))
    if (facts.files && !file && isMain(facts.files))
      yield {
        at: list.title ? [list.title.range[0], list.title.heading.position!.end.offset!] : [0, 0],
        reason: 'Expected a file `license` at the root of the repository, add one',
        note: 'Without a license nobody may use the list. awesome asks for one of Creative Commons, best CC0.'
      }
    for (const [index, section] of list.sections.entries()) {
      // A section with many entries is a topic of the list.
      if (!/^\P{L}*licen[cs]e\P{L}*$/iu.test(section.title) || section.entries.length > 2) continue
      const deeper = (list.sections[index + 1]?.depth ?? 0) > section.depth
      const [start, end] = section.range
      const last = end >= list.text.trimEnd().length
      const from = last ? list.text.slice(0, start).trimEnd().length + 1 : start
      yield {
        at: [start, section.heading.position?.end.offset ?? start],
        reason: file
          ? `Unexpected section about the license, which is in the file \`${file}\` already`
          : 'Unexpected section about the license, expected it in a file `license`',
        ...(file && !deeper && {fix: unsafe('Remove the section', remove(from, end))})
      }
    }
  }
})
