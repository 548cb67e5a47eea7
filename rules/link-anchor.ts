import {strayFragments} from '../src/document/contents/fragment.ts'
import {replace} from '../src/document/edit.ts'
import type {Facts, RepositoryFiles} from '../src/document/facts.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import {missingFragments} from '../src/document/link/missing-fragment.ts'
import {readdress} from '../src/document/link/readdress.ts'
import {undefinedReferences, unusedDefinitions} from '../src/document/link/reference.ts'
import {lookUp} from '../src/document/link/relative.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Safety} from '../src/lint/diagnostic.ts'
import type {Problem, RuleFix} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule<{unused: boolean; remote: boolean}>({
  id: 'link-anchor',
  summary: 'Link only to headings, files and definitions that are there.',
  why: 'A link into the page or the repository that leads nowhere is broken for every reader, and needs no network to be found.',
  severity: 'error',
  fix: 'mixed',
  aliases: ['no-undefined-references', 'no-unused-definitions'],
  options: {
    unused: {meaning: 'Whether a definition that no link uses is a finding; by default it is none.', example: true},
    remote: {
      meaning: 'Whether places on other pages count, too, where the run asks the web; by default they do not.',
      example: true
    }
  },
  presetOptions: {awesome: {unused: true}},
  examples: {
    good: [
      {text: '# List\n\nSee [tools](#tools), [top](#readme) and [this](#here).\n\n## Tools\n\n<a name="here"></a>\n'},
      {text: 'A [x][y] without definitions is text, and [ ][x] too.\n'},
      {
        text: '[A](docs/a.md), [issues](../../issues), [site](docs/page).\n',
        facts: {files: {here: 'readme.md', paths: ['readme.md', 'docs/a.md']}}
      },
      {text: '[//]: # (a comment)\n\n[a]: https://a.example\n'}
    ],
    bad: [
      {
        text: '# List\n\nSee [tools](#small-tool), [books](#Books) and [films](#films).\n\n## Small Tools\n\n## Books\n',
        says: [
          '3:13: Unexpected link to `#small-tool`, which leads nowhere, expected `#small-tools`',
          '3:35: Unexpected capitals in `#Books`, expected `#books`',
          '3:55: Unexpected link to `#films`, no heading has that name'
        ],
        fixed:
          '# List\n\nSee [tools](#small-tools), [books](#books) and [films](#films).\n\n## Small Tools\n\n## Books\n'
      },
      {
        text: '[A](docs/A.md) and ![b](./b.png).\n',
        facts: {files: {here: 'readme.md', paths: ['readme.md', 'docs/a.md']}},
        says: [
          '1:5: Unexpected case of `docs/A.md`, expected `docs/a.md` as the file is named',
          '1:25: Unexpected link to `./b.png`, there is no such file here'
        ],
        fixed: '[A](docs/a.md) and ![b](./b.png).\n'
      },
      {
        text: '- [A](https://a.example/#instal), [B](https://a.example/#use) and [C](https://a.example/#install).\n',
        options: {remote: true},
        facts: {
          links: new Map([
            ['https://a.example/', {status: 'alive', fragments: {instal: false, use: false, install: true}} as const]
          ])
        },
        says: [
          '1:7: Unexpected link to `#instal`, the page has no such place, expected `#install`',
          '1:39: Unexpected link to `#use`, the page has no such place'
        ],
        fixed: '- [A](https://a.example/#install), [B](https://a.example/#use) and [C](https://a.example/#install).\n'
      },
      {
        text: '[First][first], [second][secnod].\n\n[first]: https://a.example\n[second]: https://b.example\n[third]: https://c.example\n',
        options: {unused: true},
        says: [
          '1:17: Unexpected link by the name `secnod`, which nothing defines, expected `second`',
          '5:1: Unexpected definition of `third`, which no link uses'
        ],
        fixed: '[First][first], [second][second].\n\n[first]: https://a.example\n[second]: https://b.example\n'
      }
    ]
  },
  *check({list, facts, options}) {
    yield* fragments(list)
    for (const link of list.links) if (facts.files) yield* path(facts.files, link)
    if (options.remote) yield* remote(list, facts)
    yield* references(list)
    if (options.unused) yield* unused(list)
  }
})

function* fragments(list: AwesomeList): Iterable<Problem> {
  for (const {link, at, landing, right, sure} of strayFragments(list)) {
    const mend = right === undefined ? {} : mending(link, sure ? 'safe' : 'unsafe', right)
    if (landing === 'other case')
      yield {at, severity: 'warning', reason: `Unexpected capitals in \`${link.url}\`, expected \`${right}\``, ...mend}
    else {
      const expected = right ? `which leads nowhere, expected \`${right}\`` : 'no heading has that name'
      yield {at, reason: `Unexpected link to \`${link.url}\`, ${expected}`, ...mend}
    }
  }
}

function* remote(list: AwesomeList, facts: Facts): Iterable<Problem> {
  for (const {link, at, fragment, near} of missingFragments(list, facts)) {
    const to = `${link.url.slice(0, -fragment.length)}${near}`
    const edits = near === undefined ? [] : readdress(list, link, to)
    yield {
      at,
      severity: 'warning',
      reason: `Unexpected link to \`#${fragment}\`, the page has no such place${near === undefined ? '' : `, expected \`#${near}\``}`,
      ...(edits.length > 0 && {fix: unsafe('Use the name that the page has', ...edits)})
    }
  }
}

/** Gives a link of markdown its right address; HTML is left to its author. */
function mending({role, urlRange}: LinkUse, safety: Safety, right: string): {fix?: RuleFix} {
  return role === 'html' || !urlRange
    ? {}
    : {fix: {safety, title: 'Correct the link', edits: [replace(...urlRange, right)]}}
}

function* path(files: RepositoryFiles, link: LinkUse): Iterable<Problem> {
  if (!link.urlRange || link.broken) return
  const found = lookUp(files, link.url)
  if (found.state === 'missing')
    yield {at: link.urlRange, reason: `Unexpected link to \`${link.url}\`, there is no such file here`}
  if (found.state === 'other case') {
    const right = link.url.replace(/^[^?#]*/, () => found.path)
    yield {
      at: link.urlRange,
      reason: `Unexpected case of \`${link.url}\`, expected \`${right}\` as the file is named`,
      ...mending(link, 'safe', right)
    }
  }
}

function* references(list: AwesomeList): Iterable<Problem> {
  for (const {name, range, near, edit} of undefinedReferences(list)) {
    yield {
      at: range,
      reason: `Unexpected link by the name \`${name}\`, which nothing defines${near ? `, expected \`${near}\`` : ''}`,
      ...(edit && {fix: unsafe('Use the defined name', edit)})
    }
  }
}

function* unused(list: AwesomeList): Iterable<Problem> {
  for (const {node, range, edit} of unusedDefinitions(list)) {
    yield {
      at: range,
      severity: 'warning',
      reason: `Unexpected definition of \`${node.label ?? node.identifier}\`, which no link uses`,
      ...(edit && {fix: safe('Remove the definition', edit)})
    }
  }
}
