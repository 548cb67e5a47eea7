import axe from 'axe-core'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, it, test} from 'vitest'
import html from '../../src/report/html.ts'
import {weeklyAudits} from './audits.ts'
import {bigReport} from './big-report.ts'
import {serve, startChromium} from './browser.ts'
import {reportOn, view} from './findings.ts'
import {hostilePieces, hostileReport} from './hostile.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

/** A page that tells what it complained of, and what it asked for beside itself. */
interface Opened extends AsyncDisposable {
  readonly page: Page
  readonly trouble: readonly string[]
}

async function open(report: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const trouble: string[] = []
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const site = await serve(report, path => trouble.push(`asked for ${path}`))
  page.on('console', message => trouble.push(`console: ${message.text()}`))
  page.on('pageerror', error => trouble.push(`error: ${error.message}`))
  page.on('dialog', dialog => {
    trouble.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (request.url() !== site.url) trouble.push(`request: ${request.url()}`)
  })
  await page.goto(site.url)
  const close = async () => {
    await context.close()
    await site[Symbol.asyncDispose]()
  }
  return {page, trouble, [Symbol.asyncDispose]: close}
}

const {files, links} = bigReport({findings: 120, links: 190})
const report = html([...files, reportOn('other.md', '# Other\n\nOff.\n', [{on: 'Off'}])], view, links)

const rows = (page: Page, table: string) => page.locator(`#${table} tbody tr`)
const texts = (page: Page, selector: string): Promise<readonly string[]> => page.locator(selector).allInnerTexts()

/** Waits until the status of a table says this, and fails if it does not. */
const says = (page: Page, table: string, words: string): Promise<unknown> =>
  expect.poll(() => page.locator(`#${table} [role=status]`).innerText(), {interval: 10, timeout: 10_000}).toBe(words)

