import type { BevelLine, BevelNode, BevelOrganization } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, mappingOf, nodeNameOf, textOf } from '../../bevel-fields.ts'
import { gitShows, lineAt, switchAt } from '../../bevel-lines.ts'

/** A node of the input. */
interface InputNode {
  readonly entry: Entry
  readonly role: 'orderer' | 'peer'
  /** As the input has it. */
  readonly given: string
  /** In the definition. */
  readonly name: string
}

/** An organization of the input, with its nodes. */
export interface InputOrganization extends BevelOrganization {
  readonly given: string
  readonly nodes: readonly InputNode[]
}

export function organizationOf(organization: BevelOrganization): InputOrganization {
  const services = entryOf(organization, 'services')
  const taken = new Set<string>()
  const nodes = (['orderer', 'peer'] as const).flatMap((role) =>
    entriesOf(services, `${role}s`).map((entry): InputNode => {
      const given = textOf(entry.value.name) ?? role
      const name = nodeNameOf(given, role, taken)
      return { entry, role, given, name }
    }),
  )
  return { ...organization, given: textOf(organization.value.name) ?? organization.name, nodes }
}

/** Orderers and peers of an organization, as the definition has them. */
export const nodesOf = ({ nodes }: InputOrganization): readonly BevelNode[] =>
  nodes.map(({ entry, role, name }) => ({
    fields: {
      name,
      role,
      ...(role === 'peer' && entry.value.couchdb !== undefined ? { stateDatabase: 'couchdb' } : {}),
      ...(role === 'peer' && isAnchor(entry) ? { anchor: true } : {}),
    },
  }))

const isAnchor = ({ value }: Entry): boolean => textOf(value.type)?.toLowerCase() === 'anchor'

export const hasMetrics = ({ nodes }: InputOrganization): boolean =>
  nodes.some(({ entry }) => isOn(mappingOf(entry.value.metrics).enabled))

/** Lines of the services of an organization, without those of chaincodes. */
export function nodeLines(organization: InputOrganization): readonly BevelLine[] {
  const services = entryOf(organization, 'services')
  return [
    ...lineAt(
      services,
      'ca',
      'derived',
      '`chancery keys` issues the certificates of nodes, administrators and clients. For applications that enroll themselves, add a node with `role: ca`',
    ),
    ...(organization.nodes.length > 0
      ? []
      : [
          {
            path: services.path,
            outcome: 'lost',
            text: `${organization.name} has no orderer and no peer, and is left out`,
          } as const,
        ]),
    ...organization.nodes.flatMap((node) => [
      ...commonLines(node, organization),
      ...(node.role === 'orderer' ? ordererLines(node) : peerLines(node, organization)),
    ]),
  ]
}

function commonLines({ entry, given, name }: InputNode, organization: InputOrganization): BevelLine[] {
  const id = `${organization.name}/${name}`
  return [
    ...(given === name
      ? lineAt(entry, 'name', 'kept', `as node ${id}`)
      : lineAt(entry, 'name', 'derived', `node ${id}: names are lower-case DNS labels, and unique in an organization`)),
    ...lineAt(entry, 'grpc', 'dropped', 'inside the cluster every node has the ports of its image'),
    ...(isOn(mappingOf(entry.value.metrics).enabled)
      ? lineAt(entry, 'metrics', 'derived', '`monitoring.podMonitor`, for all nodes')
      : lineAt(
          entry,
          'metrics',
          'dropped',
          'nodes have metrics in the cluster; `monitoring` renders objects for Prometheus',
        )),
  ]
}

const addressText =
  'follows from names: `<node>.<organization>.<domain>`, with a port of the Ambassador for each node instead of 443 for all'

const ordererLines = ({ entry }: InputNode): BevelLine[] => [
  ...lineAt(entry, 'type', 'derived', 'the role of the node'),
  ...lineAt(entry, 'status', 'dropped', gitShows),
  ...consensusLines(entry, 'consensus'),
  ...lineAt(entry, 'ordererAddress', 'derived', addressText),
]

/** The consensus of channels, or of the whole network, at a key of the input. */
export function consensusLines(parent: Entry, key: string): BevelLine[] {
  const value = parent.value[key]
  const name = (textOf(value) ?? textOf(mappingOf(value).name) ?? '').toLowerCase()
  return name === 'kafka'
    ? lineAt(
        parent,
        key,
        'lost',
        'Fabric has no Kafka since 3.0: channels get Raft (`consensus: etcdraft`). A network that runs migrates to Raft with Fabric 2.x first, by updates of its channels',
      )
    : lineAt(parent, key, 'derived', '`consensus: etcdraft` of the channels, which is the default')
}

const demo = 'an application of the demo, which has its own Deployment'

const peerLines = ({ entry, name }: InputNode, organization: InputOrganization): BevelLine[] => [
  ...lineAt(
    entry,
    'type',
    'derived',
    isAnchor(entry)
      ? '`anchor: true`'
      : organization.nodes.some((node) => node.role === 'peer' && isAnchor(node.entry))
        ? 'other peers of the organization are its anchor peers'
        : 'without anchor peers, the first peer of an organization is one',
  ),
  ...lineAt(entry, 'gossippeeraddress', 'derived', 'peers of an organization find each other by their names'),
  ...lineAt(entry, 'peerAddress', 'derived', addressText),
  ...lineAt(entry, 'peerstatus', 'dropped', gitShows),
  ...lineAt(entry, 'certificate', 'dropped', '`chancery keys` issues it, in material/public'),
  ...switchAt(
    entry,
    'cli',
    'dropped',
    'Jobs join channels and install, approve and commit chaincodes; `chancery verify --probe` asks peers as an administrator',
  ),
  ...switchAt(entry, 'cactus_connector', 'lost', 'run the connector (Cacti) in your own Deployment, as a client'),
  ...lineAt(
    entry,
    'configpath',
    'lost',
    `write what this core.yaml changes as \`settings\` of ${organization.name}/${name}: its variables begin with CORE_`,
  ),
  ...lineAt(entry, 'events', 'dropped', 'Fabric has no event hub since 2.0: peers send events over gRPC'),
  ...lineAt(entry, 'couchdb', 'derived', '`stateDatabase: couchdb`, with its own password'),
  ...lineAt(entry, 'restserver', 'dropped', demo),
  ...lineAt(entry, 'expressapi', 'dropped', demo),
  ...lineAt(entry, 'frontend', 'dropped', demo),
]
