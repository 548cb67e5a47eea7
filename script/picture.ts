/**
 * Draws the picture of a review in the README, `docs/review.png`, from what the action really posts on a pull request of
 * the preview: `npm run picture`. Chromium must be on the path, or named by `CHROMIUM_PATH`.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {startChromium} from '../test/report/browser.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-picture-'))
execFileSync(process.execPath, [new URL('preview.ts', import.meta.url).pathname, folder], {stdio: 'ignore'})
const browser = await startChromium()
const page = await browser.newPage({viewport: {width: 860, height: 900}, deviceScaleFactor: 1.5})
await page.goto(`${pathToFileURL(path.join(folder, 'light.html')).href}#bullet`)
await page
  .locator('#bullet > .box')
  .first()
  .screenshot({path: new URL('../docs/review.png', import.meta.url).pathname})
await browser.close()
rmSync(folder, {recursive: true})
