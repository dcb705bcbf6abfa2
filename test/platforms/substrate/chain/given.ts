import { readFile } from 'node:fs/promises'
import { run } from '../../../../src/tools/process.ts'

/** A node of the Polkadot SDK with Aura and GRANDPA, such as solochain-template-node. Building one takes hours, so it has to be given. */
const nodeVariable = 'CHANCERY_SUBSTRATE_NODE'
/** A plain chain spec for it, unless `build-spec` of the node writes one. */
const specVariable = 'CHANCERY_SUBSTRATE_SPEC'

export const givenNode = (): string | undefined => process.env[nodeVariable]

/** For a person to read. */
export const withoutNode = `no node is given (${nodeVariable}: path of a node of the Polkadot SDK with Aura and GRANDPA)`

/** Its plain spec, with the accounts of development. */
export async function baseSpec(node: string): Promise<string> {
  const file = process.env[specVariable]
  if (file !== undefined) return readFile(file, 'utf8')
  const built = await must(node, ['build-spec', '--chain', 'local', '--disable-default-bootnode'])
  return built.stdout
}

/** `solochain-template-node 0.1.0-2610f22`, as it says it. */
export const versionOf = async (node: string): Promise<string> => (await must(node, ['--version'])).stdout.trim()

async function must(program: string, args: readonly string[]) {
  const result = await run(program, args, { directory: import.meta.dirname })
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stderr}`)
  return result
}
