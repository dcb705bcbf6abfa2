import type { Risk } from '../../../network/risk.ts'
import type { Participant, Participants } from './participants.ts'

/** Nodes that go on with another key, which for all others are other nodes; and keys that go on with another node. */
export const keyRisks = (before: Participants, after: Participants): Risk[] =>
  [...before.values()].flatMap((was) => {
    if (was.address === undefined) return []
    const is = after.get(was.id)
    if (is !== undefined) return was.address === is.address ? [] : [changed(was, is)]
    const heir = [...after.values()].find(({ address }) => address === was.address)
    return heir === undefined ? [] : [inherited(was, heir)]
  })

function changed(was: Participant, is: Participant): Risk {
  const how =
    is.address === undefined
      ? `has no key any more, and gets a new one in place of ${was.address}`
      : `has the key ${is.address} instead of ${was.address}`
  return {
    id: 'node-key-changed',
    severity: was.validates ? 'danger' : 'caution',
    subject: was.id,
    message: was.validates
      ? `the validator ${was.id} ${how}: with the new key it is none, and the chain counts the old one as down`
      : `${was.id} ${how}: nodes that run do not dial it until they start again`,
    hint: was.validates
      ? 'restore the key from Git; to replace it, add a node with a new name and validator: false, then have it voted in, then this one out'
      : 'restore the key from Git, unless it is meant: others need its new enode URL',
    path: is.ours ? is.path : [...is.path, 'nodeId'],
  }
}

const inherited = (was: Participant, heir: Participant): Risk => ({
  id: 'node-key-inherited',
  severity: was.validates ? 'danger' : 'caution',
  subject: heir.id,
  message: `${heir.id} takes over the key of ${was.id}: ${heir.ours ? 'it begins with an empty volume, and ' : ''}for a while both may run with one key`,
  hint: `be sure that ${was.id} has stopped before ${heir.id} starts: a key belongs to one node that runs`,
  path: heir.path,
})
