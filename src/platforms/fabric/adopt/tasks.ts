import { listed } from '../../../words.ts'
import { fabricMspOf, mspFields } from '../channel/msp.ts'
import { certificatePath, genesisPath } from '../places.ts'
import { readMessage } from '../protobuf/reader.ts'
import type { RunningChannel } from './blocks.ts'
import type { NewNode } from './definition.ts'
import type { RunningParty } from './parties.ts'

/** What people have to do next. */
export function adoptionTasks(
  channels: readonly RunningChannel[],
  parties: readonly RunningParty[],
  added: readonly NewNode[],
): readonly string[] {
  return [
    ...added.map(
      ({ organization, name, role }) =>
        `Enroll ${organization}/${name} (the first ${role} of ${organization} here) at the authorities that ${organization} has, once for identities and once for TLS. Put the keys into the Secret \`${name}-keys\` (entries \`sign.key\`, \`tls.key\`), and commit the certificates as ${certificatePath(organization, name, 'sign')} and tls.crt. To let Chancery issue certificates instead, add an intermediate authority to ca.crt and tlsca.crt by an update of the channels, and seal its key.`,
    ),
    ...withoutFirst(channels, added),
    ...parties
      .filter(hasNoRoles)
      .map(
        ({ name }) =>
          `${name} has no roles by organizational unit (node OUs are off): certificates that Chancery issues to its administrators are of no administrator there. Keep \`administrators.keys: elsewhere\`.`,
      ),
  ]
}

function withoutFirst(channels: readonly RunningChannel[], added: readonly NewNode[]): readonly string[] {
  const missing = channels.filter(({ first }) => first === undefined).map(({ name }) => name)
  return missing.length === 0 || added.length === 0
    ? []
    : [
        `Peers join with the first block of a channel. For Jobs that join peers of yours, fetch ${listed(missing.map((name) => `that of ${name} (${genesisPath(name)})`))} with \`peer channel fetch oldest\`, and pass it as --genesis-block.`,
      ]
}

const hasNoRoles = ({ ours, places }: RunningParty): boolean =>
  ours !== undefined &&
  places.some(({ group }) => {
    const units = readMessage(fabricMspOf(group) ?? Buffer.alloc(0)).bytes(mspFields.nodeUnits) ?? Buffer.alloc(0)
    return readMessage(units).number(1) === 0
  })
