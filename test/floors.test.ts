import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {rules} from '../rules/index.ts'
import {version} from '../src/version.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

const files = ['src', 'rules'].flatMap(folder =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .map(name => path.posix.join(folder, name.replaceAll('\\', '/')))
    .sort()
)

/** Relative imports of a file: with `from`, bare, by call, or of types; as paths from the root. */
function importsOf(file: string): readonly string[] {
  const found = read(file).matchAll(/(?:^|[;}\s])(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']*)'/gm)
  return [...found].map(([, name = '']) => path.posix.join(path.posix.dirname(file), name))
}

const graph = new Map(files.map(file => [file, importsOf(file)]))

/** What the files of each floor may import. Whoever is not listed here is a door and may import everything but doors. */
const floors: Readonly<Record<string, readonly string[]>> = {
  'src/document/': [],
  'src/lint/': ['src/document/'],
  'src/links/': ['src/document/'],
  'src/github/': ['src/document/'],
  'rules/': ['src/document/', 'src/lint/'],
  'src/report/': ['src/document/', 'src/lint/'],
  'src/job/': ['src/document/', 'src/lint/', 'src/links/', 'src/github/', 'src/report/', 'rules/']
}

const floorOf = (file: string): string | undefined => Object.keys(floors).find(floor => file.startsWith(floor))

describe('imports go down only', () => {
  it.each(Object.entries(floors))('%s', (floor, below) => {
    const allowed = [floor, ...below]
    const wrong = files
      .filter(file => file.startsWith(floor))
      .flatMap(file => graph.get(file)!.map(imported => ({file, imported})))
      .filter(({imported}) => !allowed.some(one => imported.startsWith(one)) && imported !== 'src/version.ts')
    expect(wrong).toEqual([])
  })

  it('and doors stand side by side', () => {
    const doors = files.filter(file => !floorOf(file) && /^src\/[\w-]+\.ts$/.test(file) && file !== 'src/version.ts')
    const wrong = files.flatMap(file =>
      graph
        .get(file)!
        .filter(one => doors.includes(one))
        .map(one => `${file} → ${one}`)
    )
    expect(doors).toContain('src/cli.ts')
    expect(wrong).toEqual([])
  })

  it('and each names a file that is there', () => {
    for (const [file, imported] of graph)
      for (const one of imported) expect(files, `imported by ${file}`).toContain(one)
  })
})

/** The first circle of imports found, or nothing. */
function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next, [...way, file])
      if (circle) return circle
    }
    done.add(file)
    return undefined
  }
  for (const file of edges.keys()) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return undefined
}

test('no imports go in a circle, those of types included', () => {
  expect(
    findCircle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', ['b']]
      ])
    )
  ).toEqual(['b', 'c', 'b'])
  expect(findCircle(graph)).toBeUndefined()
})

describe('rules/index.ts', () => {
  const names = readdirSync(path.join(root, 'rules'))
    .filter(name => name.endsWith('.ts') && name !== 'index.ts')
    .map(name => name.replace(/\.ts$/, ''))

  it('names every file beside it, by its id', () => {
    expect(rules.map(rule => rule.id).toSorted()).toEqual(names.toSorted())
    for (const name of names) expect(read(`rules/${name}.ts`)).toContain(`id: '${name}'`)
  })
})

test('src/version.ts has the version of package.json', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version)
})