describe('with scripts', () => {
  let opened: Opened
  let page: Page
  beforeAll(async () => {
    opened = await open(report)
    page = opened.page
  })
  afterAll(async () => {
    expect(opened.trouble).toEqual([])
    await opened[Symbol.asyncDispose]()
  })
  beforeEach(() => page.goto(page.url()))

  const control = (table: string, label: string) => page.locator(`#${table}`).getByLabel(label, {exact: true})
  const head = (name: string) => page.locator('#findings').getByRole('columnheader', {name})

  it.each([
    ['File', 'other.md (1)', 1],
    ['Section', 'lists/kites.md › Section 3 (1)', 1],
    ['Level', 'error (30)', 30],
    ['Rule', 'rule-7 (4)', 4],
    ['Fix', 'needs a look (40)', 40]
  ])('findings are filtered by %s', async (label, choice, count) => {
    await control('findings', label).selectOption({label: choice})
    await says(page, 'findings', `1–${count} of ${count} (121 in all)`)
    expect(await rows(page, 'findings').count()).toBe(count)
  })

  it('findings are filtered by all the words of a text, together with the rest', async () => {
    await control('findings', 'Text').fill('PARTED  kite 116')
    await says(page, 'findings', '1–2 of 2 (121 in all)')
    await control('findings', 'Level').selectOption('error (30)')
    await says(page, 'findings', '1–1 of 1 (121 in all)')
    expect(await texts(page, '#findings td.place')).toEqual(['lists/kites.md:469:57'])
    await control('findings', 'Text').fill('no such thing')
    await says(page, 'findings', 'None of 121 findings fits')
    expect(await rows(page, 'findings').count()).toBe(0)
    await page.locator('#findings').getByRole('button', {name: 'Clear filters'}).click()
    await says(page, 'findings', '1–50 of 121')
    expect(await control('findings', 'Text').inputValue()).toBe('')
  })

  it('findings are sorted by each column, up and down', async () => {
    const sort = async (name: string) => {
      await head(name).getByRole('button').click()
      return head(name).getAttribute('aria-sort')
    }
    expect(await sort('Level')).toBe('ascending')
    expect(await head('Place').getAttribute('aria-sort')).toBeNull()
    expect(new Set((await texts(page, '#findings .level .tag')).slice(0, 30))).toEqual(new Set(['error']))
    expect(await sort('Level')).toBe('descending')
    expect(new Set(await texts(page, '#findings .level .tag'))).toEqual(new Set(['warning']))
    for (const [name, cell] of [
      ['Rule', 'rule'],
      ['Fix', 'cure']
    ] as const) {
      expect(await sort(name)).toBe('ascending')
      const ascending = await texts(page, `#findings td.${cell}`)
      expect(await sort(name)).toBe('descending')
      const descending = await texts(page, `#findings td.${cell}`)
      expect(ascending[0]).not.toBe(descending[0])
      expect(descending[0]).toBe({rule: 'some-rule', cure: 'by hand'}[cell])
    }
    expect(await sort('Finding')).toBe('ascending')
    const reasons = await texts(page, '#findings .finding > p:first-child')
    expect(reasons).toEqual(reasons.toSorted())
    expect(await sort('Place')).toBe('ascending')
    expect(await sort('Place')).toBe('descending')
    expect((await texts(page, '#findings td.place')).slice(0, 2)).toEqual(['other.md:3:1', 'lists/kites.md:481:57'])
    await says(page, 'findings', '1–50 of 121, by place, last first')
  })

  it('findings come in pages', async () => {
    const pages = page.getByRole('navigation', {name: 'Pages of findings'})
    const [previous, next] = ['Previous', 'Next'].map(name => pages.getByRole('button', {name}))
    expect(await previous!.getAttribute('aria-disabled')).toBe('true')
    await next!.click()
    await next!.click()
    await says(page, 'findings', '101–121 of 121')
    expect(await rows(page, 'findings').count()).toBe(21)
    expect(await next!.getAttribute('aria-disabled')).toBe('true')
    await next!.click({force: true})
    await previous!.click()
    await says(page, 'findings', '51–100 of 121')
  })

  it('the picture leads to the findings of a section', async () => {
    await control('findings', 'Level').selectOption('warning (91)')
    await page.locator('#sections').getByRole('button', {name: 'Section 8', exact: false}).first().click()
    await says(page, 'findings', '1–1 of 1 (121 in all)')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Findings 121')
    expect(await texts(page, '#findings td.place')).toEqual(['lists/kites.md:37:52'])
  })

  it('links are filtered by status, host and text', async () => {
    await control('links', 'Status').selectOption('dead (10)')
    await says(page, 'links', '1–10 of 10 (190 in all)')
    await control('links', 'Host').fill('host-13')
    await says(page, 'links', '1–1 of 1 (190 in all)')
    expect(await texts(page, '#links tbody td')).toEqual([
      'dead',
      'https://host-133.example/kites/number-19',
      '404, not found\n\na copy at web.archive.example',
      'lists/kites.md:81'
    ])
    await page.locator('#links').getByRole('button', {name: 'Clear filters'}).click()
    await control('links', 'Text').fill('refuses programs')
    await says(page, 'links', '1–10 of 10 (190 in all)')
  })

  it('the picture leads to the links of a host, and not to those of hosts that are called alike', async () => {
    await page.locator('#hosts summary').click()
    await page.locator('#hosts').getByRole('button', {name: 'host-7.example', exact: true}).click()
    await says(page, 'links', '1–1 of 1 (190 in all)')
    expect(await control('links', 'Host').inputValue()).toBe('host-7.example')
  })

  it('links are sorted by host', async () => {
    await page.locator('#links').getByRole('button', {name: 'Link', exact: true}).click()
    expect((await texts(page, '#links td.link')).slice(0, 3)).toEqual([
      'https://host-0.example/kites/number-0',
      'https://host-1001.example/kites/number-143',
      'https://host-1008.example/kites/number-144'
    ])
  })
})

test('all of it works from the keyboard', async () => {
  await using opened = await open(report)
  const {page, trouble} = opened
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return page.evaluate('document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText')
  }
  expect(await press('Tab')).toBe('Skip to the findings')
  expect(await page.locator('.skip').evaluate(one => one.getBoundingClientRect().top)).toBe(0)
  expect(await press('Enter', 'Tab')).toBe('Text')
  await page.keyboard.type('rule-7')
  await says(page, 'findings', '1–4 of 4 (121 in all)')
  expect(await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab')).toBe('Fix')
  await page.keyboard.type('safe')
  await says(page, 'findings', '1–4 of 4 (121 in all)')
  expect(await press('Tab')).toBe('Clear filters')
  await page.keyboard.press('Space')
  await says(page, 'findings', '1–50 of 121')
  expect(await press('Tab', 'Tab')).toBe('Next')
  await page.keyboard.press('Enter')
  await says(page, 'findings', '51–100 of 121')
  expect(await press('Tab', 'Enter')).toBe('Place')
  await says(page, 'findings', '1–50 of 121, by place, last first')
  expect(trouble).toEqual([])
})

