import {describe, expect, it} from 'vitest'
import {type Page, readPage} from '../../src/links/page.ts'

const seen = (html: string, ...keys: readonly (keyof Page)[]) => {
  const page = readPage(html)
  return keys.length === 1 ? page[keys[0]!] : keys.map(key => page[key])
}

describe('title and heading', () => {
  it.each([
    ['<title>A page</title>', 'A page'],
    ['<TITLE\nlang="en">A\n  page </Title >', 'A page'],
    ['<title>A &amp; B &#8211; &#x43; &eacute;&nbsp;&unknown; &amp</title>', 'A & B – C é &unknown; &amp'],
    ['<title>&#0;&#xd800;&#x110000;</title>', '\u{FFFD}\u{FFFD}\u{FFFD}'],
    ['<title>a <b>c</b></title>', 'a <b>c</b>'],
    ['<!-- <title>no</title> --><title>yes</title>', 'yes'],
    ['<script>"<title>no</title>"</script><title>yes</title>', 'yes'],
    ['<svg><title>no</title></svg><title>yes</title>', 'yes'],
    ['<template><title>no</title></template><title>yes</title>', 'yes'],
    ['<title>first</title><title>second</title>', 'first'],
    ['<title>broken o', 'broken o'],
    ['<title></title>', undefined],
    ['<titles>no</titles>', undefined],
    ['no page', undefined],
    ['', undefined]
  ])('%j: title %j', (html, title) => {
    expect(seen(html, 'title')).toBe(title)
  })

  it.each([
    ['<h1>Page not found</h1>', 'Page not found'],
    ['<h1 class="a>b"><a href="/">Page <em>n</em>ot</a>\n found</h1>', 'Page not found'],
    ['<h1>404<br>Not found</h1>', '404 Not found'],
    ['<h1><div>404</div><div>Not found</div></h1>', '404 Not found'],
    ['<h1><img src="logo.png"></h1><h1>A</h1>', 'A'],
    ['<h1>&laquo;A&raquo;</h1>', '«A»'],
    ['<h2>A</h2>', undefined],
    ['<h1>never closed', undefined],
    ['<h1>A<h2>B</h2>', 'A']
  ])('%j: heading %j', (html, heading) => {
    expect(seen(html, 'heading')).toBe(heading)
  })

  it('has an end', () => {
    expect(readPage(`<title>${'a'.repeat(5000)}</title>`).title).toHaveLength(1000)
  })
})

describe('where a page says that it belongs', () => {
  it.each([
    ['<link rel="canonical" href="https://a.example/b">', 'https://a.example/b'],
    ['<link href=/b?c=1&amp;d=2 rel=canonical>', '/b?c=1&d=2'],
    ["<LINK REL='alternate Canonical' HREF=' /b '/>", '/b'],
    ['<link rel="canonical">', undefined],
    ['<link rel="uncanonical" href="/b">', undefined],
    ['<a rel="canonical" href="/b">', undefined]
  ])('%j: %j', (html, canonical) => {
    expect(seen(html, 'canonical')).toBe(canonical)
  })

  it.each([
    ['<meta http-equiv="refresh" content="0; url=/b">', {to: '/b', seconds: 0}],
    ['<META HTTP-EQUIV=Refresh CONTENT="5;URL=\'https://a.example/\'">', {to: 'https://a.example/', seconds: 5}],
    ['<meta http-equiv="refresh" content=" 0.5 , /b?c=;d ">', {to: '/b?c=;d', seconds: 0}],
    ['<meta http-equiv="refresh" content="5">', undefined],
    ['<meta http-equiv="refresh" content="5;">', undefined],
    ['<meta http-equiv="refresh" content="url=/b">', undefined],
    ['<meta name="refresh" content="0; url=/b">', undefined],
    ['<noscript><meta http-equiv="refresh" content="0; url=/no-script"></noscript>', undefined]
  ])('%j: %j', (html, refresh) => {
    expect(seen(html, 'refresh')).toEqual(refresh)
  })
})

describe('what a reader sees', () => {
  it('is the text outside of scripts, styles, templates and titles', () => {
    const html = `<!doctype html><?php ?><html><head><title>T</title><style>p > a {}</style></head><body><p>One<p>two &lt; 3 < 4
      <script>if (a < b) document.write("<p>no</p>")</script><template><p>no</p></template><textarea><p>no</p></textarea>
      <noscript>no</noscript><!-- no --></body>`
    expect(seen(html, 'text')).toBe('One two < 3 < 4')
  })

  it('is only begun', () => {
    expect(readPage('<p>word '.repeat(100_000)).text).toHaveLength(4000)
  })

  it('has scripts and frames beside it', () => {
    const html =
      '<script src="/a.js"></script><script>one()</script><iframe src=//b.example/></iframe><script> two() </script>'
    expect(seen(html, 'sources', 'script')).toEqual([['/a.js', '//b.example/'], 'one()two()'])
  })
})

