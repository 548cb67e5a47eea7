import {type OpenState, openStateFile} from '../job/state-file.ts'
import {inWorkspace} from './tell.ts'

/** Opens what earlier audits have left. @throws UserError when a file that is named cannot be used. */
export async function openState(stateFile: string | undefined): Promise<OpenState> {
  if (stateFile !== undefined) return openStateFile(inWorkspace(stateFile), stateFile)
  return {memory: new Map(), audits: [], keep: async () => undefined}
}