test('without scripts everything is there, and no control that would do nothing', async () => {
  await using opened = await open(report, {javaScriptEnabled: false})
  const {page, trouble} = opened
  expect(await rows(page, 'findings').count()).toBe(121)
  expect(await rows(page, 'links').count()).toBe(190)
  expect(await rows(page, 'links').last().isVisible()).toBe(true)
  expect(await page.locator('form:visible, button:visible').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('on paper, all that is wanted is there, in the colours of paper', async () => {
  await using opened = await open(report, {colorScheme: 'dark'})
  const {page, trouble} = opened
  await page.locator('#findings').getByLabel('Level').selectOption('warning (91)')
  await says(page, 'findings', '1–50 of 91 (121 in all)')
  await page.emulateMedia({media: 'print', colorScheme: 'dark'})
  await page.evaluate('dispatchEvent(new Event("beforeprint"))')
  expect(await rows(page, 'findings').count()).toBe(91)
  expect(await page.locator('.rows details:not([open])').count()).toBe(0)
  expect(await page.locator('form:visible, nav:visible').count()).toBe(0)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
  await page.evaluate('dispatchEvent(new Event("afterprint"))')
  expect(await rows(page, 'findings').count()).toBe(50)
  expect(await page.locator('details[open]').count()).toBe(0)
  expect(trouble).toEqual([])
})

test.each([true, false])('nothing that a list says comes to life (scripts: %s)', async javaScriptEnabled => {
  const {files, links} = hostileReport(hostilePieces.join(' '))
  await using opened = await open(html(files, view, links), {javaScriptEnabled})
  const {page, trouble} = opened
  expect(await page.title()).toContain('awesome-doctor')
  expect(await rows(page, 'findings').count()).toBe(2)
  expect(await rows(page, 'links').count()).toBe(3)
  expect(await page.locator('iframe, img, base, meta[content="0"], [onerror], [onload], [autofocus]').count()).toBe(0)
  expect(await page.evaluate('globalThis.pwned')).toBeUndefined()
  expect(trouble).toEqual([])
})

test('of 25,000 rows a page of each table is drawn', async () => {
  const {files, links} = bigReport({findings: 5000, links: 20_000})
  await using opened = await open(html(files, view, links))
  const {page, trouble} = opened
  expect(await rows(page, 'findings').count()).toBe(50)
  expect(await rows(page, 'links').count()).toBe(50)
  await page.locator('#links').getByLabel('Text').fill('number-19999')
  await says(page, 'links', '1–1 of 1 (20,000 in all)')
  await page.locator('#links').getByRole('button', {name: 'Clear filters'}).click()
  await page.locator('#links').getByRole('button', {name: 'Link', exact: true}).click()
  await says(page, 'links', '1–50 of 20,000, by link')
  expect(trouble).toEqual([])
})

test('how things went is drawn, and told in numbers when asked for', async () => {
  await using opened = await open(html(files, {...view, audits: weeklyAudits(30)}, links))
  const {page, trouble} = opened
  const trend = page.getByRole('region', {name: 'Over time'})
  expect(await trend.locator('p').first().innerText()).toBe('37 more warnings than on 16 November 2026.')
  const curve = trend.getByRole('img', {name: 'Dead links: 0 on 4 May 2026, 9 on 23 November 2026, 9 at most'})
  const box = await curve.boundingBox()
  expect(box!.width).toBeGreaterThan(200)
  const colors = await page.evaluate<readonly string[]>(
    '[...document.querySelectorAll("#trend .line")].map(line => getComputedStyle(line).stroke + getComputedStyle(line).fill)'
  )
  expect(new Set(colors)).toEqual(new Set(['rgb(207, 51, 57)none', 'rgb(200, 138, 4)none']))
  expect(await trend.locator('table').isVisible()).toBe(false)
  await trend.getByText('30 audits in numbers').click()
  expect((await trend.locator('tbody tr').first().innerText()).split(/\s+/).slice(0, 3)).toEqual([
    '23',
    'November',
    '2026'
  ])
  expect(await trend.locator('tbody tr').count()).toBe(30)
  expect(trouble).toEqual([])
})

describe('axe finds no barrier', () => {
  const {files, links} = bigReport({findings: 12, links: 30})
  const short = html(files, {...view, audits: weeklyAudits(12)}, links)

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390]
  ] as const)('in %s, %i pixels wide', async (colorScheme, width) => {
    await using opened = await open(short, {colorScheme, viewport: {width, height: 900}})
    const {page} = opened
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true')
    await page.evaluate(axe.source)
    // What axe can't decide counts as well: nothing here is so odd that it could not be told.
    const found = await page.evaluate<readonly {id: string; nodes: {html: string; failureSummary: string}[]}[]>(
      'axe.run().then(({violations, incomplete}) => [...violations, ...incomplete])'
    )
    expect(found.map(({id, nodes}) => [id, nodes.map(node => [node.html, node.failureSummary])])).toEqual([])
  })
})
