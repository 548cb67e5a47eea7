import {describe, expect, it} from 'vitest'
import {saysNotFound} from '../../src/links/not-found.ts'
import {readPage} from '../../src/links/page.ts'
import {softDeath} from '../../src/links/soft-404.ts'

const front = 'leads to the front page of'

describe('an address that leads to a front page', () => {
  it.each([
    ['https://a.example/guide/start', 'https://a.example/'],
    ['https://a.example/guide', 'https://a.example/'],
    ['http://a.example/guide.html', 'https://www.a.example/'],
    ['https://www.a.example/2019/03/a-post/', 'https://a.example/en/'],
    ['https://a.example/guide', 'https://a.example/en-US/home'],
    ['https://a.example/guide', 'https://a.example/us/en/index.html'],
    ['https://a.example/guide', 'https://a.example/?utm_source=old&lang=de'],
    ['https://a.example/guide', 'https://a.example/default.aspx'],
    ['https://a.example/?p=123', 'https://a.example/'],
    ['https://a.example/34769600/', 'https://a.example/'],
    ['https://a.example/index.php?title=Guide', 'https://a.example/'],
    ['https://docs.a.example/install', 'https://www.a.example/'],
    ['https://a.example/docs-of-hammer', 'https://docs.a.example/'],
    ['https://old.example/tools/hammer', 'https://bigcompany.example/'],
    ['https://old.example/project/guide/install', 'https://project.example/'],
    ['https://old.example/tools/hammer', 'https://www.bigcompany.example/de/']
  ])('from %s to %s', (asked, final) => {
    expect(softDeath({asked, final})).toBe(`${front} \`${new URL(final).hostname}\``)
  })

  it.each([
    ['the same', 'https://a.example/guide', 'https://a.example/guide'],
    ['another page', 'https://a.example/guide', 'https://a.example/manual'],
    ['the front page was asked', 'http://a.example', 'https://www.a.example/'],
    ['in another language', 'https://a.example/en', 'https://a.example/'],
    ['in another language', 'https://a.example/en-us/', 'https://a.example/de/'],
    ['by its file', 'https://a.example/index.html', 'https://a.example/'],
    ['by its file', 'https://a.example/en/home.php', 'https://a.example/'],
    ['by its folder', 'https://a.example/home', 'https://a.example/'],
    ['by its folder', 'https://a.example/blog/', 'https://a.example/'],
    ['by its version', 'https://docs.a.example/latest/', 'https://docs.a.example/'],
    ['by its version', 'https://docs.a.example/en/v2.1/', 'https://docs.a.example/'],
    ['with the tracks of a visitor', 'https://a.example/?utm_source=list', 'https://a.example/'],
    ['a product with a domain of its own', 'https://site.example/product', 'https://product.example/'],
    [
      'a product with a domain of its own',
      'https://site.example/tools/my-product/',
      'https://www.myproduct.example/en/'
    ],
    ['a product with a host of its own', 'https://site.example/product/', 'https://product.site.example/'],
    ['a product with a longer name', 'https://site.example/product-app', 'https://product.example/'],
    ['a product with a file', 'https://site.example/product.html', 'https://product.example/'],
    ['a product with documentation', 'https://site.example/product/docs/', 'https://product.example/'],
    ['a person', 'https://university.example/~jsmith/', 'https://jsmith.example/'],
    ['pages of a project', 'https://owner.github.io/project/', 'https://project.example/'],
    ['a path that has the name of the site', 'https://product.example/product', 'https://product.example/'],
    ['a route of an application', 'https://a.example/guide', 'https://a.example/#/guide'],
    ['a front page that takes a name', 'https://a.example/guide', 'https://a.example/?page=guide'],
    ['what only leads elsewhere', 'https://go.a.example/conference', 'https://b.example/'],
    ['what only leads elsewhere', 'https://a.example/out/12', 'https://b.example/'],
    ['a short address', 'https://bit.ly/abcdef', 'https://b.example/'],
    ['a lasting address', 'http://purl.org/some/vocabulary', 'https://b.example/'],
    ['what only leads elsewhere', 'https://a.example/recommends/host', 'https://b.example/']
  ])('and may: %s (%s to %s)', (_, asked, final) => {
    expect(softDeath({asked, final})).toBeUndefined()
  })
})

