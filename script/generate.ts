/** Writes what is made from the rules, the action's inputs and the help: `npm run generate`. */
import {readFileSync, writeFileSync} from 'node:fs'
import {generated} from './generated.ts'

const root = new URL('../', import.meta.url)
for (const [path, text] of generated(path => readFileSync(new URL(path, root), 'utf8')))
  writeFileSync(new URL(path, root), text)
