import type { BevelLine, BevelNode, BevelOrganization } from '../../bevel.ts'
import {
  type Entry,
  entriesOf,
  entryOf,
  isOn,
  mappingOf,
  nodeNameOf,
  subjectParts,
  textOf,
} from '../../bevel-fields.ts'
import type { EvmBevel } from './client.ts'

/** What all nodes of the input have in common. */
export interface NodeSurroundings {
  readonly client: EvmBevel
  /** `env.proxy` of the input routes HTTP. */
  readonly hasProxy: boolean
  /** The input uses Tessera. */
  readonly hasPrivacy: boolean
  /** Every peer takes part in consensus. */
  readonly allDecide: boolean
  /** Validators run already: another one is voted in. */
  readonly isRunning: boolean
}

export interface BevelNodes {
  readonly nodes: readonly BevelNode[]
  readonly subject: Readonly<Record<string, string>> | undefined
  readonly lines: readonly BevelLine[]
}

/** Services of an organization as nodes: validators, and peers that are `rpc` nodes unless their type says otherwise. */
export function nodesOf(organization: BevelOrganization, around: NodeSurroundings): BevelNodes {
  const services = entryOf(organization, 'services')
  const taken = new Set<string>()
  const lines: BevelLine[] = []
  const nodes = (['validators', 'peers'] as const).flatMap((kind) =>
    entriesOf(services, kind).map((entry): BevelNode => {
      const isValidator =
        kind === 'validators' || around.allDecide || textOf(entry.value.type)?.toLowerCase() === 'validator'
      const role = isValidator ? 'validator' : 'rpc'
      const name = nodeNameOf(textOf(entry.value.name) ?? role, role, taken, 50)
      const node = { entry, name, id: `${organization.name}/${name}`, isValidator }
      lines.push(...nodeLines(node, around), ...exposureLines(node, around), ...privacyLines(entry, around))
      const waits = isValidator && around.isRunning && textOf(entry.value.status) === 'new'
      const expose = isValidator || !around.hasProxy ? [] : exposed(entry)
      const p2p = mappingOf(entry.value.p2p)
      return {
        fields: {
          name,
          role,
          ...(waits ? { validator: false } : {}),
          ...(expose.length === 0 ? {} : { expose }),
        },
        ...(p2p.ambassador === undefined || p2p.ambassador === null
          ? {}
          : { port: { path: [...entry.path, 'p2p', 'ambassador'], value: p2p.ambassador } }),
      }
    }),
  )
  return { nodes, subject: subjectOf(services), lines }
}

interface InputNode {
  readonly entry: Entry
  readonly name: string
  /** `carrier/rpc1` */
  readonly id: string
  readonly isValidator: boolean
}

/** Legal name of an organization: the subject of its first peer. Demos put coordinates before the name of a place. */
function subjectOf(services: Entry): Readonly<Record<string, string>> | undefined {
  const text = entriesOf(services, 'peers').flatMap(({ value }) => textOf(value.subject) ?? [])[0]
  if (text === undefined) return undefined
  const parts = subjectParts(text)
  const fields = {
    country: parts.get('C')?.toUpperCase(),
    locality: parts.get('L')?.split('/').at(-1)?.trim(),
    organization: parts.get('O'),
  }
  const given = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, value] as const],
  )
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

const exposed = ({ value }: Entry): readonly string[] => [
  ...(mappingOf(value.rpc).ambassador === undefined ? [] : ['rpc']),
  // Charts of Bevel route it for every node that has it.
  ...(mappingOf(value.rpc).ambassador === undefined || value.ws === undefined ? [] : ['ws']),
]

