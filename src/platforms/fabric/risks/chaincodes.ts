import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { listed } from '../../../words.ts'
import { labelOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { consentTo } from './automatic.ts'
import { runs } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** Definitions of chaincodes count: what changes one needs the next number, and no number comes twice. */
export function chaincodeRisks(before: FabricRevision, after: FabricRevision): Risk[] {
  const key = ({ channel, name }: Chaincode): string => `${channel}/${name}`
  const live = before.network.top.chaincodes.filter(({ channel }) =>
    before.network.top.channels.some((one) => one.name === channel && runs(before, one)),
  )
  return live.flatMap((was): Risk[] => {
    const at = after.network.top.chaincodes.findIndex((one) => key(one) === key(was))
    const is = after.network.top.chaincodes[at]
    return is === undefined ? removed(was) : sequence(was, is, ['chaincodes', at], after)
  })
}

const removed = ({ name, channel }: Chaincode): Risk[] => [
  {
    id: 'chaincode-removed',
    severity: 'caution',
    subject: `${channel}/${name}`,
    message: `chaincode ${name} leaves the definition: its servers stop, and channel ${channel} keeps a chaincode that nobody can call`,
    hint: 'stop its applications first',
    path: ['chaincodes'],
  },
]

/** What members approve: a change of any of these is another definition. */
const definition = (chaincode: Chaincode): Readonly<Record<string, unknown>> => ({
  version: chaincode.version,
  endorsementPolicy: chaincode.endorsementPolicy,
  collections: chaincode.collections,
  initRequired: chaincode.initRequired,
})

/** What makes it another package, which each organization approves for itself. */
const packaged = (chaincode: Chaincode): Readonly<Record<string, unknown>> => ({
  label: labelOf(chaincode),
  indexes: chaincode.indexes,
  tls: chaincode.tls,
  port: chaincode.port,
})

const differences = (was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))

function sequence(was: Chaincode, is: Chaincode, path: Path, { network }: FabricRevision): Risk[] {
  const changed = [...differences(definition(was), definition(is)), ...differences(packaged(was), packaged(is))]
  const risk = (id: string, message: string, hint: string): Risk[] => [
    { id, severity: 'danger', subject: `${is.channel}/${is.name}`, message, hint, path: [...path, 'sequence'] },
  ]
  if (is.sequence < was.sequence)
    return risk(
      'chaincode-sequence',
      `the sequence of chaincode ${is.name} falls from ${was.sequence} to ${is.sequence}: a channel only accepts the next sequence`,
      `use ${was.sequence + 1}, also to return to an earlier definition`,
    )
  if (is.sequence > was.sequence + 1)
    return risk(
      'chaincode-sequence',
      `the sequence of chaincode ${is.name} rises from ${was.sequence} to ${is.sequence}: the channel accepts only ${was.sequence + 1}`,
      `use ${was.sequence + 1}`,
    )
  if (changed.length > 0 && is.sequence === was.sequence)
    return risk(
      'chaincode-sequence',
      `${listed(changed)} of chaincode ${is.name} changed, but its sequence stays ${is.sequence}: the committed definition stays active`,
      `use ${was.sequence + 1}`,
    )
  if (was.image !== is.image && is.sequence === was.sequence)
    return [
      {
        id: 'chaincode-image-changed',
        severity: consentTo(network, is).severity,
        subject: `${is.channel}/${is.name}`,
        message: `the image of chaincode ${is.name} changes from ${was.image} to ${is.image}, under the same definition: members with another image may endorse other results, and such transactions are invalid`,
        hint: 'change the image for all members at once, or raise version and sequence',
        path: [...path, 'image'],
      },
    ]
  return []
}
