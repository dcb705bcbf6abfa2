import type { BevelLine, BevelNode, BevelOrganization } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, mappingOf, nodeNameOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'

export interface BevelNodes {
  readonly nodes: readonly BevelNode[]
  readonly lines: readonly BevelLine[]
}

const application = 'an application of the demo, which has its own Deployment: it is a client of an `rpc` node'
const ipfs = 'IPFS is not a part of the chain: run it in your own Deployment'

/** Bevel's genesis counts `bootnode` and `validator` as authorities: configuration/roles/create/generate_genesis/tasks/nodes.yaml. */
const roles: Readonly<Record<string, 'validator' | 'rpc'>> = {
  bootnode: 'validator',
  validator: 'validator',
  member: 'rpc',
}

/** Peers of an organization as nodes. One of type `ipfs` is no node of the chain. */
export function nodesOf(organization: BevelOrganization): BevelNodes {
  const services = entryOf(organization, 'services')
  const taken = new Set<string>()
  const found = entriesOf(services, 'peers').map((entry): BevelNodes => {
    const type = textOf(entry.value.type)?.toLowerCase() ?? 'member'
    if (type.startsWith('ipfs')) return { nodes: [], lines: [{ path: entry.path, outcome: 'lost', text: ipfs }] }
    const role = roles[type] ?? 'rpc'
    const name = nodeNameOf(textOf(entry.value.name) ?? role, role, taken)
    const ambassador = mappingOf(entry.value.p2p).ambassador
    return {
      nodes: [
        {
          fields: { name, role },
          ...(ambassador === undefined || ambassador === null
            ? {}
            : { port: { path: [...entry.path, 'p2p', 'ambassador'], value: ambassador } }),
        },
      ],
      lines: [...nameLines(entry, name, organization), ...typeLines(entry, type, role), ...otherLines(entry)],
    }
  })
  return { nodes: found.flatMap(({ nodes }) => nodes), lines: found.flatMap(({ lines }) => lines) }
}

const nameLines = (entry: Entry, name: string, organization: BevelOrganization): readonly BevelLine[] =>
  textOf(entry.value.name) === name
    ? lineAt(entry, 'name', 'kept', 'as the name of the node')
    : lineAt(
        entry,
        'name',
        'derived',
        `node ${organization.name}/${name}: names are lower-case DNS labels, and unique in an organization`,
      )

const typeLines = (entry: Entry, type: string, role: string): readonly BevelLine[] =>
  type === 'bootnode'
    ? lineAt(
        entry,
        'type',
        'derived',
        'role `validator`, as Bevel counts it among the authorities. Every node knows it by its address',
      )
    : roles[type] === undefined
      ? lineAt(entry, 'type', 'lost', `role \`${role}\`: roles are validator, rpc, bootnode and archive`)
      : lineAt(entry, 'type', 'derived', `role \`${role}\``)

const otherLines = (entry: Entry): readonly BevelLine[] => {
  const inside = 'inside the cluster every node has the ports 30333 and 9944'
  return [
    ...lineAt(entry, 'subject', 'dropped', 'nodes have keys, and no certificates'),
    ...lineAt(entryOf(entry, 'p2p'), 'port', 'dropped', inside),
    ...lineAt(
      entryOf(entry, 'rpc'),
      'port',
      'dropped',
      'Substrate has no port 9933 since 2023: port 9944 serves HTTP and WebSocket',
    ),
    ...lineAt(entryOf(entry, 'ws'), 'port', 'dropped', inside),
    ...lineAt(entry, 'nodeHost', 'dropped', 'of the IPFS node only'),
    ...(isOn(mappingOf(entry.value.ipfs).enabled) || mappingOf(entry.value.ipfs).swarmPort !== undefined
      ? lineAt(entry, 'ipfs', 'lost', ipfs)
      : lineAt(entry, 'ipfs', 'dropped', 'off, as everywhere')),
    ...['api', 'postgresql', 'id_service', 'inteli_api'].flatMap((key) => lineAt(entry, key, 'lost', application)),
  ]
}
