import {readFileSync} from 'node:fs'
import path from 'node:path'
import {parseEnv} from 'node:util'
import {explain} from '../job/text-file.ts'

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The file that `--setup` writes, and that is read where the server is started. */
export const environmentFile = 'awesome-doctor.env'

/** The environment, and what it leaves open from the file in the folder. @throws UserError where that cannot be read. */
export function readEnvironment(env: Environment, cwd: string): Environment {
  try {
    return {...parseEnv(readFileSync(path.join(cwd, environmentFile), 'utf8')), ...env}
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return env
    throw explain(error, environmentFile, 'read')
  }
}
