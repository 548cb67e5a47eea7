import {replace} from '../src/document/edit.ts'
import {partsOf} from '../src/document/entry/entry-parts.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-description-echo',
  summary: 'Do not begin a description with the name of the entry.',
  why: 'The name stands right before it; repeated, it only makes the line longer.',
  severity: 'warning',
  fix: 'unsafe',
  presets: ['awesome', 'strict'],
  aliases: ['no-repeat-item-in-description'],
  examples: {
    good: [
      {text: '- [Go](https://a.example) - Google’s language.\n'},
      {text: '- [Redo](https://a.example) - Redone builds for everyone.\n'},
      {text: '- [Trees](https://a.example) - Trees, woods and forests.\n'}
    ],
    bad: [
      {
        text: '- [Redo](https://a.example) - Redo is a tool for builds.\n',
        says: ['1:31: Unexpected `Redo` at the start of its own description, leave it out'],
        fixed: '- [Redo](https://a.example) - A tool for builds.\n'
      },
      {
        text: '- [Redo](https://a.example) - Redo: Builds again.\n',
        says: ['1:31: Unexpected `Redo` at the start of its own description, leave it out'],
        fixed: '- [Redo](https://a.example) - Builds again.\n'
      },
      {
        text: '- [Redo](https://a.example) - Redo builds what has changed.\n',
        says: ['1:31: Unexpected `Redo` at the start of its own description, leave it out']
      }
    ]
  },
  *check({list}) {
    for (const entry of list.entries) {
      const parts = partsOf(list, entry)
      const name = entry.link.text.trim()
      if (!parts?.description || name.length < 2) continue
      const [start, end] = parts.description
      const said = parts.masked.slice(start - parts.nameEnd, end - parts.nameEnd)
      if (said.slice(0, name.length).toLowerCase() !== name.toLowerCase()) continue
      const rest = said.slice(name.length)
      // `Trees, woods …` and `Redone` are other words.
      if (!/^(?:\s+\p{Ll}|\s*[:\u2013\u2014]\s|\s+-\s)/u.test(rest)) continue
      // What is about the thing itself can stand without its name.
      const lead = /^(?:\s+is\s+(?=(?:an?|the)\s+\p{L})|\s*[:\u2013\u2014]\s+(?=\p{L})|\s+-\s+(?=\p{L}))/iu.exec(
        rest
      )?.[0]
      const at = start + name.length + (lead?.length ?? 0)
      yield {
        at: [start, start + name.length],
        reason: `Unexpected \`${name}\` at the start of its own description, leave it out`,
        ...(lead && {fix: unsafe('Leave out the name', replace(start, at + 1, list.text[at]!.toUpperCase()))})
      }
    }
  }
})
