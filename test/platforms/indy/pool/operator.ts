import { platformCommand } from '../../../../src/commands/platform-command.ts'
import { systemRandom } from '../../../../src/material/random.ts'
import { ageIdentity } from '../../../../src/material/sops.ts'
import type { LedgerRequest } from '../../../../src/platforms/indy/transactions/request.ts'
import { recordingPorts } from '../../../commands/recording-ports.ts'
import type { Holder } from '../../../material/sops-tool.ts'
import { noRepository } from '../../../no-repository.ts'
import type { BuiltNetwork } from '../../built-network.ts'
import type { Client } from './client.ts'

/** The used part of @hyperledger/indy-vdr-nodejs, whose installation downloads a library from GitHub, by the same library for Python. */
const packageOver = (client: Client): object => ({
  CustomRequest: class {
    readonly request: LedgerRequest
    constructor({ customRequest }: { readonly customRequest: LedgerRequest }) {
      this.request = customRequest
    }
  },
  PoolCreate: class {
    refresh = () => client.ask({ do: 'refresh' })
    submitRequest = ({ request }: { readonly request: LedgerRequest }) => client.ask({ do: 'submit', request })
    submitAction = ({ request }: { readonly request: LedgerRequest }) => client.ask({ do: 'action', request })
    close() {}
  },
})

/** Somebody with the keys of stewards and trustees, who runs commands with `--submit`. Gives what a command says. */
export async function operate(
  words: string,
  given: readonly string[],
  { files }: BuiltNetwork,
  { folder, stewards, client }: { readonly folder: string; readonly stewards: Holder; readonly client: Client },
): Promise<string> {
  const identity = await ageIdentity(stewards.identity)
  const ports = recordingPorts(folder)
  await platformCommand(
    { network: 'network.yaml', name: words, given, submit: true, yes: true },
    {
      ...ports,
      files,
      repository: noRepository,
      random: systemRandom,
      now: () => new Date(),
      keyring: async () => ({ identities: identity === undefined ? [] : [identity], passedOver: [] }),
      confirm: async () => true,
      readFile: async () => undefined,
      readDescriptor: async () => new Uint8Array(),
      writeFile: async () => {},
      loadPackage: async () => packageOver(client),
    },
  )
  return ports.said.join('\n')
}