function nodeLines(
  { entry: { path, value }, name, id, isValidator }: InputNode,
  { isRunning, allDecide }: NodeSurroundings,
): BevelLine[] {
  const has = (key: string): boolean => value[key] !== undefined && value[key] !== null
  const line = (key: string, outcome: BevelLine['outcome'], text: string): BevelLine[] =>
    has(key) ? [{ path: [...path, key], outcome, text }] : []
  const isNew = isValidator && isRunning && textOf(value.status) === 'new'
  return [
    ...(textOf(value.name) === name
      ? line('name', 'kept', 'as the name of the node')
      : line('name', 'derived', `node ${id}: names are lower-case DNS labels, and unique in an organization`)),
    ...line(
      'type',
      'derived',
      allDecide
        ? 'role `validator`, as every peer took part in consensus: add `rpc` nodes for clients'
        : `role \`${isValidator ? 'validator' : 'rpc'}\``,
    ),
    ...line(
      'subject',
      'derived',
      'the `subject` of the organization, from its first peer: nodes have keys, not certificates',
    ),
    ...line(
      'geth_passphrase',
      'secret',
      'belongs to a key of an account, which no node holds: a signer outside of the nodes has such keys (Web3Signer)',
    ),
    ...line('lock', 'dropped', 'nodes hold no accounts that could be locked'),
    ...line('bootnode', 'dropped', 'each node has a list of the others (static nodes), and discovery is off'),
    ...line(
      'status',
      isNew ? 'derived' : 'dropped',
      isNew
        ? '`validator: false`: remove it when the node has all blocks, and the validators vote it in'
        : 'Git shows what is new and what exists',
    ),
    ...(isOn(value.cactus_connector)
      ? line(
          'cactus_connector',
          'lost',
          'run the connector (Cacti) in your own Deployment, against the RPC endpoint of the node',
        )
      : line('cactus_connector', 'dropped', 'off, as everywhere')),
    ...(isOn(mappingOf(value.metrics).enabled)
      ? line('metrics', 'derived', '`monitoring.podMonitor`, for all nodes: the port is that of the client')
      : line('metrics', 'dropped', 'nodes have metrics in the cluster; `monitoring` renders objects for Prometheus')),
    ...line('geth_url', 'dropped', 'Chancery and its Jobs reach the node by its Service'),
    ...line(
      'smart_contract',
      'lost',
      'deploy contracts with the tool of your contracts (Hardhat, Foundry) over an `rpc` node',
    ),
  ]
}

function exposureLines(
  { entry: { path, value }, isValidator }: InputNode,
  { hasProxy }: NodeSurroundings,
): BevelLine[] {
  const lines: BevelLine[] = []
  const port = (key: string): void => {
    if (mappingOf(value[key]).port !== undefined)
      lines.push({
        path: [...path, key, 'port'],
        outcome: 'dropped',
        text: 'inside the cluster every node has the ports of its client',
      })
  }
  port('p2p')
  port('rpc')
  if (mappingOf(value.rpc).ambassador !== undefined)
    lines.push({
      path: [...path, 'rpc', 'ambassador'],
      ...(isValidator
        ? {
            outcome: 'lost',
            text: 'RPC of validators stays inside their cluster, as clients could make them stop: give clients an `rpc` node',
          }
        : hasProxy
          ? { outcome: 'derived', text: '`expose` of the node: HTTPS at its host, instead of HTTP on port 80' }
          : {
              outcome: 'dropped',
              text: 'the input has no proxy, which would serve it: add `expose: [rpc]` for clients outside',
            }),
    })
  if (value.ws !== undefined)
    lines.push({
      path: [...path, 'ws'],
      ...(isValidator || !hasProxy || mappingOf(value.rpc).ambassador === undefined
        ? { outcome: 'dropped', text: 'WebSocket is served inside the cluster' }
        : { outcome: 'derived', text: '`expose` of the node: WebSocket at /ws of its host' }),
    })
  if (value.raft !== undefined)
    lines.push({ path: [...path, 'raft'], outcome: 'dropped', text: 'only consensus with Raft has this port' })
  return lines
}

/** Ports of the transaction manager and its database. */
function privacyLines({ path, value }: Entry, { client, hasPrivacy }: NodeSurroundings): BevelLine[] {
  return ['tm_nodeport', 'tm_clientport', 'transaction_manager', 'db']
    .filter((key) => value[key] !== undefined)
    .map((key) => ({
      path: [...path, key],
      ...(hasPrivacy
        ? { outcome: 'lost', text: client.privacy }
        : { outcome: 'dropped', text: 'the network has no transaction manager' }),
    }))
}