describe('an address that leads to an error page', () => {
  it.each([
    'https://a.example/404',
    'https://a.example/404.html',
    'https://a.example/en/not-found',
    'https://a.example/page-not-found/',
    'https://a.example/PageNotFound.aspx',
    'https://a.example/errors/404',
    'https://a.example/error.html',
    'https://a.example/oops.aspx?aspxerrorpath=/guide'
  ])('%s', final => {
    expect(softDeath({asked: 'https://a.example/guide', final})).toBe(`leads to \`${new URL(final).pathname}\``)
  })

  it.each([
    ['https://a.example/wiki/404', 'https://www.a.example/wiki/404'],
    ['http://a.example/docs/error', 'https://a.example/docs/error'],
    ['https://a.example/guide', 'https://a.example/guides/errors-and-404-pages'],
    ['https://a.example/posts/404', 'https://a.example/blog/404']
  ])('and not %s, at %s', (asked, final) => {
    expect(softDeath({asked, final})).toBeUndefined()
  })
})

const missing = [
  '404',
  'Error 404',
  '404 Error',
  '404 page',
  '404 Not Found',
  '410 Gone',
  'Not Found',
  'Page not found',
  'Page not found (404) - Example',
  'Page Not Found · GitHub Pages',
  '404 - Page not found | Example',
  'Example – 404',
  'Example: Page not found',
  '404: This page could not be found.',
  'Oops! That page can’t be found.',
  'Nothing found - A Blog',
  'Error 404 (Not Found)!!1',
  'HTTP Status 404 – Not Found',
  'HTTP Error 404.0 - Not Found',
  '404 - File or directory not found.',
  'The resource cannot be found.',
  "We can't find the page you're looking for",
  'The page you requested does not exist',
  "Sorry, this page isn't available.",
  'This video is no longer available',
  'This repository has been removed',
  'This product is no longer available | Example Shop',
  'Error | Page not found',
  'No such app',
  'Seite nicht gefunden | Beispiel GmbH',
  'Die angeforderte Seite wurde nicht gefunden',
  'Fehler 404',
  'Page introuvable - Exemple',
  'Erreur 404 : page non trouvée',
  "La page demandée n'existe pas",
  'Página no encontrada | Ejemplo',
  'La página que buscas no existe',
  'Página não encontrada - Exemplo',
  'Pagina non trovata - Esempio',
  'Pagina niet gevonden',
  'Sidan hittades inte',
  'Siden blev ikke fundet',
  'Nie znaleziono strony',
  'Страница не найдена',
  'Ошибка 404. Страница не найдена — Пример',
  'Сторінку не знайдено',
  'Stránka nenalezena',
  'Sayfa bulunamadı',
  'Halaman tidak ditemukan',
  'Không tìm thấy trang',
  'الصفحة غير موجودة',
  '404 - 找不到页面',
  '抱歉，您访问的页面不存在',
  '該頁面不存在',
  'お探しのページは見つかりませんでした。',
  '404 Not Found | 株式会社例',
  '요청하신 페이지를 찾을 수 없습니다.'
]

const there = [
  '',
  'Home',
  'Error',
  'Oops',
  'Page',
  'A list of awesome things',
  'How to fix 404 errors in nginx',
  'How to fix: Page not found',
  'HTTP 404',
  'HTTP 404 - Wikipedia',
  '404 - Wikipedia',
  '404 (disambiguation)',
  'List of HTTP status codes',
  '404 Not Found - HTTP | MDN',
  '410 Gone - HTTP | MDN',
  '404 Not Found (band) - Wikipedia',
  '404 Media',
  'Peugeot 404',
  'Chapter 404: The End',
  'Not Found: The story of a lost band',
  'Custom 404 page design inspiration',
  'Item not found exception in Java - Stack Overflow',
  'ModuleNotFoundError: not found',
  'Missing persons',
  'Deleted scenes',
  'Available for hire',
  'Gone Girl',
  'Lost and Found',
  'No more excuses',
  'Looking for a job?',
  'Find what you are looking for',
  'This page was moved',
  'Nothing',
  'Die Seite der Woche',
  'La page',
  'Страница',
  'ページ',
  '页面',
  'Page not found '.repeat(50)
]

