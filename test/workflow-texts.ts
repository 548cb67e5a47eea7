import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {workflowText} from '../src/cli/init-files.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const inFolder = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(root, folder))
    .filter(name => name.endsWith(ending))
    .map(name => `${folder}/${name}`)

/** A workflow and where it stands. */
export interface WorkflowText {
  readonly name: string
  readonly text: string
}

/** The workflows of this repository. */
export const ownWorkflows = (): readonly WorkflowText[] =>
  inFolder('.github/workflows', '.yml').map(name => ({name, text: read(name)}))

/** The workflows that pages tell others to copy. */
export const shownWorkflows = (): readonly WorkflowText[] =>
  ['README.md', 'CONTRIBUTING.md', ...inFolder('docs', '.md')].flatMap(file =>
    [...read(file).matchAll(/^( *)```ya?ml\n(.*?)^ *```$/gms)]
      .map(([, indent = '', text = '']) => text.replace(new RegExp(`^${indent}`, 'gm'), ''))
      .filter(text => /^jobs:/m.test(text))
      .map((text, at) => ({name: `${file}, ${at + 1}`, text}))
  )

/** The workflow that `init` writes. */
export const initialWorkflow = (): WorkflowText => ({name: 'awesome-doctor init', text: workflowText('kites')})
