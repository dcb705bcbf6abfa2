import { listed } from '../../../words.ts'
import { fabricMspOf, mspFields } from '../channel/msp.ts'
import { authorityPath, certificatePath } from '../places.ts'
import { readMessage } from '../protobuf/reader.ts'
import { namesInside } from '../requests/nodes.ts'
import type { RunningChannel } from './blocks.ts'
import type { NewNode } from './definition.ts'
import type { RunningParty } from './parties.ts'

/** What people have to do next. */
export const adoptionTasks = (
  network: string,
  channels: readonly RunningChannel[],
  parties: readonly RunningParty[],
  added: readonly NewNode[],
): readonly string[] => [
  ...added.flatMap((node) => enrollment(network, node)),
  ...withoutFirst(channels, added),
  ...parties
    .filter(hasNoRoles)
    .map(
      ({ name }) =>
        `Keep \`administrators.keys: elsewhere\` of ${name}: its MSP has no roles by organizational unit (node OUs are off), so a certificate that Chancery issues to an administrator would be no administrator's.`,
    ),
]

/** A new node has certificates of the authorities that its organization has. */
function enrollment(network: string, { organization, name, role, party }: NewNode): readonly string[] {
  const { cluster = '', value = {} } = party.ours ?? {}
  const namespace = typeof value.namespace === 'string' ? value.namespace : `${network}-${organization}`
  const names = namesInside(name, namespace).map((each) => `\`${each}\``)
  const host = `\`${name}.${organization}.DOMAIN\` with the domain of cluster ${cluster}, or its address`
  const unit = hasNoRoles(party) ? '' : ` with \`OU=${role}\``
  return [
    `Enroll the new node ${organization}/${name} at the authorities of ${organization}: for its identity${unit}, and for TLS with the names ${listed([...names, host])}.`,
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

const hasNoRoles = ({ ours, places }: RunningParty): boolean =>
  ours !== undefined &&
  places.some(({ group }) => {
    const units = readMessage(fabricMspOf(group) ?? Buffer.alloc(0)).bytes(mspFields.nodeUnits) ?? Buffer.alloc(0)
    return readMessage(units).number(1) === 0
  })
