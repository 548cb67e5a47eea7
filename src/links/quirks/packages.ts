import {askedAs, type Meaning, type Quirk} from './quirk.ts'

const gone = (registry: string): Meaning => ({status: 'dead', reason: `${registry} has nothing of that name`})

/** Where a crate stands in the index (https://doc.rust-lang.org/cargo/reference/registry-index.html#index-files). */
function indexPath(crate: string): string {
  const name = crate.toLowerCase()
  if (name.length < 3) return `${name.length}/${name}`
  return name.length === 3 ? `3/${name[0]}/${name}` : `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`
}

const onMaven = /^\/artifact\/([\w.-]+)\/([\w.-]+)/

/** Registries of packages. */
export const packages: readonly Quirk[] = [
  {
    // 403 whatever the User-Agent: coder/coder#26996, open-telemetry/opentelemetry-js#5948. The registry instead:
    // jest-community/eslint-plugin-jest#1846, https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
    hosts: ['npmjs.com'],
    paths: /^\/package\/./,
    because: '`npmjs.com` turns programs away',
    ask: askedAs(/^\/package\/((?:(?:@|%40)[\w.~-]+(?:\/|%2f))?[\w.~-]+)(?:\/|\?|$)/i, name => {
      const [scope, rest] = decodeURIComponent(name).split('/')
      return `https://registry.npmjs.org/${rest === undefined ? scope : `${scope}%2F${rest}`}`
    }),
    told: {404: gone('the npm registry')},
    witness: 'https://www.npmjs.com/package/npm',
    method: 'HEAD',
    examples: [
      {
        url: 'https://www.npmjs.com/package/a-package',
        asks: 'https://registry.npmjs.org/a-package',
        answers: {200: 'alive', 404: 'dead', 403: 'unsure', 429: undefined, 500: undefined}
      },
      {url: 'https://npmjs.com/package/@scope/name?activeTab=readme', asks: 'https://registry.npmjs.org/@scope%2Fname'},
      {url: 'https://www.npmjs.com/package/%40scope%2Fname', asks: 'https://registry.npmjs.org/@scope%2Fname'},
      {url: 'https://www.npmjs.com/package/name/v/1.0.0', asks: 'https://registry.npmjs.org/name'}
    ]
  },
  {
    // All pages are one application: 404 without `Accept: text/html`, 200 with it (rust-lang/crates.io#788). The index
    // has one file a crate; a name is found there only as it is written, at the API with either of `-` and `_`.
    hosts: ['crates.io'],
    alone: true,
    paths: /^\/crates\/[\w-]+(?:[/?]|$)/,
    because: '`crates.io` answers alike whether a page is there or not',
    ask: askedAs(/^\/crates\/([\w-]+)/, name =>
      /[-_]/.test(name) ? `https://crates.io/api/v1/crates/${name}` : `https://index.crates.io/${indexPath(name)}`
    ),
    told: {404: gone('`crates.io`'), 410: gone('`crates.io`')},
    witness: 'https://crates.io/crates/serde',
    examples: [
      {
        url: 'https://crates.io/crates/serde',
        asks: 'https://index.crates.io/se/rd/serde',
        answers: {200: 'alive', 404: 'dead', 451: 'unsure'}
      },
      {url: 'https://crates.io/crates/Inflector/1.0.0', asks: 'https://index.crates.io/in/fl/inflector'},
      {url: 'https://crates.io/crates/log', asks: 'https://index.crates.io/3/l/log'},
      {url: 'https://crates.io/crates/cc', asks: 'https://index.crates.io/2/cc'},
      {url: 'https://crates.io/crates/num-traits', asks: 'https://crates.io/api/v1/crates/num-traits'}
    ]
  },
  {
    hosts: ['crates.io'],
    alone: true,
    paths: /^(?!\/(?:crates|api)\/)\/./,
    because: '`crates.io` answers alike whether a page is there or not',
    lies: [200, 404],
    examples: [{url: 'https://crates.io/keywords/parser', answers: {200: 'unsure', 404: 'unsure', 410: undefined}}]
  },
  {
    // https://crates.io/data-access: one request a second; the index is free.
    hosts: ['crates.io'],
    alone: true,
    because: '`crates.io` allows one request a second',
    pace: {atOnce: 1, gap: 1000},
    examples: [{url: 'https://crates.io/api/v1/crates/num-traits', answers: {404: undefined}}]
  },
  {
    // https://docs.pypi.org/api/json/. The pages stand behind a check of the browser ("Client Challenge").
    hosts: ['pypi.org'],
    paths: /^\/project\/./,
    because: '`pypi.org` checks browsers before it shows a page',
    ask: askedAs(/^\/project\/([\w.-]+)(?:[/?]|$)/, name => `https://pypi.org/pypi/${name}/json`),
    told: {404: gone('PyPI')},
    witness: 'https://pypi.org/project/pip/',
    method: 'HEAD',
    examples: [
      {
        url: 'https://pypi.org/project/a-package/',
        asks: 'https://pypi.org/pypi/a-package/json',
        answers: {200: 'alive', 404: 'dead', 403: 'unsure'}
      },
      {url: 'https://pypi.org/project/A.package/1.0.0/#history', asks: 'https://pypi.org/pypi/A.package/json'}
    ]
  },
  {
    // https://docs.docker.com/reference/api/hub/latest/operations/CheckRepository/: HEAD, anonymous, 404.
    hosts: ['hub.docker.com'],
    paths: /^\/(?:r|_)\/./,
    because: 'the pages of Docker Hub are written by scripts',
    ask: askedAs(
      /^\/(?:r\/([\w.-]+)|_)\/([\w.-]+)/,
      (owner, name) => `https://hub.docker.com/v2/namespaces/${owner || 'library'}/repositories/${name}`
    ),
    told: {404: {status: 'dead', reason: 'Docker Hub has no such repository that all may see'}},
    witness: 'https://hub.docker.com/_/hello-world',
    method: 'HEAD',
    examples: [
      {
        url: 'https://hub.docker.com/r/owner/image/tags',
        asks: 'https://hub.docker.com/v2/namespaces/owner/repositories/image',
        answers: {200: 'alive', 404: 'dead', 401: 'unsure', 403: 'unsure'}
      },
      {url: 'https://hub.docker.com/_/nginx/', asks: 'https://hub.docker.com/v2/namespaces/library/repositories/nginx'}
    ]
  },
  {
    // https://open-vsx.org/swagger-ui/index.html
    hosts: ['open-vsx.org'],
    paths: /^\/extension\/./,
    because: 'the pages of Open VSX are written by scripts',
    ask: askedAs(/^\/extension\/([\w.-]+)\/([\w.-]+)/, (owner, name) => `https://open-vsx.org/api/${owner}/${name}`),
    told: {404: gone('Open VSX')},
    witness: 'https://open-vsx.org/extension/redhat/java',
    examples: [
      {
        url: 'https://open-vsx.org/extension/owner/name',
        asks: 'https://open-vsx.org/api/owner/name',
        answers: {200: 'alive', 404: 'dead', 400: 'unsure'}
      }
    ]
  },
  {
    // The layout of the repository; not every artifact has the file, and mvnrepository.com knows other repositories.
    // https://maven.apache.org/repositories/layout.html, https://maven.apache.org/repositories/metadata.html
    hosts: ['search.maven.org', 'central.sonatype.com', 'mvnrepository.com'],
    paths: onMaven,
    because: 'pages about artifacts are written by scripts or kept from programs',
    ask: askedAs(
      onMaven,
      (group, artifact) =>
        `https://repo1.maven.org/maven2/${group?.replaceAll('.', '/')}/${artifact}/maven-metadata.xml`
    ),
    method: 'HEAD',
    examples: [
      {
        url: 'https://central.sonatype.com/artifact/org.example/a-library/1.0',
        asks: 'https://repo1.maven.org/maven2/org/example/a-library/maven-metadata.xml',
        answers: {200: 'alive', 404: 'unsure'}
      }
    ]
  },
  {
    // https://pkg.go.dev/about#adding-a-package: a package that nobody asked for yet is not there yet.
    hosts: ['pkg.go.dev'],
    because: '`pkg.go.dev` answers 404 for packages that it has not read yet',
    lies: [404],
    examples: [{url: 'https://pkg.go.dev/a.example/module', answers: {200: undefined, 404: 'unsure', 410: undefined}}]
  }
]