describe('a page rendered by script', () => {
  const much = 'word '.repeat(100)
  it.each([
    ['<div id="root"></div><script src="/main.js"></script>'],
    [
      '<noscript>You need to enable JavaScript to run this app.</noscript><p>Please wait a little while, this takes long</p><script src="a.js"></script>'
    ],
    ['<app-root><p>Loading the application, this may take a while</p></app-root><script>boot()</script>'],
    ['<div id=__next><p>Loading the application, this may take a while</p></div><script>boot()</script>'],
    ['<body><script src="/bundle.js"></script>'],
    ['<body>Loading…<script src="/bundle.js"></script>']
  ])('%s', html => {
    expect(seen(html, 'scripted')).toBe(true)
  })

  it.each([
    [`<div id="root">${much}</div><script src="/main.js"></script>`],
    [`<noscript>Enable JavaScript for comments.</noscript><p>${much}</p><script src="a.js"></script>`],
    ['<div id="root"></div>'],
    ['<p>A short page, and nothing but a counter of visits on it.</p><script src="count.js"></script>'],
    ['']
  ])('is none: %s', html => {
    expect(seen(html, 'scripted')).toBe(false)
  })
})

describe('names', () => {
  it('are ids, and names of anchors', () => {
    const html = `<h2 id="one">1</h2><a name=two></a><a NAME='thr&eacute;e' id=four><input name="no"><a name="">
      <p data-id="no" id=five/><p id="six" id="no"><svg><g id="seven"></svg><p class="x"id="eight"><p/id=nine>
      <script>'<p id="no">'</script><!-- <p id="no"> --><p title='<p id="no">' id="ten">`
    expect([...readPage(html).names]).toEqual([
      'one',
      'two',
      'four',
      'thrée',
      'five/',
      'six',
      'seven',
      'eight',
      'nine',
      'ten'
    ])
  })

  it('may be missing on headings', () => {
    const html = '<h2 id="a">Named</h2><h2><a name="b"></a>Named within</h2><h3>How to: <i>Install</i></h3><h4></h4>'
    expect([...readPage(html).unnamed]).toEqual(['howtoinstall', ''])
  })
})

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

/** Each would take hours if anything were searched for from each place anew. */
describe('a hostile page is read to its end:', () => {
  it.each([
    '<',
    '<a ',
    '<a',
    '<a b',
    '<a b=',
    '<a b="',
    "<a b='",
    '<a b="\'',
    '<a b="" ',
    '<!--',
    '<!-',
    '<!',
    '<?',
    '</',
    '</a',
    '-->',
    '<title>',
    '</title',
    '<script>',
    '</script ',
    '<script><!--',
    '<style>',
    '<textarea>',
    '<h1>',
    '<h1></h1>',
    '<h1><a id=b>',
    '<noscript>',
    '</noscript>',
    '<template><noscript>',
    '<svg>',
    '<svg><title>',
    '&',
    '&a',
    '&amp;',
    '&#',
    '&#x',
    '&#1;',
    ' ',
    '\n',
    '= ',
    '/ ',
    '<p id=a>',
    '<p id="',
    '<meta http-equiv=refresh content="0;',
    '<link rel=canonical href=',
    '<a \n',
    '<a/',
    '<a = ',
    '<a\n=\n',
    '\u{0}',
    '<\u{0}',
    'İ',
    '<İ',
    '<iframe src=a>',
    '<iframe src=a></iframe>',
    ':a',
    '<div><p>'
  ])('%j', piece => {
    const page = readPage(`<title>T</title><p id="first">${repeated(piece, 1_000_000)}`)
    expect([page.title, page.names.has('first')]).toEqual(['T', true])
    expect(page.text.length).toBeLessThanOrEqual(4000)
    const html = repeated(piece, 200_000)
    // As one attribute, one tag, one comment, one script.
    for (const around of [
      `<p title="${html}`,
      `<p ${html}`,
      `<!--${html}`,
      `<script>${html}`,
      `<h1>${html}`,
      `<a href='${html}'>`
    ])
      expect(readPage(`<p id="first">${around}`).names.has('first')).toBe(true)
  })

  it('with an attribute of a million blanks, and many names', () => {
    const blanks = ' '.repeat(1_000_000)
    expect(readPage(`<meta http-equiv="refresh" content="0${blanks}x">`).refresh).toBeUndefined()
    expect(readPage(`<title>a${blanks}b</title>`).title).toBe('a')
    expect(readPage(`<link rel="${blanks}" href=a>`).canonical).toBeUndefined()
    const ids = Array.from({length: 80_000}, (_, at) => `<p id=n${at}>`).join('')
    expect(readPage(ids).names.size).toBe(80_000)
  })
})
