import { OperatorError } from '../../../errors.ts'
import { addressText, isIpAddress } from '../../../network/address.ts'
import { host as hostForm } from '../../../network/primitives.ts'
import { labelOf, mappingOf, mappingsOf, textOf } from '../../bevel-fields.ts'
import { isIssuedBy } from '../channel/certificate-issuer.ts'
import type { Consenter } from '../channel/channel.ts'
import { consenterOwner } from '../channel/consenter-owner.ts'
import { consentersIn } from '../channel/consenters.ts'
import { readMessage } from '../protobuf/reader.ts'
import type { RunningChannel } from './blocks.ts'
import { certificateFacts } from './certificates.ts'
import { numbered, type RunningParty } from './parties.ts'

/** A node that runs elsewhere: a consenter, or an anchor peer. */
export interface RunningNode {
  readonly party: RunningParty
  readonly name: string
  readonly role: 'orderer' | 'peer'
  readonly host: string
  readonly port: number
  /** Channels that it orders, or has as an anchor peer. */
  readonly channels: ReadonlySet<string>
  /** Certificates as PEM, of a consenter. Of Raft's consenters, channels have that for TLS only. */
  readonly tls?: string
  readonly sign?: string
  /** Nothing in the channel tells whose it is. */
  readonly isAssumed?: boolean
}

interface Sighting extends Omit<RunningNode, 'name' | 'channels'> {
  readonly channel: string
}

/** Consenters and anchor peers of all channels, each once. */
export function runningNodes(
  channels: readonly RunningChannel[],
  parties: readonly RunningParty[],
  existing: Definition,
): readonly RunningNode[] {
  const sightings = [
    ...channels.flatMap((channel) => consentersIn(channel.config).map((each) => orderer(each, channel, parties))),
    ...parties.flatMap(anchors),
  ]
  const nodes = new Map<string, RunningNode>()
  const names = new Map(parties.map((party) => [party, takenNames(party, existing)]))
  for (const { channel, ...sighting } of sightings) {
    const { party, role, host, port } = sighting
    const key = `${party.name} ${role} ${addressText({ host, port })}`
    const known = nodes.get(key)
    const taken = names.get(party) ?? new Set()
    const name = known?.name ?? existingName(party, sighting, existing) ?? nodeName(sighting, taken)
    taken.add(name)
    nodes.set(key, { ...newer(known, sighting), name, channels: new Set([...(known?.channels ?? []), channel]) })
  }
  return [...nodes.values()].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

const idOf = ({ party, name }: RunningNode): string => `${party.name}/${name}`

function orderer(
  consenter: Consenter,
  { name: channel, config, file }: RunningChannel,
  parties: readonly RunningParty[],
): Sighting {
  const { host, port, tlsCertificate, identity } = consenter
  const owner = consenterOwner(consenter, config, isIssuedBy)
  const ordering = parties.filter(({ places }) =>
    places.some((place) => place.channel === channel && place.section === 'Orderer'),
  )
  const party = parties.find(({ mspId }) => mspId === owner) ?? ordering[0]
  if (party === undefined)
    throw new OperatorError(`${file}: channel ${channel} has no organization with orderers`, 'pass a newer block')
  requireAddress({ host, port }, `the consenter ${addressText({ host, port })} of channel ${channel}`, file)
  return {
    party,
    role: 'orderer',
    host,
    port,
    channel,
    tls: tlsCertificate,
    isAssumed: owner === undefined,
    ...(identity === '' ? {} : { sign: identity }),
  }
}

const anchors = (party: RunningParty): readonly Sighting[] =>
  party.places
    .filter(({ section }) => section === 'Application')
    .flatMap(({ channel, group }) =>
      readMessage(group.values.get('AnchorPeers')?.value ?? Buffer.alloc(0))
        .all(1)
        .map((encoded): Sighting => {
          const fields = readMessage(encoded)
          const [host, port] = [fields.text(1), fields.number(2)]
          requireAddress(
            { host, port },
            `the anchor peer ${addressText({ host, port })} of ${party.mspId} in channel ${channel}`,
          )
          return { party, role: 'peer', host, port, channel }
        }),
    )

function requireAddress(
  { host, port }: { readonly host: string; readonly port: number },
  what: string,
  file?: string,
): void {
  if (hostForm.safeParse(host).success && port >= 1 && port <= 65535) return
  throw new OperatorError(
    `${file === undefined ? '' : `${file}: `}${what} has no address that every cluster can dial`,
    'give it a DNS name in lower case with at least two labels, or an IPv4 address, by an update of the channel; then fetch the configuration again',
  )
}

/** One that is in several channels has the certificate that is valid longest: others may have been renewed since. */
function newer(known: RunningNode | undefined, sighting: Omit<Sighting, 'channel'>): Omit<Sighting, 'channel'> {
  if (known === undefined) return sighting
  const end = (pem: string | undefined): number => certificateFacts(pem ?? '')?.notAfter.getTime() ?? 0
  const tls = end(known.tls) >= end(sighting.tls) ? known.tls : sighting.tls
  const sign = end(known.sign) >= end(sighting.sign) ? (known.sign ?? sighting.sign) : sighting.sign
  return { ...sighting, ...(tls === undefined ? {} : { tls }), ...(sign === undefined ? {} : { sign }) }
}

/** Nodes of the definition that exists: certificates are found by the names of nodes. */
const takenNames = ({ name, ours }: RunningParty, existing: Definition): Set<string> =>
  new Set([
    'jobs',
    ...ownNodes(ours?.value).map((node) => node.name),
    ...externalNodes(name, existing).flatMap((node) => textOf(node.name) ?? []),
  ])

type Definition = Readonly<Record<string, unknown>> | undefined

/** External nodes that a definition that exists has of a party. */
const externalNodes = (party: string, existing: Definition): readonly Readonly<Record<string, unknown>>[] =>
  mappingsOf(existing?.external)
    .filter(({ organization }) => organization === party)
    .flatMap(({ nodes }) => mappingsOf(nodes))

export interface OwnNode {
  readonly name: string
  readonly role: string
  readonly anchor: unknown
}

/** Nodes of an organization in a definition that exists. */
export const ownNodes = (organization: Readonly<Record<string, unknown>> | undefined): readonly OwnNode[] =>
  (Array.isArray(organization?.nodes) ? organization.nodes : []).flatMap((node: unknown): OwnNode[] => {
    const { name, role, anchor } = mappingOf(node)
    return typeof name === 'string' && typeof role === 'string' ? [{ name, role, anchor }] : []
  })

/** The name that a definition that exists has for an external node at this address. */
const existingName = (
  { name }: RunningParty,
  { host, port }: Pick<Sighting, 'host' | 'port'>,
  existing: Definition,
): string | undefined =>
  textOf(externalNodes(name, existing).find((node) => node.host === host && node.port === port)?.name)

/** `orderer1` for orderer1.example.com. */
function nodeName({ role, host, party }: Omit<Sighting, 'channel'>, taken: ReadonlySet<string>): string {
  const label = isIpAddress(host) ? role : labelOf(host.split('.')[0] ?? '', role)
  if (!taken.has(label)) return label
  const elsewhere = `${label}-elsewhere`
  const isOfOurs = ownNodes(party.ours?.value).some(({ name }) => name === label)
  return isOfOurs && !taken.has(elsewhere) ? elsewhere : numbered(label, taken)
}
