import { host } from '../../../network/primitives.ts'
import type { BevelComment, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, labelOf, textOf } from '../../bevel-fields.ts'
import { gitShows, lineAt } from '../../bevel-lines.ts'
import { mspIdFor, named } from './names.ts'
import type { Organizations } from './organizations.ts'

/** A party of the input that runs its nodes elsewhere. */
export interface ExternalOrganization {
  readonly given: string
  readonly name: string
  readonly nodes: readonly ExternalNode[]
}

interface ExternalNode {
  readonly given: string
  readonly name: string
  readonly role: 'orderer' | 'peer'
  readonly host: string
  readonly port: number
  readonly anchor: boolean
  /** The input has no host that can be dialled. */
  readonly isUnknown: boolean
}

export interface ExternalOrganizations {
  readonly all: readonly ExternalOrganization[]
  readonly lines: readonly BevelLine[]
}

/** Orderers and participants of the input that no organization with services has. */
export function externalIn(network: Entry, organizations: Organizations): ExternalOrganizations {
  const found: { readonly given: string; readonly nodes: ExternalNode[] }[] = []
  const lines: BevelLine[] = []
  const add = (given: string, node: Omit<ExternalNode, 'name'>): void => {
    const party = named(found, given) ?? { given, nodes: [] }
    if (!found.includes(party)) found.push(party)
    const { nodes } = party
    if (nodes.some((other) => other.role === node.role && other.given === node.given)) return
    const label = labelOf(node.given, node.role)
    nodes.push({ ...node, name: nodes.some(({ name }) => name === label) ? `${label}-${node.role}` : label })
  }
  for (const entry of entriesOf(network, 'orderers')) {
    const [name, owner] = [textOf(entry.value.name) ?? 'orderer', textOf(entry.value.org_name) ?? '']
    lines.push(...ordererLines(entry, owner, name, organizations))
    if (owner !== '' && organizations.ours(owner) === undefined && !organizations.isRemoved(owner))
      add(owner, { given: name, role: 'orderer', anchor: false, ...dialled(textOf(entry.value.uri), name, owner) })
  }
  for (const channel of entriesOf(network, 'channels'))
    for (const participant of entriesOf(channel, 'participants')) {
      const owner = textOf(participant.value.name) ?? ''
      if (owner === '' || organizations.ours(owner) !== undefined || leaves(participant, organizations)) continue
      for (const { value } of entriesOf(participant, 'peers')) {
        const name = textOf(value.name) ?? 'peer'
        const anchor = textOf(value.type)?.toLowerCase() !== 'nonanchor'
        add(owner, {
          given: name,
          role: 'peer',
          anchor,
          ...dialled(textOf(value.peerAddress ?? value.gossipAddress), name, owner),
        })
      }
    }
  const all = found.map((party) => ({ ...party, name: labelOf(party.given, 'organization') }))
  return { all, lines }
}

/** A participant that leaves its channel, or the network. */
export const leaves = ({ value }: Entry, organizations: Organizations): boolean =>
  textOf(value.org_status)?.toLowerCase() === 'delete' || organizations.isRemoved(textOf(value.name) ?? '')

function ordererLines(entry: Entry, owner: string, name: string, organizations: Organizations): BevelLine[] {
  const line = (outcome: BevelLine['outcome'], text: string): BevelLine[] => [{ path: entry.path, outcome, text }]
  const ours = organizations.ours(owner)
  if (organizations.isRemoved(owner)) return line('dropped', `${owner} leaves the network`)
  if (owner === '') return line('lost', 'an orderer without `org_name`')
  if (ours === undefined) return line('derived', `orderer ${labelOf(name, 'orderer')} of ${owner} in \`external\``)
  const node = ours.nodes.find((one) => one.role === 'orderer' && one.given === name)
  return node === undefined
    ? line(
        'lost',
        `${ours.name} has no such orderer in \`services\`, and an organization has all its nodes here or none: add the node`,
      )
    : line('derived', `node ${ours.name}/${node.name}: its address follows from its name`)
}

/** Where others dial a node. Without a host that resolves, a name that nobody can own: RFC 2606. */
function dialled(
  address: string | undefined,
  node: string,
  owner: string,
): Pick<ExternalNode, 'host' | 'port' | 'isUnknown'> {
  const [, name = '', port] = /^(?:grpcs?:\/\/)?([^:/]+)(?::(\d+))?$/.exec(address ?? '') ?? []
  const number = Number(port ?? '443')
  const isKnown = host.safeParse(name).success && number >= 1 && number <= 65535
  return {
    host: isKnown ? name : `${labelOf(node, 'node')}.${labelOf(owner, 'organization')}.example.com`,
    port: isKnown ? number : 443,
    isUnknown: !isKnown,
  }
}

/** The list `external` of the definition. */
export const externalFields = (all: readonly ExternalOrganization[]): readonly Readonly<Record<string, unknown>>[] =>
  all.map(({ given, name, nodes }) => ({
    organization: name,
    mspId: mspIdFor(given),
    nodes: nodes.map(({ name: node, role, host: address, port, anchor }) => ({
      name: node,
      role,
      host: address,
      port,
      ...(role === 'peer' && !anchor ? { anchor: false } : {}),
    })),
  }))

export const externalComments = (all: readonly ExternalOrganization[]): readonly BevelComment[] =>
  all.flatMap(({ nodes }, at) =>
    nodes.flatMap(({ isUnknown }, index) =>
      isUnknown ? [{ path: ['external', at, 'nodes', index, 'host'], text: 'put the host and port here' }] : [],
    ),
  )

/** Lines of a participant's peers, in a channel. */
export const peerAddressLines = (peer: Entry): BevelLine[] => [
  ...lineAt(peer, 'peerstatus', 'dropped', gitShows),
  ...lineAt(peer, 'gossipAddress', 'derived', 'peers of an organization find each other by their names'),
]
