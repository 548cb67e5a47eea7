import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import type {ReportedLink} from '../document/facts.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {findingsPart} from './html/findings-part.ts'
import {linksPart} from './html/links-part.ts'
import {dataBlock, html as template} from './html/markup.ts'
import {overview, subjectOf, verdictOf} from './html/overview.ts'
import {trendPart} from './html/trend.ts'
import type {View} from './reporter.ts'

/** What the build made for browsers; the source reads it from there, too. */
const built = (name: string): string =>
  readFileSync(
    new URL(`${import.meta.url.endsWith('.ts') ? '../../dist' : '.'}/${name}`, import.meta.url),
    'utf8'
  ).trim()

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The report for browsers: one page that asks nobody for anything, to filter, sort and print. */
export default function html(
  files: readonly FileReport[],
  {version, audits = []}: View,
  links: readonly ReportedLink[] = []
): string {
  const [style, script] = [built('page.css'), built('page.js')]
  const findings = findingsPart(files)
  const asked = links.length > 0 ? linksPart(links) : undefined
  const [verdict, subject] = [verdictOf(files), subjectOf(files)]
  const {markup} = template`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="content-security-policy" content="${policyFor(style, script)}">
        <meta http-equiv="x-dns-prefetch-control" content="off">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>${verdict} in ${subject} – awesome-doctor</title>
        <link rel="icon" href="data:,">
        <style>${{markup: style}}</style>
      </head>
      <body>
        <a class="skip" href="#findings-title">Skip to the findings</a>
        <header><p class="maker">awesome-doctor</p><h1>${verdict}</h1><p class="where">in <bdi>${subject}</bdi></p></header>
        <main>
          ${overview(files, links)}
          ${trendPart(audits)}
          <div class="pictures">${findings.health}${asked?.hosts}</div>
          ${findings.table}
          ${asked?.table}
        </main>
        <footer><p>Made by awesome-doctor ${version}.</p></footer>
        ${dataBlock('data', {findings: findings.data, ...(asked && {links: asked.data})})}
        <script>${{markup: script}}</script>
      </body>
    </html>`
  return `<!doctype html>\n${markup}\n`
}

/** Nothing is loaded, and of styles and scripts only these two count, whatever else there may be on the page. */
const policyFor = (style: string, script: string): string =>
  [
    `default-src 'none'`,
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`
  ].join('; ')
