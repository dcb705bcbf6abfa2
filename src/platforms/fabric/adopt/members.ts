import { isDeepStrictEqual } from 'node:util'
import { mappingsOf } from '../../bevel-fields.ts'
import type { RunningChannel } from './blocks.ts'
import { ownNodes, type RunningNode } from './nodes.ts'
import type { RunningParty } from './parties.ts'

type Values = Readonly<Record<string, unknown>>

/** Who is in a channel and who orders it, as fields of the definition. */
export function membershipFields(
  channel: RunningChannel,
  parties: readonly RunningParty[],
  nodes: readonly RunningNode[],
  existing: Values | undefined,
): { readonly members: readonly unknown[]; readonly orderers: readonly string[] } {
  const isIn = ({ places }: RunningParty, section: string): boolean =>
    places.some((place) => place.channel === channel.name && place.section === section)
  const members = parties
    .filter((party) => isIn(party, 'Application'))
    .map((party) => member(channel, party, nodes, existing))
  return {
    members: inOrderOf(existing?.members, members),
    orderers: inOrderOf(
      existing?.orderers,
      parties.flatMap((party) => orderersOf(channel, party, nodes)),
    ),
  }
}

/** The list in the order of another one with the same items. */
function inOrderOf<Item>(known: unknown, items: readonly Item[]): readonly Item[] {
  const place = (item: unknown): number =>
    Array.isArray(known) ? known.findIndex((one: unknown) => isDeepStrictEqual(one, item)) : -1
  return items.every((item) => place(item) >= 0) ? items.toSorted((a, b) => place(a) - place(b)) : items
}

/** A member whose peers elsewhere are all anchor peers of this channel, or one with the names of its peers. */
function member(
  channel: RunningChannel,
  party: RunningParty,
  nodes: readonly RunningNode[],
  existing: Values | undefined,
): unknown {
  const peers = nodes.filter((node) => node.party === party && node.role === 'peer')
  const anchors = peers.filter(({ channels }) => channels.has(channel.name))
  const before = peersBefore(party.name, existing)
  if (anchors.length === peers.length && before === undefined) return party.name
  const own = ownNodes(party.ours?.value)
    .filter(({ role, name }) => role === 'peer' && (before?.includes(name) ?? true))
    .map(({ name }) => name)
  return { organization: party.name, peers: [...anchors.map(({ name }) => name), ...own] }
}

/** Peers of a member that a channel of a definition that exists names. */
function peersBefore(party: string, existing: Values | undefined): readonly unknown[] | undefined {
  const members = mappingsOf(existing?.members)
  const peers = members.find(({ organization }) => organization === party)?.peers
  return Array.isArray(peers) ? peers : undefined
}

/** Our own orderers join a channel one by one: those that it has are named. Of others, all are in it or some. */
function orderersOf(channel: RunningChannel, party: RunningParty, nodes: readonly RunningNode[]): readonly string[] {
  const all = nodes.filter((node) => node.party === party && node.role === 'orderer')
  const consenters = all.filter(({ channels }) => channels.has(channel.name))
  if (consenters.length === 0) return []
  return party.ours === undefined && consenters.length === all.length
    ? [party.name]
    : consenters.map(({ name }) => `${party.name}/${name}`)
}
