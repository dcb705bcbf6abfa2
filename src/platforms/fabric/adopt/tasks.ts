import { isDeepStrictEqual } from 'node:util'
import { isIpAddress } from '../../../network/address.ts'
import { listed } from '../../../words.ts'
import { dumpInline } from '../../../yaml.ts'
import type { AdoptionInput } from '../../adoption.ts'
import { authorityPath, certificatePath } from '../places.ts'
import { namesInside } from '../requests/nodes.ts'
import type { RunningChannel } from './blocks.ts'
import type { AdoptedChannel, NewNode } from './definition.ts'
import { ownNodes } from './nodes.ts'
import type { RunningParty } from './parties.ts'

interface Adopted {
  /** Name of the network. */
  readonly network: string
  readonly defined: readonly AdoptedChannel[]
  readonly parties: readonly RunningParty[]
  readonly added: readonly NewNode[]
  /** Domain or IP address of each cluster that has one, by name. */
  readonly places: AdoptionInput['places']
  /** Names of channels that the next update would change. */
  readonly changing: ReadonlySet<string>
}

/** What people have to do next. */
export const adoptionTasks = ({ network, places, defined, parties, added, changing }: Adopted): readonly string[] => [
  ...defined.filter(({ channel }) => changing.has(channel.name)).flatMap((channel) => conflicts(channel, parties)),
  ...added.flatMap((node) => enrollment(network, places, node)),
  ...withoutFirst(
    defined.map(({ channel }) => channel),
    added,
  ),
]

/** Fields of a channel that are in its configuration. */
const said = ['consensus', 'raft', 'bft', 'batch', 'capabilities', 'policies', 'acls'] as const

/** What to write in a definition that exists, for a channel to stay as it is. */
function conflicts(
  { channel, fields, existing = {} }: AdoptedChannel,
  parties: readonly RunningParty[],
): readonly string[] {
  const differing = Object.entries(fields).filter(
    ([name, value]) => existing[name] !== undefined && !isDeepStrictEqual(existing[name], value),
  )
  const usual = said.filter((name) => existing[name] !== undefined && !Object.hasOwn(fields, name))
  const anchors = parties
    .filter(({ places }) => places.some((place) => place.channel === channel.name && place.section === 'Application'))
    .flatMap(({ name, ours }) =>
      ownNodes(ours?.value)
        .filter(({ role, anchor }) => role === 'peer' && anchor === true)
        .map((node) => `${name}/${node.name}`),
    )
  const steps = [
    ...differing.map(([name, value]) => `write \`${dumpInline({ [name]: value })?.slice(1, -1)}\``),
    ...usual.map((name) => `remove \`${name}\``),
    ...(anchors.length === 0 ? [] : [`write \`anchor: false\` at ${listed(anchors)}`]),
  ]
  return steps.length === 0 ? [] : [`To leave channel ${channel.name} as it is, ${listed(steps)}.`]
}

/** A new node has certificates of the authorities that its organization has. */
function enrollment(
  network: string,
  places: AdoptionInput['places'],
  { organization, name, role, party }: NewNode,
): readonly string[] {
  const { cluster = '', value = {} } = party.ours ?? {}
  const namespace = typeof value.namespace === 'string' ? value.namespace : `${network}-${organization}`
  const names = namesInside(name, namespace).map((each) => `\`${each}\``)
  const place = places.get(cluster)
  const host =
    place === undefined
      ? `\`${name}.${organization}.DOMAIN\` with the domain of cluster ${cluster}, or its address`
      : isIpAddress(place)
        ? `the address \`${place}\``
        : `\`${name}.${organization}.${place}\``
  return [
    `Enroll the new node ${organization}/${name} at the authorities of ${organization}: for its identity with \`OU=${role}\`, and for TLS with the names ${listed([...names, host])}.`,
    `Create the Secret \`${name}-keys\` of ${organization}/${name} with the entries \`sign.key\` and \`tls.key\`, and commit the certificates as ${certificatePath(organization, name, 'sign')} and ${certificatePath(organization, name, 'tls')}.`,
    `For Chancery to issue certificates of ${organization}, have its authorities sign intermediate ones, add those to ${authorityPath(organization, 'ca')} and ${authorityPath(organization, 'tlsca')}, and write the update: \`chancery channel update\`.`,
  ]
}

function withoutFirst(channels: readonly RunningChannel[], added: readonly NewNode[]): readonly string[] {
  const missing = channels.filter(({ first }) => first === undefined).map(({ name }) => name)
  return missing.length === 0 || added.every(({ role }) => role !== 'peer')
    ? []
    : [
        `Fetch the first block of ${listed(missing.map((name) => `channel ${name}`))} with \`peer channel fetch oldest\`, and pass it as --genesis-block: peers join with it. Jobs do so for organizations without \`administrators.keys: elsewhere\`.`,
      ]
}