describe('a title that says that the page is not there', () => {
  const asked = 'https://www.a.example/guide'
  const long = `<p>${'Words of a page. '.repeat(300)}</p>`

  it.each(missing)('%s', title => {
    const page = readPage(`<title>${title}</title>${long}`)
    expect(softDeath({asked, final: asked, page})).toMatch(/^says `.+`$/)
    // As a heading it counts on a short page only.
    expect(softDeath({asked, final: asked, page: readPage(`<h1>${title}</h1><p>Short.`)})).toMatch(/^says `.+`$/)
    expect(softDeath({asked, final: asked, page: readPage(`<h1>${title}</h1>${long}`)})).toBeUndefined()
  })

  it.each(there)('not: %s', title => {
    expect(saysNotFound(title, 'a.example')).toBe(false)
    expect(softDeath({asked, final: asked, page: readPage(`<title>${title}</title><h1>${title}</h1>`)})).toBeUndefined()
  })

  it('but not where that is what was asked for', () => {
    const page = readPage('<title>404 Not Found</title>')
    for (const path of ['/wiki/404', '/status/not-found', '/docs/http-errors', '/NotFound'])
      expect(softDeath({asked: `https://a.example${path}`, final: `https://a.example${path}`, page})).toBeUndefined()
    const toy = readPage('<title>This Image Does Not Exist</title>')
    const its = 'https://thisimagedoesnotexist.example/'
    expect(softDeath({asked: its, final: its, page: toy})).toBeUndefined()
    const song = readPage('<title>Page Gone | Lyrics</title>')
    expect(
      softDeath({asked: 'https://a.example/lyrics/page-gone', final: 'https://a.example/lyrics/page-gone', page: song})
    ).toBe('says `Page Gone | Lyrics`')
  })

  it('nor where only a part of the page is missing', () => {
    const page = readPage('<title>The guide to everything</title><h1>Not found</h1><p>Short.')
    expect(softDeath({asked, final: asked, page})).toBeUndefined()
    expect(softDeath({asked: 'https://a.example/x', final: 'https://a.example/x', page})).toBe('says `Not found`')
  })

  it('is told fit for backticks', () => {
    const page = readPage('<title>`404`\n\u{1b}[31m not \u{202e} found</title>')
    expect(softDeath({asked, final: asked, page})).toBeUndefined()
    expect(softDeath({asked, final: asked, page: readPage('<title>`404`\nnot \u{202e} found</title>')})).toBe(
      'says `404 not found`'
    )
  })
})

