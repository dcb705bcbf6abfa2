import { contentOf, type FileContent } from '../../../file-content.ts'
import { publicPath } from '../../../material/material.ts'
import { isMapping } from '../../../network/mapping.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { Adoption, AdoptionInput, PlatformAdoption } from '../../adoption.ts'
import { chainSpecPath, nodeKeyEntry } from '../places.ts'
import { type AskedNode, askedNode } from './asked.ts'
import { adoptedChain } from './chain.ts'
import { type NodeFolder, nodeFolder } from './node-folder.ts'
import { movingNodes, single, substrateAdoptionOptions } from './options.ts'
import { othersOf } from './others.ts'
import { releaseOf } from './release.ts'
import { sessionKeysOfChain } from './session-keys.ts'

/** How a chain that runs comes into a definition. */
export const adoption: PlatformAdoption = {
  options: substrateAdoptionOptions,
  examples: [
    [
      'chancery adopt substrate --spec raw.json --image ghcr.io/acme/acme-node --command acme-node --platform-version 1.4.0 --from-rpc http://127.0.0.1:9944 --organization carrier=eu --chain-folder carrier/validator1=/data/chains/foodtrace',
      'adopt a chain, with one node that moves here and keeps its keys',
    ],
  ],
  adopt,
}

async function adopt(input: AdoptionInput): Promise<Adoption> {
  const asked: AskedNode[] = []
  for (const url of input.given.get('from-rpc') ?? []) asked.push(await askedNode(url, input))
  const chain = await adoptedChain(input, asked)
  const nodes: NodeFolder[] = []
  for (const node of movingNodes(input)) nodes.push(await nodeFolder(node, input))
  const release = releaseOf(asked, input)
  const software = softwareOf(input)
  const sessionKeys = sessionKeysOfChain(nodes, chain.runtime)
  const others = othersOf(chain.bootnodes, nodes)
  return {
    platformVersion: release.version,
    before: {
      chain: {
        image: software.image ?? 'registry.example.com/node',
        command: [software.command ?? 'node'],
        spec: chainSpecPath,
        existing: true,
        ...(chain.genesisHash === undefined ? {} : { expectedGenesisHash: chain.genesisHash }),
        ...sessionKeys.fields,
      },
    },
    organizations: input.organizations
      .map(({ name }) => ({
        name,
        nodes: nodes
          .filter(({ organization }) => organization === name)
          .map((node) => ({ name: node.name, role: roleOf(node) })),
      }))
      .filter((organization) => organization.nodes.length > 0),
    external: others.external,
    files: new Map<string, FileContent>([
      [chainSpecPath, contentOf(chain.bytes)],
      ...nodes.map((node): [string, string] => [fileOf(node), publicHalf(node)]),
    ]),
    secrets: nodes.map((node) => ({ file: fileOf(node), entries: node.entries })),
    comments: [
      ...(software.image === undefined
        ? [{ path: ['chain', 'image'], text: 'put the image of your node here, without tag' }]
        : []),
      ...(software.command === undefined
        ? [{ path: ['chain', 'command'], text: 'the program of your node, without options' }]
        : []),
    ],
    lines: [
      ...release.lines,
      ...chain.lines,
      ...nodes.map((node) => ({
        subject: node.id,
        outcome: 'derived' as const,
        text: `${roleOf(node)}, peer ID ${node.peerId}; its keys are sealed in this repository`,
      })),
      ...others.lines,
    ],
    tasks: [
      ...release.tasks,
      ...sessionKeys.tasks,
      ...others.tasks,
      ...nodes.map(
        ({ id }) =>
          `Stop \`${id}\` where it runs before you merge its line: one set of keys must never run twice. Its new pod reads the chain from the others.`,
      ),
    ],
  }
}

const roleOf = ({ sessionKeys }: NodeFolder): string => (Object.keys(sessionKeys).length === 0 ? 'rpc' : 'validator')

const fileOf = ({ organization, name }: NodeFolder): string => publicPath(organization, `${name}.yaml`)

/** As `chancery keys` writes it. */
const publicHalf = ({ name, peerId, sessionKeys }: NodeFolder): string =>
  dumpYaml({
    peerId,
    ...(Object.keys(sessionKeys).length === 0
      ? {}
      : {
          sessionKeys: Object.fromEntries(Object.entries(sessionKeys).map(([key, { publicKey }]) => [key, publicKey])),
        }),
    secret: { name: `${name}-keys`, key: nodeKeyEntry },
  })

/** What people say, or what a definition has already. */
function softwareOf(input: AdoptionInput): {
  readonly image?: string | undefined
  readonly command?: string | undefined
} {
  const { image, command } = isMapping(input.existing?.chain) ? input.existing.chain : {}
  const [program]: readonly unknown[] = Array.isArray(command) ? command : []
  return {
    image: single('image', input) ?? (typeof image === 'string' ? image : undefined),
    command: single('command', input) ?? (typeof program === 'string' ? program : undefined),
  }
}
