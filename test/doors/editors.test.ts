import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, afterEach, describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {lint} from '../../src/index.ts'
import {ruleUrl} from '../../src/lint/rule-url.ts'
import {type Editor, startEditor} from '../fake/editor.ts'

const root = path.resolve(import.meta.dirname, '../..')
const home = mkdtempSync(path.join(tmpdir(), 'editors-'))
const list = path.join(home, 'readme.md')

const sick = `# Wound Healing Data

## Images

- [ULCER 2021: Foot Ulcer Challenge](https://ulcer.example/2021) - Photographs of 1,200 feet.
-[SCARS 2022: Scar Segmentation Challenge](https://scars.example/2022) - Photographs of 300 scars.
- [BURNS 2023: Burn Depth Challenge ](https://burns.example/2023) - Thermal images.

| Name | Size |
| --- | --- |
| [Tissue](https://tissue.example) | 3 GB |
`

/** A project as docs/editors.md describes it: the preset from this package, remark from the registry. */
mkdirSync(path.join(home, 'node_modules'))
symlinkSync(root, path.join(home, 'node_modules/awesome-doctor'))
for (const name of ['remark', 'vfile-reporter-json'])
  symlinkSync(path.join(root, 'node_modules', name), path.join(home, 'node_modules', name))
writeFileSync(path.join(home, 'package.json'), '{"private": true}\n')

const configure = (config: unknown) => writeFileSync(path.join(home, '.remarkrc.json'), JSON.stringify(config))

/** The configurations that docs/editors.md shows. */
const [documented, further] = [
  ...readFileSync(path.join(root, 'docs/editors.md'), 'utf8').matchAll(/^```json\n(.*?)^```$/gms)
].map(([, text = '']) => JSON.parse(text) as {plugins: readonly unknown[]})

afterAll(() => rmSync(home, {recursive: true}))

describe('the language server of remark', () => {
  let editor: Editor | undefined

  afterEach(async () => {
    expect(await editor?.close()).toBe(0)
  })

  const start = async () => {
    const server = await startEditor([path.join(root, 'test/doors/remark-server.ts'), '--stdio'], home, list)
    editor = server
    return server
  }

  it('shows what is wrong, and mends it', async () => {
    configure(documented)
    const {show, actionsFor, apply} = await start()
    const said = await show(sick)
    expect(said.map(({code}) => code)).toEqual(['entry-marker-space', 'link-text'])
    const [glued, padded] = said
    expect(glued).toMatchObject({
      source: 'awesome-doctor',
      severity: 1,
      range: {start: {line: 5, character: 1}, end: {line: 5, character: 1}},
      codeDescription: {href: ruleUrl('entry-marker-space')}
    })
    expect(glued?.message).toMatch(/^Expected a space between `-` and the link, add one.*markdown sees no list item/s)

    const [insert, ...others] = await actionsFor([glued!])
    expect(others).toEqual([])
    expect(insert).toMatchObject({title: 'Insert ` `', kind: 'quickfix', isPreferred: true})
    const better = apply(sick, insert!)
    expect(better).toBe(sick.replace('-[SCARS', '- [SCARS'))

    const [left] = await show(better)
    expect(left).toMatchObject({code: 'link-text', range: padded!.range})
    const [remove] = await actionsFor([left!])
    const well = apply(better, remove!)
    expect(well).toBe(better.replace('Challenge ](https://burns', 'Challenge](https://burns'))
    expect(await show(well)).toEqual([])
  })

  it('offers no quick fix where one replacement mends nothing', async () => {
    configure(documented)
    const {show, actionsFor} = await start()
    const said = await show(`${sick}\n## Nothing\n\n## Sounds\n\n- [Cough](https://cough.example) - Coughs.\n`)
    const empty = said.find(({code}) => code === 'section-not-empty')
    expect(empty).toBeDefined()
    expect(await actionsFor([empty!])).toEqual([])
  })

  it('hears of rules that are set otherwise', async () => {
    configure({plugins: ['awesome-doctor/remark', ['awesome-doctor/rules/link-text', false]]})
    const {show} = await start()
    expect((await show(sick)).map(({code}) => code)).toEqual(['entry-marker-space'])
  })
})

describe('remark-cli', () => {
  const remark = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, 'node_modules/remark-cli/cli.js'), '--no-color', ...args], {
      cwd: home,
      env: {},
      encoding: 'utf8'
    })

  it('says what our own command says', () => {
    configure(documented)
    const text = readFileSync(path.join(root, 'examples/garden-tools.md'), 'utf8')
    writeFileSync(list, text)
    const {status, stderr} = remark('readme.md', '--report', 'vfile-reporter-json')
    const [{messages}] = JSON.parse(stderr) as [
      {messages: {ruleId: string; source: string; fatal: boolean; reason: string; url: string}[]}
    ]
    expect(status).toBe(1)
    const told = lint({text, path: 'readme.md'}).diagnostics.filter(({suppressed}) => !suppressed)
    expect(messages.map(({ruleId, reason}) => `${ruleId} ${reason}`).sort()).toEqual(
      told.map(({rule, reason}) => `${rule} ${reason}`).sort()
    )
    for (const {source, url, ruleId} of messages)
      expect({source, url}).toEqual({source: 'awesome-doctor', url: ruleUrl(ruleId)})
  })

  it('leaves a list alone that has nothing', () => {
    configure(documented)
    writeFileSync(list, '# Tools\n\n- [A](https://a.example) - First.\n')
    expect(remark('readme.md', '--quiet', '--frail')).toMatchObject({status: 0, stderr: ''})
  })

  it('takes levels and options for single rules, as docs/editors.md says', () => {
    const names = [...'BACDEFGHIJ'].map(name => `- [${name}](https://${name.toLowerCase()}.example) - ${name}.\n`)
    const long = `- [K](https://k.example) - Keeps ${'everything, '.repeat(12)}all.\n`
    writeFileSync(list, `# Tools\n\n${names.join('')}${long}`)
    configure(documented)
    expect(remark('readme.md').stderr).toContain('entry-order')
    configure(further)
    expect(remark('readme.md').stderr).toMatch(/^13:28-13:\d+ +warning .* entry-description-length +awesome-doctor$/m)
    expect(remark('readme.md').stderr).not.toContain('entry-order')
  })

  it('takes one rule alone', () => {
    writeFileSync(list, '# Tools\n\n- [A](https://a.example) - The first of many, and the longest.\n')
    const one = 'awesome-doctor/rules/entry-description-length'
    configure({plugins: [[one, ['error', {max: 10}]]]})
    const {status, stderr} = remark('readme.md')
    expect(stderr).toContain('entry-description-length')
    expect(status).toBe(1)
  })
})

it('every rule has a name under which remark can load it', () => {
  for (const {id} of rules) expect(() => import.meta.resolve(`awesome-doctor/rules/${id}`)).not.toThrow()
})