describe('a web server without a site', () => {
  it.each([
    'Welcome to nginx!',
    'Apache2 Ubuntu Default Page: It works',
    'IIS Windows Server',
    'Test Page for the Apache HTTP Server',
    'Account Suspended',
    'Site not found · GitHub Pages'
  ])('%s', title => {
    const final = 'https://a.example/'
    expect(softDeath({asked: final, final, page: readPage(`<title>${title}</title>`)})).toMatch(/^shows `/)
  })

  it.each(['Welcome to nginx Academy, the school', 'Default pages of web servers compared', 'IIS tutorials'])(
    'not %s',
    title => {
      const final = 'https://a.example/'
      expect(softDeath({asked: final, final, page: readPage(`<title>${title}</title>`)})).toBeUndefined()
    }
  )
})

describe('a domain that is for sale', () => {
  const asked = 'https://a.example/'
  it.each([
    'https://www.hugedomains.com/domain_profile.cfm?d=a.example',
    'https://dan.com/buy-domain/a.example',
    'https://sedo.com/search/details/?domain=a.example',
    'https://www.afternic.com/forsale/a.example',
    'https://www.godaddy.com/forsale/a.example',
    'http://ww25.a.example/?subid1=1'
  ])('leads to %s', final => {
    expect(softDeath({asked, final})).toMatch(/^leads to /)
  })

  it.each([
    '<title>a.example is for sale</title>',
    '<title>A.example is for sale | HugeDomains</title>',
    '<title>a.example</title><h1>The domain name a.example is for sale!</h1>',
    '<title>a.example</title><p>This domain may be for sale. Ask us.</p>',
    '<h1>This domain has expired</h1>',
    '<title>Buy this domain</title>',
    '<title>Domain parked</title>',
    '<title>Diese Domain steht zum Verkauf</title>',
    '<h1>Le domaine a.example est à vendre</h1>',
    '<h1>El dominio a.example está en venta</h1>',
    '<h1>Домен a.example продаётся</h1>',
    '<h1>域名出售</h1>',
    '<script src="https://www.sedoparking.com/frmpark/a.example/park.js"></script><p>Related links',
    '<html><body><div id="root"></div><script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>',
    '<script>window.onload=function(){window.location.href="/lander"}</script>'
  ])('shows %s', html => {
    expect(softDeath({asked, final: asked, page: readPage(html)})).toMatch(/^(?:says that the domain|shows what)/)
  })

  it.each([
    '<title>How to sell a domain</title><h1>When a domain is for sale</h1>',
    `<title>News</title><p>This domain may be for sale. ${'Words of an article about it. '.repeat(100)}</p>`,
    '<title>Houses for sale</title>',
    '<title>Everything is for sale</title>',
    '<title>Your session has expired</title>',
    '<title>Domain names are available to everybody</title>',
    '<title>Domain names for everyone</title>',
    '<title>Domains available to all teams</title>',
    '<script src="https://cdn.example/park.css"></script><p>A walk in the park',
    '<script>location.href="/app"</script>'
  ])('not: %s', html => {
    expect(softDeath({asked, final: asked, page: readPage(html)})).toBeUndefined()
  })

  it('not where its seller is linked', () => {
    expect(softDeath({asked: 'https://sedo.com/us/', final: 'https://www.sedo.com/en/'})).toBeUndefined()
    expect(
      softDeath({asked: 'https://godaddy.com/forsale/a', final: 'https://www.godaddy.com/forsale/a'})
    ).toBeUndefined()
    expect(softDeath({asked: 'https://ww1.a.example/', final: 'https://ww2.a.example/'})).toBeUndefined()
  })
})

describe('what a page says to browsers and search engines', () => {
  const asked = 'https://a.example/guide/start'
  it.each([
    ['<meta http-equiv="refresh" content="0; url=/">', 'sends its reader to a front page'],
    ['<meta http-equiv="refresh" content="3; url=https://www.a.example/en/">', 'sends its reader to a front page'],
    ['<link rel="canonical" href="https://a.example/">', 'says that its address is that of a front page'],
    ['<link rel="canonical" href="/">', 'says that its address is that of a front page']
  ])('%s', (html, reason) => {
    expect(softDeath({asked, final: asked, page: readPage(html)})).toBe(reason)
  })

  it.each([
    '<meta http-equiv="refresh" content="0; url=/guide/begin">',
    '<meta http-equiv="refresh" content="300; url=/">',
    '<meta http-equiv="refresh" content="0; url=https://guide.example/">',
    '<meta http-equiv="refresh" content="0; url=javascript:history.back()">',
    '<meta http-equiv="refresh" content="0; url=https://[">',
    '<link rel="canonical" href="https://a.example/guide/start/">',
    '<link rel="canonical" href="/"><title>How to start</title>',
    '<link rel="canonical" href="/"><div id="root"></div><script src="app.js"></script>'
  ])('and nothing by %s', html => {
    expect(softDeath({asked, final: asked, page: readPage(html)})).toBeUndefined()
  })
})
