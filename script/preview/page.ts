import {readFileSync} from 'node:fs'
import type {ActionResult} from '../../test/fake/runner.ts'
import type {Review, Thread} from '../../test/fake/world.ts'
import type {PlayedIssue} from './issues.ts'
import {escapeHtml, renderComment, renderMarkdown} from './markdown.ts'
import type {Played} from './run-scene.ts'

const read = (url: string): string => readFileSync(new URL(url), 'utf8')

const styles = {
  light: import.meta.resolve('github-markdown-css/github-markdown-light.css'),
  dark: import.meta.resolve('github-markdown-css/github-markdown-dark.css')
}

/** Everything that was posted or shown, as one page that looks like GitHub. */
export function page(played: readonly Played[], issues: readonly PlayedIssue[], theme: 'light' | 'dark'): string {
  const links = [...played.map(({scene}) => scene), ...issues].map(
    ({id, title}) => `<a href="#${id}">${escapeHtml(title)}</a>`
  )
  return `<!doctype html>
<html lang="en" class="${theme}">
<meta charset="utf-8">
<title>awesome-doctor, as GitHub shows it</title>
<style>${read(styles[theme])}
${read(import.meta.resolve('./page.css'))}</style>
<nav>${links.join(' · ')}</nav>
${[...played.map(section), ...issues.map(issueSection)].join('\n')}
</html>
`
}

function section({scene, pull, texts, runs}: Played): string {
  const threads = (review: Review) =>
    pull.threads.filter(thread => thread.comments[0]?.reviewId === review.id).map(thread => threadOf(thread, texts))
  const reviews = pull.reviews.map(
    review => `<div class="box">${who('reviewed')}${body(review.body)}${threads(review).join('')}</div>`
  )
  return `<section id="${scene.id}"><h1>${escapeHtml(scene.title)}</h1>
${reviews.join('\n') || '<p class="none">No review.</p>'}
${runs.map(shown).join('\n')}</section>`
}

function issueSection({id, title, issue}: PlayedIssue): string {
  const comments = issue.comments.map(comment => `<div class="box">${who('commented')}${body(comment.body)}</div>`)
  return `<section id="${id}"><h1>${escapeHtml(title)}</h1>
<h2>${escapeHtml(issue.title)} <small>${issue.state} · ${escapeHtml(issue.labels.join(', '))} · ${issue.body?.length} characters</small></h2>
<div class="box">${who('opened')}${body(issue.body ?? '')}</div>${comments.join('')}</section>`
}

const who = (did: string): string =>
  `<p class="who"><b>github-actions</b> <span class="bot">bot</span> ${did} <time>now</time></p>`

const body = (markdown: string, before?: readonly string[]): string =>
  `<div class="markdown-body">${renderComment(markdown, before)}</div>`

function threadOf(thread: Thread, texts: Played['texts']): string {
  const spot = thread.spot ?? thread.original
  const lines = (texts.get(thread.path) ?? '').split('\n')
  const before = spot ? lines.slice((spot.startLine ?? spot.line) - 1, spot.line) : []
  const hunk = thread.diffHunk.split('\n').slice(-Math.max(4, before.length + 1))
  const rows = hunk.map(line => {
    const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : line.startsWith('@') ? 'hunk' : ''
    return `<tr class="${kind}"><td>${escapeHtml(line.slice(0, 1))}</td><td>${escapeHtml(line.slice(1))}</td></tr>`
  })
  const comments = thread.comments.map(
    comment =>
      `<div class="comment">${who(comment.minimized ? 'commented (minimised)' : 'commented')}${body(comment.body, before)}</div>`
  )
  const place = spot?.startLine ? `lines +${spot.startLine} to +${spot.line}` : `line +${spot?.line ?? '?'}`
  return `<div class="thread"><p class="file">${escapeHtml(thread.path)} <small>${place}${thread.outdated ? ' · Outdated' : ''}</small></p>
<table class="diff">${rows.join('')}</table>${comments.join('')}</div>`
}

function shown({annotations, summary, outputs}: ActionResult): string {
  const rows = annotations.map(
    ({level, title, message, file, line}) =>
      `<li class="${level}"><b>${escapeHtml(title ?? level)}</b> <small>${escapeHtml(file ? `${file}#L${line}` : '')}</small><br>${escapeHtml(message)}</li>`
  )
  const result = Object.entries(outputs).map(([name, value]) => `${name}: ${value}`)
  return `<h2>Job summary <small>${escapeHtml(result.join(' · '))}</small></h2><div class="box"><div class="markdown-body">${renderMarkdown(summary)}</div></div>
${rows.length > 0 ? `<h2>Annotations</h2><ul class="annotations">${rows.join('')}</ul>` : ''}`
}
