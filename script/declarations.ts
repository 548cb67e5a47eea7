import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** What a declaration imports: relative paths, and packages. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name)

/**
 * Writes the types of source files, and of all that these mention, into a folder.
 * @param entries files below `src`
 * @throws Error where a type comes from a package, which those who use ours need not have
 */
export function writeDeclarations(entries: readonly string[], folder: string): void {
  const draft = mkdtempSync(path.join(tmpdir(), 'types-'))
  try {
    const tsc = path.join(root, 'node_modules/typescript/lib/tsc.js')
    execFileSync(process.execPath, [tsc, '-p', path.join(root, 'script/declarations.json'), '--outDir', draft], {
      stdio: ['ignore', 'inherit', 'inherit']
    })
    const wanted = new Set(entries.map(entry => path.join(draft, 'src', entry)))
    for (const file of wanted) {
      const text = readFileSync(file.replace(/\.ts$/, '.d.ts'), 'utf8')
      for (const name of importsOf(text)) {
        if (!name.startsWith('.')) throw new Error(`The types of ${path.relative(draft, file)} need those of ${name}.`)
        wanted.add(path.resolve(path.dirname(file), name).replace(/\.js$/, '.ts'))
      }
      const target = path.join(folder, path.relative(path.join(draft, 'src'), file).replace(/\.ts$/, '.d.ts'))
      mkdirSync(path.dirname(target), {recursive: true})
      writeFileSync(target, text.replace(/((?:from|import)\s*\(?\s*['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'))
    }
  } finally {
    rmSync(draft, {recursive: true})
  }
}
