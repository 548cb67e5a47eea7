/**
 * Writes what the action says on pull requests and in issues of many kinds as pages that look like GitHub, to be looked at in a browser:
 * `npm run preview [-- FOLDER]`. The action runs from `src/`, against the doubles that the tests use. A page ending in
 * `#ID` shows the scene of that name alone.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {startGitHub} from '../test/fake/github.ts'
import {startWeb} from '../test/fake/web.ts'
import {redirect, status, page as webPage} from '../test/fake/web-handlers.ts'
import {playFixes} from './preview/fixes.ts'
import {playIssues} from './preview/issues.ts'
import {page} from './preview/page.ts'
import {type Played, play} from './preview/run-scene.ts'
import {scenes} from './preview/scenes.ts'

const folder = path.resolve(process.argv[2] ?? path.join(tmpdir(), 'awesome-doctor-preview'))

const web = await startWeb()
await web.site('kites.example', {
  '/ok': webPage('Kites'),
  '/gone': status(410),
  '/old': redirect(301, '/new'),
  '/new': webPage('New'),
  '/walled': status(403)
})
const github = await startGitHub()
const played: Played[] = []
for (const scene of scenes) played.push(await play(scene, github, web.origin('kites.example')))
const issues = [...(await playIssues(github)), ...(await playFixes(github))]

mkdirSync(folder, {recursive: true})
for (const theme of ['light', 'dark'] as const) {
  const file = path.join(folder, `${theme}.html`)
  // The loopback address would only distract.
  writeFileSync(file, page(played, issues, theme).replaceAll(web.origin('kites.example'), 'https://kites.example'))
  console.log(file)
}
await github[Symbol.asyncDispose]()
await web.close()
