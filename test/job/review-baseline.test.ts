import {describe, expect, test} from 'vitest'
import {examine} from '../../src/job/examine.ts'
import {baselineText, knownFrom} from '../../src/lint/baseline.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {list, scene, sick} from './review-scene.ts'

const config = {'.github/awesome-doctor.yml': 'baseline: known.json\n'}
const report = await examine({path: 'README.md', text: sick, config: defaultConfig})
const known = {'known.json': baselineText(knownFrom([report]))}
const worse = sick.replace('- [Eel]', '-[Eel]')

describe('a baseline of the base branch', () => {
  test('silences what it names, and nothing else', async () => {
    const {run} = await scene({'README.md': worse}, {base: {...config, ...known}})
    const {outcome, errors, files} = await run({examine})
    expect({outcome, errors}).toEqual({outcome: 'findings', errors: 1})
    const found = files.flatMap(({diagnostics}) => diagnostics)
    expect(found.filter(({baseline}) => baseline !== undefined).length).toBe(report.diagnostics.length)
    expect(found.filter(({suppressed}) => !suppressed).map(({reason}) => reason)).toHaveLength(1)
  })

  test('counts as it is there, whatever the pull request makes of it', async () => {
    const wider = await examine({path: 'README.md', text: worse, config: defaultConfig})
    const files = {'README.md': worse, 'known.json': baselineText(knownFrom([wider]))}
    const {run} = await scene(files, {base: {...config, ...known}})
    expect(await run({examine})).toMatchObject({outcome: 'findings', errors: 1})
  })

  test('is no reason to look elsewhere when it is not there', async () => {
    const {github, run} = await scene({'README.md': worse}, {base: config})
    await expect(run({examine})).rejects.toThrow(/^`known\.json`, the config's `baseline`, does not exist/)
    expect(github.writes()).toEqual([])
  })

  test('that is broken is told as such', async () => {
    const {run} = await scene({'README.md': list()}, {base: {...config, 'known.json': '[]'}})
    await expect(run({examine})).rejects.toThrow(/^`known\.json` is no baseline: its `version` is not 1/)
  })
})
