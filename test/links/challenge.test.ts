import {describe, expect, it} from 'vitest'
import type {Answer} from '../../src/links/answer.ts'
import {challenge} from '../../src/links/challenge.ts'

const type = {'content-type': 'text/html; charset=utf-8'}
const page = (status: number, text: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: {...type, ...headers},
  text,
  whole: true
})

describe('what guards a site is told by', () => {
  it.each<[string, Answer]>([
    ['Cloudflare', {status: 403, headers: {'cf-mitigated': 'challenge'}}],
    ['Cloudflare', {status: 200, headers: {'cf-mitigated': 'challenge'}}],
    ['Cloudflare', page(503, '<title>Just a moment...</title>')],
    ['Cloudflare', page(403, '<title>Attention Required! | Cloudflare</title>')],
    ['Cloudflare', page(403, '<title>a.example</title><script>window._cf_chl_opt={}</script>')],
    ['Vercel', {status: 429, headers: {'x-vercel-mitigated': 'challenge'}}],
    ['Vercel', page(429, '<title>Vercel Security Checkpoint</title>')],
    ['AWS WAF', {status: 202, headers: {'x-amzn-waf-action': 'challenge'}}],
    ['AWS WAF', {status: 405, headers: {'x-amzn-waf-action': 'captcha'}}],
    ['AWS WAF', page(202, '<title></title><script>window.gokuProps = {}</script>')],
    ['DataDome', {status: 403, headers: {'x-datadome': 'protected'}}],
    ['DataDome', page(403, '<p>Please enable JS</p><script src="https://ct.captcha-delivery.com/c.js"></script>')],
    ['Imperva', {status: 403, headers: {'x-iinfo': '1-2-3'}}],
    ['Imperva', page(200, '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31"></iframe>')],
    ['Imperva', page(200, '<title>Pardon Our Interruption</title>')],
    ['Akamai', {status: 403, headers: {server: 'AkamaiGHost'}}],
    ['Akamai', page(403, '<title>Access Denied</title><p>Reference #18 https://errors.edgesuite.net/18')],
    ['HUMAN', page(403, '<title>Access to this page has been denied.</title>')],
    ['HUMAN', page(200, '<title>a.example</title><div id="px-captcha"></div>')],
    ['Anubis', page(200, '<title>Making sure you&#39;re not a bot!</title>')],
    ['SiteGround', {status: 202, headers: {'sg-captcha': 'challenge'}}],
    ['Kasada', {status: 429, headers: {'x-kpsdk-ct': 'x'}}],
    ['Sucuri', page(403, '<title>Sucuri WebSite Firewall - Access Denied</title>')],
    ['the host', page(200, '<title>Robot Check</title>')],
    ['the host', page(200, '<title>Are you a robot?</title>')],
    ['the host', page(200, '<title>Verifying your browser…</title>')],
    ['the host', page(200, '<title>Human Verification</title>')],
    ['the host', page(200, '<title>Client Challenge</title>')],
    ['the host', page(200, '<title>A Forum - Prove your humanity</title>')]
  ])('%s: %j', (name, answer) => {
    expect(challenge(answer)).toBe(`${name} keeps programs out (\`${answer.status}\`)`)
  })

  const long = `<p>${'Words of a page. '.repeat(300)}</p>`
  it.each<[string, Answer]>([
    ['nothing', {status: 403, headers: {}}],
    ['Cloudflare itself', {status: 200, headers: {server: 'cloudflare', 'cf-ray': '1'}}],
    ['Cloudflare with a page that is not there', {status: 404, headers: {server: 'cloudflare'}}],
    [
      'what Cloudflare puts into every page',
      page(200, `<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`)
    ],
    ['what DataDome sends with every page', {status: 200, headers: {'x-datadome': 'protected'}}],
    ['what DataDome puts into every page', page(200, '<script src="https://js.datadome.co/tags.js"></script>')],
    ['what Imperva sends with every page', {status: 404, headers: {'x-iinfo': '1'}}],
    ['what Imperva puts into every page', page(200, '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>')],
    ['Akamai with a page that is not there', {status: 404, headers: {server: 'AkamaiGHost'}}],
    ['an outage', {status: 503, headers: {server: 'AkamaiGHost'}}],
    ['a page about it', page(200, `<title>Just a moment... A novel</title>${long}`)],
    ['a page about it', page(200, `<title>How px-captcha works</title><code>px-captcha</code>${long}`)],
    ['a page about it', page(200, `<title>Human verification in software</title>${long}`)],
    [
      'what is no page',
      {status: 200, headers: {'content-type': 'application/json'}, text: '<title>Robot check</title>'}
    ]
  ])('not %s: %j', (_, answer) => {
    expect(challenge(answer)).toBeUndefined()
  })
})
