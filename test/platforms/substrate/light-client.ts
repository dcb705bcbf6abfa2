import { readFileSync } from 'node:fs'
import { type AddChainOptions, type Chain, start } from 'smoldot'
import { afterAll } from 'vitest'
import { noteProgram } from '../../real.ts'

const manifest = new URL('../../../node_modules/smoldot/package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }

/** A raw chain spec around a genesis. */
export const rawSpec = (genesis: object, bootNodes: readonly string[] = []): string =>
  JSON.stringify({
    name: 'Small',
    id: 'small',
    chainType: 'Live',
    bootNodes,
    telemetryEndpoints: null,
    protocolId: null,
    properties: null,
    genesis,
  })

/** smoldot, the light client of Parity's SDK in WebAssembly, for the tests of a file; `log` gets its messages. */
export function lightClient(log: (target: string, message: string) => void = () => {}) {
  const client = start({ maxLogLevel: 4, logCallback: (_level, target, message) => log(target, message) })
  afterAll(async () => {
    await client.terminate()
    noteProgram('smoldot', version)
  })
  const add = (chainSpec: string, options: Omit<AddChainOptions, 'chainSpec'> = {}): Promise<Chain> =>
    client.addChain({ chainSpec, ...options })
  return {
    add,
    /** The hash of the first block that it computes. */
    genesisHash: async (chainSpec: string): Promise<string> => {
      const chain = await add(chainSpec)
      chain.sendJsonRpc('{"jsonrpc":"2.0","id":1,"method":"chainSpec_v1_genesisHash","params":[]}')
      const answer = JSON.parse(await chain.nextJsonRpcResponse()) as { readonly result: string }
      chain.remove()
      return answer.result
    },
  }
}
