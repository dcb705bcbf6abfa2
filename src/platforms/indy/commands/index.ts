import type { PlatformCommand } from '../../command.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { agreementCommand } from './agreement.ts'
import { nodeCommands } from './node.ts'
import { peopleCommands } from './people.ts'
import { signCommand, submitCommand } from './submit.ts'
import { validatorInfoCommand } from './validator-info.ts'

/** Requests to a pool that runs: what the definition says, signed by the owner of a key. */
export const commands: readonly PlatformCommand<IndyTop, IndyNode>[] = [
  ...nodeCommands,
  ...peopleCommands,
  agreementCommand,
  validatorInfoCommand,
  signCommand,
  submitCommand,
]
