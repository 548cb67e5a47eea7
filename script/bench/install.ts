import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** A program of the npm registry. */
export interface Package {
  readonly name: string
  readonly version: string
  /** Its program, from the folder of the package. */
  readonly file: string
}

/**
 * The path of another's program, installed once into the folder for temporary files; nothing where there is no
 * registry to install from, which is said on stderr.
 */
export function install({name, version, file}: Package): string | undefined {
  const prefix = path.join(tmpdir(), 'awesome-doctor-bench-others', name, version)
  const main = path.join(prefix, 'node_modules', name, file)
  const options = ['--prefix', prefix, '--no-audit', '--no-fund', '--loglevel', 'error']
  try {
    mkdirSync(prefix, {recursive: true})
    if (!existsSync(main)) {
      execFileSync('npm', ['install', ...options, `${name}@${version}`], {stdio: 'pipe', timeout: 180_000})
    }
    return main
  } catch {
    console.error(`${name}@${version} is left out: it cannot be installed from here.`)
    return undefined
  }
}
