import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, isPlaceholder, mappingOf, textOf } from '../../bevel-fields.ts'
import { gitShows, lineAt } from '../../bevel-lines.ts'
import { type ExternalOrganizations, leaves, peerAddressLines } from './external.ts'
import { channelNameFor, named } from './names.ts'
import type { Organizations } from './organizations.ts'

/** A channel of the input. */
export interface InputChannel {
  readonly entry: Entry
  readonly name: string
  readonly members: readonly ChannelMember[]
  /** Names of ordering organizations in the definition; empty for all. */
  readonly orderers: readonly string[]
  readonly acls: Readonly<Record<string, string>>
  /** Chaincodes that it lists; undefined where it has no list. */
  readonly chaincodes: readonly string[] | undefined
}

interface ChannelMember {
  readonly given: string
  /** In the definition. */
  readonly name: string
  /** Its peers in the channel; undefined for all of them. */
  readonly peers: readonly string[] | undefined
  /** It makes the channel, and commits chaincodes. */
  readonly isCreator: boolean
}

export interface Surroundings {
  readonly organizations: Organizations
  readonly external: ExternalOrganizations
  readonly files: BevelInput['files']
}

export interface InputChannels {
  readonly channels: readonly InputChannel[]
  readonly lines: readonly BevelLine[]
}

export function channelsIn(network: Entry, around: Surroundings): InputChannels {
  const lines: BevelLine[] = []
  const channels = new Map<string, InputChannel>()
  for (const entry of entriesOf(network, 'channels')) {
    const given = textOf(entry.value.channel_name)
    const name = given === undefined ? undefined : channelNameFor(given)
    const members = membersOf(entry, around, lines)
    if (name === undefined || channels.has(name) || members.length === 0) {
      const problem =
        name === undefined
          ? 'a channel without `channel_name`'
          : channels.has(name)
            ? `another channel is called ${name}`
            : 'a channel without members that stay'
      lines.push({ path: entry.path, outcome: 'lost', text: problem })
      continue
    }
    const { acls, lines: aclLines } = aclsOf(entry, around.files)
    const orderers = orderersOf(entry, around, lines)
    channels.set(name, { entry, name, members, orderers, acls, chaincodes: chaincodesOf(entry) })
    lines.push(...channelLines(entry, name, given ?? ''), ...aclLines)
  }
  return { channels: [...channels.values()], lines }
}

function membersOf(channel: Entry, around: Surroundings, lines: BevelLine[]): readonly ChannelMember[] {
  const members = new Map<string, ChannelMember>()
  for (const entry of entriesOf(channel, 'participants')) {
    const given = textOf(entry.value.name) ?? ''
    if (leaves(entry, around.organizations)) {
      lines.push({ path: entry.path, outcome: 'dropped', text: `${given} leaves the channel` })
      continue
    }
    const party = around.organizations.ours(given) ?? named(around.external.all, given)
    if (party === undefined) {
      lines.push({ path: entry.path, outcome: 'lost', text: `no organization ${given} with nodes: name its peers` })
      continue
    }
    const isCreator = textOf(entry.value.type)?.toLowerCase() === 'creator'
    const { name } = party
    members.set(name, { given: party.given, name, peers: peersOf(entry, given, around, lines), isCreator })
    lines.push(
      ...lineAt(entry, 'name', 'kept', `as a member of the channel: ${name}`),
      ...lineAt(
        entry,
        'type',
        isCreator ? 'derived' : 'dropped',
        isCreator
          ? '`committer` of its chaincodes. Nobody creates the channel: its first block follows from the definition'
          : 'every member joins by its Jobs',
      ),
      ...lineAt(entry, 'org_status', 'dropped', gitShows),
      ...lineAt(entry, 'ordererAddress', 'derived', 'peers and Jobs know all orderers of the channel'),
    )
  }
  return [...members.values()]
}

/** Peers of a member in the channel; undefined for all of its peers. */
function peersOf(
  participant: Entry,
  given: string,
  { organizations, external }: Surroundings,
  lines: BevelLine[],
): readonly string[] | undefined {
  const ours = organizations.ours(given)
  const known = (ours?.nodes ?? named(external.all, given)?.nodes ?? []).filter(({ role }) => role === 'peer')
  const wanted = entriesOf(participant, 'peers').flatMap((peer) => {
    const name = textOf(peer.value.name) ?? 'peer'
    const found = known.find((one) => one.given === name)
    if (found === undefined) {
      lines.push({
        path: peer.path,
        outcome: 'lost',
        text: `${given} has no such peer in \`services\`, and an organization has all its nodes here or none: add the node`,
      })
      return []
    }
    const isOurs = ours !== undefined
    lines.push(
      ...lineAt(peer, 'name', 'kept', `as a peer of the channel: ${found.name}`),
      ...lineAt(peer, 'type', 'derived', isOurs ? '`anchor` of the node' : '`anchor` of the node in `external`'),
      ...lineAt(
        peer,
        'peerAddress',
        isOurs ? 'derived' : 'kept',
        isOurs ? 'follows from the name of the node' : 'as host and port of the node in `external`',
      ),
      ...peerAddressLines(peer),
    )
    return [found.name]
  })
  return wanted.length === 0 || wanted.length === known.length ? undefined : wanted
}

