import type { AdoptedOrganization } from '../../adoption.ts'
import { mspIdOf } from '../network.ts'
import type { RunningChannel } from './blocks.ts'
import { type ChannelFields, channelFields } from './channel-fields.ts'
import { membershipFields } from './members.ts'
import { ownNodes, type RunningNode } from './nodes.ts'
import type { RunningParty } from './parties.ts'

type Values = Readonly<Record<string, unknown>>

/** A channel of the definition. */
export interface AdoptedChannel extends Pick<ChannelFields, 'refused'> {
  readonly channel: RunningChannel
  readonly fields: Values & { readonly name: string }
  /** What a definition that exists says of it, which stays. */
  readonly existing: Values | undefined
}

export const adoptedChannels = (
  channels: readonly RunningChannel[],
  parties: readonly RunningParty[],
  nodes: readonly RunningNode[],
  existing: readonly Values[],
): readonly AdoptedChannel[] =>
  channels.map((channel) => {
    const { name, config } = channel
    const known = existing.find((one) => one.name === name)
    const { fields, refused } = channelFields(config)
    const who = membershipFields(channel, parties, nodes, known)
    return { channel, refused, existing: known, fields: { name, adopted: true, ...who, ...fields } }
  })

/** External organizations, and nodes that our own ones run elsewhere. */
export const externalParties = (parties: readonly RunningParty[], nodes: readonly RunningNode[]): readonly Values[] =>
  parties.flatMap((party): Values[] => {
    const own = nodes.filter((node) => node.party === party)
    if (party.ours !== undefined && own.length === 0) return []
    return [
      {
        organization: party.name,
        mspId: party.mspId,
        nodes: own.map(({ name, role, host, port }) => ({ name, role, host, port })),
      },
    ]
  })

/** A node that is new: an organization of a definition has at least one. It joins beside those that run elsewhere. */
export interface NewNode {
  readonly party: RunningParty
  readonly organization: string
  readonly name: string
  readonly role: 'peer' | 'orderer'
}

export const newNodes = (parties: readonly RunningParty[], nodes: readonly RunningNode[]): readonly NewNode[] =>
  parties.flatMap((party): NewNode[] => {
    if (party.ours === undefined || ownNodes(party.ours.value).length > 0) return []
    const role = party.places.some(({ section }) => section === 'Application') ? 'peer' : 'orderer'
    const taken = new Set(nodes.filter((node) => node.party === party).map(({ name }) => name))
    let number = 1
    while (taken.has(`${role}${number}`)) number++
    return [{ party, organization: party.name, name: `${role}${number}`, role }]
  })

/** Our organizations. What is new has its keys in a Secret, as its certificates are of an authority that stays where it is. */
export function ownOrganizations(
  parties: readonly RunningParty[],
  added: readonly NewNode[],
  channels: readonly AdoptedChannel[],
): readonly AdoptedOrganization[] {
  return parties.flatMap((party): AdoptedOrganization[] => {
    const { name, mspId, ours } = party
    if (ours === undefined) return []
    const isNew = ownNodes(ours.value).length === 0
    return [
      {
        name,
        fields: {
          ...(mspIdOf({ name, own: {} }) === mspId ? {} : { mspId }),
          ...(isNew ? { administrators: { keys: 'elsewhere' } } : {}),
        },
        nodes: [
          ...added
            .filter(({ organization }) => organization === name)
            .map(({ name: node, role }) => ({
              name: node,
              role,
              existingSecret: `${node}-keys`,
              ...(role === 'peer' ? { anchor: false } : {}),
            })),
          ...silentPeers(party, channels),
        ],
      },
    ]
  })
}

/** Peers of ours that would become anchor peers of channels that have others, or none. */
function silentPeers(
  { ours, places }: RunningParty,
  channels: readonly AdoptedChannel[],
): { name: string; anchor: false }[] {
  const hasNone = channels.some(({ channel }) =>
    places.some(
      ({ channel: one, section, group }) =>
        one === channel.name && section === 'Application' && (group.values.get('AnchorPeers')?.value.length ?? 0) === 0,
    ),
  )
  return hasNone
    ? ownNodes(ours?.value)
        .filter(({ role, anchor }) => role === 'peer' && anchor === undefined)
        .map((node) => ({ name: node.name, anchor: false }))
    : []
}
