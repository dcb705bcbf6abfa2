import { secp256k1 } from '@noble/curves/secp256k1.js'
import { type AdoptingPlatform, adoptingPlatform } from '../../src/commands/adopt/options.ts'
import type { Adoption, AdoptionInput, PlatformAdoption } from '../../src/platforms/adoption.ts'
import { addressOf } from '../../src/platforms/evm/identity.ts'
import { platforms } from '../../src/platforms/index.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { chainValidators } from './chain.ts'

/** An adoption of a few lines: nodes `ORGANIZATION/NAME=fd:N` of a chain whose validators are external. */
const fake: PlatformAdoption = {
  options: [
    { name: 'genesis', placeholder: 'FILE', text: 'its first block' },
    { name: 'key', placeholder: 'ORGANIZATION/NAME=fd:N', text: 'a node and its key', repeatable: true },
    { name: 'folder', placeholder: 'FOLDER', text: 'certificates' },
  ],
  examples: [['chancery adopt besu --genesis genesis.json', 'adopt']],
  adopt: adopted,
}

/** Besu with that adoption. */
export const fakePlatform: AdoptingPlatform = adoptingPlatform(
  'besu',
  platforms.map((platform) => (platform.definition.id === 'besu' ? { ...platform, adoption: fake } : platform)),
)

interface FakeNode {
  readonly organization: string
  readonly name: string
  readonly key: string
  readonly identity: object
  readonly file: string
}

async function adopted(input: AdoptionInput): Promise<Adoption> {
  const [path = 'genesis.json'] = input.given.get('genesis') ?? []
  const genesis = Buffer.from(await input.read(path)).toString('utf8')
  for (const folder of input.given.get('folder') ?? []) await input.list(folder)
  const nodes: FakeNode[] = []
  for (const text of input.given.get('key') ?? []) {
    const [, organization = '', name = '', descriptor = ''] = /^(.*)\/(.*)=fd:(.*)$/.exec(text) ?? []
    const key = Buffer.from(await input.secret(descriptor))
      .toString('utf8')
      .trim()
    const nodeId = Buffer.from(secp256k1.getPublicKey(Buffer.from(key, 'hex'), false).subarray(1)).toString('hex')
    const identity = { kind: 'evm-node', nodeId, address: addressOf(nodeId) }
    nodes.push({ organization, name, key, identity, file: `material/public/${organization}/${name}.yaml` })
  }
  const owners = [...new Set(nodes.map(({ organization }) => organization))]
  return {
    platformVersion: input.platformVersion ?? '26.8.1',
    before: { genesis: { chainId: 20261123 } },
    organizations: owners.map((name) => ({
      name,
      nodes: nodes
        .filter(({ organization }) => organization === name)
        .map((node) => ({ name: node.name, role: 'rpc' })),
    })),
    external: [{ organization: 'consortium', nodes: chainValidators }],
    files: new Map([
      ['material/public/genesis.json', genesis],
      ...nodes.map(
        ({ file, identity, name }) =>
          [file, dumpYaml({ ...identity, secret: { name: `${name}-keys`, key: 'nodekey' } })] as const,
      ),
    ]),
    secrets: nodes.map(({ file, key }) => ({ file, entries: { nodekey: key } })),
    lines: [
      { subject: path, outcome: 'taken', text: 'byte for byte' },
      { subject: 'bootnodes', outcome: 'lost', text: 'no field has them' },
    ],
    tasks: ['Tell the others the address of `rpc1`.'],
  }
}
