import type { Risk } from '../../../network/risk.ts'
import type { Participant, Participants } from './participants.ts'

/** Nodes that change their key, which makes them other nodes for their peers; and keys that move to another node. */
export const keyRisks = (before: Participants, after: Participants): Risk[] =>
  [...before.values()].flatMap((was) => {
    if (was.address === undefined) return []
    const is = after.get(was.id)
    if (is !== undefined) return was.address === is.address ? [] : [changed(was, is)]
    const heir = [...after.values()].find(({ address }) => address === was.address)
    // What runs elsewhere is a handover.
    const isHandover = [was, heir].some((one) => one?.elsewhere !== undefined)
    return heir === undefined || isHandover ? [] : [inherited(was, heir)]
  })

function changed(was: Participant, is: Participant): Risk {
  const how =
    is.address === undefined
      ? `has lost the key ${was.address}, and gets a new one`
      : `changes its key from ${was.address} to ${is.address}`
  return {
    id: 'node-key-changed',
    severity: was.validates ? 'danger' : 'caution',
    subject: was.id,
    message: was.validates
      ? `the validator ${was.id} ${how}: the new key is not a validator, and the chain counts the old one as offline`
      : `${was.id} ${how}: running nodes do not dial it until they restart`,
    hint: was.validates
      ? 'restore the key from Git; to replace it, add a node with a new name and validator: false, have it voted in, and then this one out'
      : 'restore the key from Git, unless the change is intended: other parties need its new enode URL',
    path: is.ours ? is.path : [...is.path, 'nodeId'],
  }
}

const inherited = (was: Participant, heir: Participant): Risk => ({
  id: 'node-key-inherited',
  severity: was.validates ? 'danger' : 'caution',
  subject: heir.id,
  message: `${heir.id} takes over the key of ${was.id}: ${heir.ours ? 'it begins with an empty volume, and ' : ''}both may run with one key for a while`,
  hint: `make sure that ${was.id} has stopped before ${heir.id} starts: only one running node may have a key`,
  path: heir.path,
})