function orderersOf(channel: Entry, { organizations, external }: Surroundings, lines: BevelLine[]): readonly string[] {
  const given = channel.value.orderers
  if (!Array.isArray(given)) return []
  return given.flatMap((item: unknown, at): string[] => {
    const owner = textOf(item) ?? textOf(mappingOf(item).name) ?? ''
    const path = [...channel.path, 'orderers', at]
    const ours = organizations.ours(owner)
    const others = named(external.all, owner)
    const found = [ours, others].find((one) => one?.nodes.some(({ role }) => role === 'orderer') === true)
    lines.push(
      found === undefined
        ? { path, outcome: 'lost', text: `no orderer of ${owner} is known: write it in \`external\`` }
        : { path, outcome: 'kept', text: `as \`orderers\` of the channel: ${found.name}` },
    )
    return found === undefined ? [] : [found.name]
  })
}

const chaincodesOf = ({ value }: Entry): readonly string[] | undefined =>
  Array.isArray(value.chaincodes)
    ? value.chaincodes.flatMap((item: unknown) => textOf(item) ?? textOf(mappingOf(item).name) ?? [])
    : undefined

const channelLines = (entry: Entry, name: string, given: string): BevelLine[] => [
  ...(given === name
    ? lineAt(entry, 'channel_name', 'kept', `as channel ${name}`)
    : lineAt(entry, 'channel_name', 'derived', `channel ${name}: names are in lower case, as for Bevel's Jobs`)),
  ...lineAt(entry, 'consortium', 'dropped', 'Fabric has no consortiums since channels need no system channel (2.3)'),
  ...lineAt(entry, 'channel_status', 'dropped', gitShows),
  ...lineAt(entry, 'osn_creator_org', 'dropped', 'each orderer of the channel joins it by a Job'),
  ...lineAt(
    entry,
    'genesis',
    'dropped',
    'there is no system channel: `chancery keys` makes the first block of each channel',
  ),
  ...lineAt(
    entry,
    'endorsers',
    'dropped',
    'Jobs commit chaincodes with peers of all members; policies name who endorses',
  ),
]

/** ACLs are in a local file: policies by the names of resources. */
function aclsOf(entry: Entry, files: BevelInput['files']): Pick<InputChannel, 'acls'> & { lines: BevelLine[] } {
  const given = entry.value.acls
  const text = typeof given === 'string' ? files.get(given) : undefined
  const acls = aclsIn(text === undefined ? given : parsed(text))
  if (Object.keys(acls).length > 0)
    return { acls, lines: lineAt(entry, 'acls', 'kept', 'as `acls` of the channel, from the file') }
  const isNone = typeof given === 'string' && isPlaceholder(given)
  return {
    acls: {},
    lines: isNone
      ? lineAt(entry, 'acls', 'dropped', 'a placeholder: resources have the policies of Fabric')
      : lineAt(entry, 'acls', 'lost', 'no file with ACLs can be read: write `acls` of the channel'),
  }
}

/** `{"peer/Propose": {"policy_ref": "/Channel/…"}}`, also below keys such as `ACLs`. */
function aclsIn(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(mappingOf(value)).flatMap(([key, inner]): (readonly [string, string])[] => {
      const policy = textOf(inner) ?? textOf(mappingOf(inner).policy_ref)
      if (policy?.startsWith('/Channel/') === true && key.includes('/')) return [[key, policy]]
      return Object.entries(aclsIn(inner))
    }),
  )
}

/** The JSON value of a text; undefined for a text that is not JSON. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The channel as the definition has it. */
export const channelFields = ({ name, members, orderers, acls }: InputChannel): Readonly<Record<string, unknown>> => ({
  name,
  members: members.map((member) =>
    member.peers === undefined ? member.name : { organization: member.name, peers: member.peers },
  ),
  ...(orderers.length === 0 ? {} : { orderers }),
  ...(Object.keys(acls).length === 0 ? {} : { acls }),
})
