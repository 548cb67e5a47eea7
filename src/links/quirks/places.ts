import {askedAs, type Quirk} from './quirk.ts'

/** Where code, knowledge and things are kept. */
export const places: readonly Quirk[] = [
  {
    // 429 in every checker: lycheeverse/lychee#1873, #1402, #634. There is no published limit for pages.
    hosts: ['github.com'],
    because: 'GitHub answers 429 to who asks too often',
    method: 'HEAD',
    pace: {atOnce: 2, gap: 300},
    examples: [{url: 'https://github.com/owner/name', answers: {200: undefined, 404: undefined, 429: undefined}}]
  },
  {
    // Comments and lines come with scripts: open-telemetry/opentelemetry.io#11194, lycheeverse/lychee#1729
    hosts: ['github.com'],
    paths: /^\/[^/]+\/[^/]+\/(?:issues|pull|discussions|blob|tree|blame|commits?|compare|releases|actions|wiki)\b/,
    because: 'the page is written by scripts',
    fragments: 'script',
    examples: [{url: 'https://github.com/owner/name/issues/1#issuecomment-2'}]
  },
  {
    hosts: ['githubusercontent.com'],
    because: 'a file has nothing to say beyond its head',
    method: 'HEAD',
    examples: [{url: 'https://raw.githubusercontent.com/owner/name/main/readme.md', answers: {404: undefined}}]
  },
  {
    // A project that is private and one that is not there lead to a login alike: gitlabhq/gitlabhq#5752
    hosts: ['gitlab.com'],
    because: 'the pages of GitLab are written by scripts',
    fragments: 'script',
    pace: {atOnce: 2, gap: 300},
    examples: [{url: 'https://gitlab.com/owner/name#usage', answers: {200: undefined, 404: undefined}}]
  },
  {
    hosts: ['bitbucket.org', 'docs.google.com', 'sites.google.com', 'npmjs.com'],
    because: 'the page is written by scripts',
    fragments: 'script',
    examples: [
      {url: 'https://docs.google.com/document/d/a/edit#heading=h.b', answers: {200: undefined, 404: undefined}}
    ]
  },
  {
    hosts: ['notion.so', 'notion.site'],
    because: 'Notion answers 200 whether there is a page or not',
    lies: [200],
    fragments: 'script',
    examples: [{url: 'https://somebody.notion.site/a-page-1', answers: {200: 'unsure', 404: undefined}}]
  },
  {
    // https://colab.research.google.com/github/googlecolab/colabtools/blob/main/notebooks/colab-github-demo.ipynb
    hosts: ['colab.research.google.com'],
    paths: /^\/github\/[^/]+\/[^/]+\/blob\//,
    because: 'Colab answers 200 whether there is a notebook or not',
    ask: askedAs(/^\/github(\/[^/]+\/[^/]+\/blob\/[^?]+)/, path => `https://github.com${path}`),
    told: {404: {status: 'dead', reason: 'GitHub does not have the notebook'}},
    witness:
      'https://colab.research.google.com/github/googlecolab/colabtools/blob/main/notebooks/colab-github-demo.ipynb',
    method: 'HEAD',
    examples: [
      {
        url: 'https://colab.research.google.com/github/owner/name/blob/main/a.ipynb#scrollTo=x',
        asks: 'https://github.com/owner/name/blob/main/a.ipynb',
        answers: {200: 'alive', 404: 'dead', 429: undefined}
      }
    ]
  },
  {
    // https://huggingface.co/docs/hub/rate-limits; 401 as well for what is not there (huggingface_hub: RepositoryNotFoundError).
    hosts: ['huggingface.co'],
    because: 'Hugging Face answers 401 for what is private and for what is not there',
    blocks: [401],
    pace: {atOnce: 1, gap: 500},
    examples: [{url: 'https://huggingface.co/owner/model', answers: {401: 'unsure', 404: undefined, 200: undefined}}]
  },
  {
    // https://www.mediawiki.org/wiki/API:Etiquette, https://wikitech.wikimedia.org/wiki/Robot_policy
    hosts: ['wikipedia.org', 'wikimedia.org', 'wikibooks.org', 'wikidata.org', 'wiktionary.org', 'mediawiki.org'],
    because: 'Wikimedia wants programs to ask one thing after the other',
    method: 'HEAD',
    pace: {atOnce: 1, gap: 100},
    examples: [{url: 'https://en.wikipedia.org/wiki/A', answers: {404: undefined, 429: undefined}}]
  },
  {
    // edgi-govdata-archiving/wayback#137, #206: an hour without answer for who ignores 429.
    hosts: ['web.archive.org'],
    because: 'the Wayback Machine bans who asks too often',
    pace: {atOnce: 1, gap: 4000},
    permalink: true,
    examples: [{url: 'https://web.archive.org/web/2020/https://a.example/', answers: {404: undefined}}]
  },
  {
    hosts: ['archive.today', 'archive.ph', 'archive.is', 'archive.li', 'archive.md', 'archive.vn', 'archive.fo'],
    because: '`archive.today` answers programs with 429',
    blocks: [429],
    permalink: true,
    examples: [{url: 'https://archive.ph/abcde', answers: {429: 'unsure', 404: undefined}}]
  },
  {
    // https://info.arxiv.org/help/bulk_data.html#play-nice: bursts of four a second, with a second between them.
    hosts: ['arxiv.org'],
    because: 'arXiv bans who asks too often',
    method: 'HEAD',
    pace: {atOnce: 1, gap: 500},
    examples: [{url: 'https://arxiv.org/abs/1234.56789', answers: {404: undefined, 403: undefined}}]
  },
  {
    // Crawl-delay of their robots.txt: SMTG-Bham/PaperMinerToolkit#72
    hosts: ['biorxiv.org', 'medrxiv.org'],
    because: 'its robots.txt wants seven seconds between requests',
    pace: {atOnce: 1, gap: 7000},
    examples: [{url: 'https://www.biorxiv.org/content/a', answers: {403: undefined}}]
  },
  {
    // astropy/astropy#14802
    hosts: ['ieeexplore.ieee.org'],
    because: 'IEEE Xplore answers programs with 418',
    blocks: [418, 202],
    examples: [{url: 'https://ieeexplore.ieee.org/document/1', answers: {418: 'unsure', 202: 'unsure', 404: undefined}}]
  },
  {
    hosts: ['bilibili.com'],
    because: 'bilibili answers programs with 412',
    blocks: [412],
    examples: [{url: 'https://www.bilibili.com/video/BV1', answers: {412: 'unsure', 404: undefined}}]
  },
  {
    // A page with a dog on it, or "Robot Check".
    hosts:
      'amazon.com amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.com.au amazon.com.br amazon.com.mx amazon.de amazon.es amazon.fr amazon.in amazon.it amazon.nl amazon.pl amazon.se'.split(
        ' '
      ),
    alone: true,
    because: 'Amazon answers programs with 503',
    blocks: [500, 503],
    examples: [{url: 'https://www.amazon.co.uk/dp/1', answers: {503: 'unsure', 500: 'unsure', 404: undefined}}]
  }
]
