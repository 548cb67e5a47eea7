import {askedAs, type Meaning, type Quirk} from './quirk.ts'

const unregistered: Meaning = {status: 'dead', reason: 'nobody has registered it'}

/** Addresses that are made to outlive what they lead to, and short ones. */
export const permalinks: readonly Quirk[] = [
  {
    // https://www.doi.org/doi-handbook/HTML/rest-api.html: 200 or 404; publishers turn programs away. 10.1000/182 is
    // the handbook itself.
    hosts: ['doi.org'],
    because: 'publishers turn programs away, and the registry does not',
    ask: askedAs(/^\/(10\.[\d.]+(?:\/|%2f)[^?]+)/i, doi => `https://doi.org/api/handles/${doi}`),
    told: {404: unregistered},
    witness: 'https://doi.org/10.1000/182',
    permalink: true,
    examples: [
      {
        url: 'https://doi.org/10.1234/a.b(c)',
        asks: 'https://doi.org/api/handles/10.1234/a.b(c)',
        answers: {200: 'alive', 404: 'dead', 400: 'unsure', 500: undefined}
      },
      {url: 'http://dx.doi.org/10.1234/a', asks: 'https://doi.org/api/handles/10.1234/a'},
      {url: 'https://doi.org/', answers: {404: undefined}}
    ]
  },
  {
    // https://www.handle.net/proxy_servlet.html
    hosts: ['hdl.handle.net'],
    because: 'libraries turn programs away, and the registry does not',
    ask: askedAs(/^\/([\w.]+(?:\/|%2f)[^?]+)/i, handle => `https://hdl.handle.net/api/handles/${handle}`),
    told: {404: unregistered},
    witness: 'https://hdl.handle.net/10.1000/182',
    permalink: true,
    examples: [
      {
        url: 'http://hdl.handle.net/1234/5678',
        asks: 'https://hdl.handle.net/api/handles/1234/5678',
        answers: {200: 'alive', 404: 'dead', 403: 'unsure'}
      }
    ]
  },
  {
    // Azure/azure-sdk-tools#8637, NuGet/NuGetGallery#9204: to a search engine, for want of anything better.
    hosts: ['aka.ms'],
    because: 'Microsoft leads short addresses that mean nothing to Bing',
    nowhere: /^https:\/\/www\.bing\.com\//,
    permalink: true,
    examples: [{url: 'https://aka.ms/nothing', nowhere: 'https://www.bing.com/?ref=aka&shorturl=nothing'}]
  },
  {
    hosts:
      `purl.org w3id.org n2t.net purl.obolibrary.org identifiers.org perma.cc arks.org urn.fi go.microsoft.com`.split(
        /\s+/
      ),
    because: 'it is made to lead elsewhere',
    permalink: true,
    examples: [{url: 'http://purl.org/dc/terms/', answers: {200: undefined, 404: undefined}}]
  },
  {
    hosts: `amzn.to apple.co bit.ly buff.ly cutt.ly dub.sh fb.me forms.gle g.co git.io goo.gl is.gd j.mp lnkd.in ow.ly
      rb.gy rebrand.ly s.apache.org s.id spoti.fi t.co t.ly tiny.cc tinyurl.com v.gd wp.me`.split(/\s+/),
    because: 'it is a short form of another address',
    permalink: true,
    examples: [{url: 'https://bit.ly/abc', answers: {404: undefined}}]
  }
]
