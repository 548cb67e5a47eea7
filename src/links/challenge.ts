import type {Answer} from './answer.ts'
import {type Page, pageOf} from './page.ts'

interface Guard {
  readonly name: string
  /** A header that only its refusals have. */
  readonly header?: readonly [name: string, value: RegExp]
  /** Titles of its pages. */
  readonly title?: RegExp
  /** What only its pages have in their source; read where the page says little, as theirs do. */
  readonly source?: RegExp
  /** What all answers through it have: with a refusal they tell whose it is. */
  readonly sign?: readonly [name: string, value: RegExp]
}

/** Who turns programs away, and how that is told from an answer of the site itself. */
const guards: readonly Guard[] = [
  {
    // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    name: 'Cloudflare',
    header: ['cf-mitigated', /./],
    title:
      /^(?:just a moment|attention required! \| cloudflare|please wait\.{3} \| cloudflare|access denied \| .{1,80} used cloudflare to restrict access|ddos-guard|one moment, please)(?:\.{3}|…)?$/i,
    source: /window\._cf_chl_opt|\/cdn-cgi\/challenge-platform\/h\/|cf-browser-verification/
  },
  {
    // https://vercel.com/docs/vercel-firewall/firewall-concepts
    name: 'Vercel',
    header: ['x-vercel-mitigated', /./],
    title: /^vercel security checkpoint$/i
  },
  {
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html: 202 and 405.
    name: 'AWS WAF',
    header: ['x-amzn-waf-action', /./],
    source: /\bgokuProps\b|awsWafCookieDomainList/
  },
  {
    // https://docs.datadome.co/docs/troubleshooting-and-faqs
    name: 'DataDome',
    source: /captcha-delivery\.com/,
    sign: ['x-datadome', /./]
  },
  {
    name: 'Imperva',
    title: /^pardon our interruption(?:\.{3}|…)?$/i,
    source: /<iframe[^>]{0,300}_Incapsula_Resource|Incapsula incident ID/,
    sign: ['x-iinfo', /./]
  },
  {
    name: 'Akamai',
    source: /errors\.edgesuite\.net|sec-if-cpt-container|\/_sec\/cp_challenge\//,
    sign: ['server', /^akamai/i]
  },
  {
    // https://docs.humansecurity.com/applications/
    name: 'HUMAN',
    title: /^access to this page has been denied\.?$/i,
    source: /px-captcha|captcha\.px-cdn\.net|captcha\.perimeterx\.net/
  },
  // https://anubis.techaro.lol/docs/admin/configuration/custom-status-codes: with 200, unless told otherwise.
  {name: 'Anubis', title: /^making sure you(?:'|’)re not a bot!?$/i, source: /\/\.within\.website\/x\/cmd\/anubis\//},
  {name: 'SiteGround', header: ['sg-captcha', /challenge/], source: /\/\.well-known\/sgcaptcha\//},
  {name: 'Kasada', sign: ['x-kpsdk-ct', /./]},
  {name: 'Sucuri', title: /^sucuri website firewall - access denied$/i, sign: ['x-sucuri-id', /./]},
  {name: 'Radware', title: /^radware (?:bot manager )?captcha(?: page)?$/i},
  {
    name: 'the host',
    title:
      /^(?:(?:security|human|bot|browser|robot) (?:check|verification|checkpoint)|robot or human\??|are you (?:a )?(?:human|robot|bot)\??|(?:verify|verifying|verification|checking) (?:that )?(?:you are (?:a )?human|your browser).{0,40}|client challenge|you have been blocked|(?:your )?(?:access|request) (?:has been |was )?blocked|(?:.{1,40} - )?prove your humanity|checking (?:your browser|if the site connection is secure).{0,40}|ddos-guard|request rejected|unusual traffic.{0,40})(?:\.{3}|…|!|\.)?$/i
  }
]

/** Longer pages are more than a question put to visitors. */
const little = 2000

/**
 * Why an answer is not that of the site but of what guards it against programs, in words without a final mark, whatever
 * its status is; nothing where it is the site's own.
 */
export function challenge(answer: Answer, page: Page | undefined = pageOf(answer)): string | undefined {
  const found = guards.find(guard => isBy(guard, answer, page))
  return found && `${found.name} keeps programs out (\`${answer.status}\`)`
}

const refusals = new Set([403, 405, 406, 429])

function isBy({header, title, source, sign}: Guard, {status, headers}: Answer, page: Page | undefined): boolean {
  const has = ([name, value]: readonly [string, RegExp]): boolean => value.test(headers[name] ?? '')
  if (header && has(header)) return true
  if (sign && refusals.has(status) && has(sign)) return true
  if (!page) return false
  if (title?.test(page.title ?? '')) return true
  return source !== undefined && page.text.length < little && source.test(page.html.slice(0, 50_000))
}
