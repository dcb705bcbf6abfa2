import type { Risk } from '../../../network/risk.ts'
import type { Kept, ValidatorChanges } from './changes.ts'
import type { Participants } from './participants.ts'

/** Nodes that sign with other keys, or that others dial by another peer ID. */
export const keyRisks = (before: Participants, after: Participants, changes: ValidatorChanges): Risk[] => [
  ...changes.rotated.map(rotated),
  ...changes.rekeyed.map(lost),
  ...[...before.values()].flatMap((was) => {
    const is = after.get(was.id)
    return is === undefined || was.peerId === undefined || was.peerId === is.peerId ? [] : [anotherPeer({ was, is })]
  }),
]

const rotated = ({ is }: Kept): Risk => ({
  id: 'session-keys-rotated',
  severity: 'caution',
  subject: is.id,
  message: `${is.id} gets new session keys: it signs with the old ones until the chain has the new ones`,
  hint: is.ours
    ? `after the merge ${is.account ?? 'its account'} announces them (\`chancery substrate session-keys ${is.id}\`). Rotate again only when the chain has them: the node keeps the keys of one rotation before`
    : 'its owner announces them; ask whether the chain has them',
  path: is.ours ? [...is.path, 'keyRotation'] : [...is.path, 'sessionKeys'],
})

function lost({ was, is }: Kept): Risk {
  if (!is.ours)
    return {
      id: 'session-keys-lost',
      severity: 'caution',
      subject: is.id,
      message: `the session keys of ${is.id} are other ones: the authorities of the chain are compared with the new ones`,
      hint: 'ask its owner, outside of this pull request, whether the chain has them',
      path: [...is.path, 'sessionKeys'],
    }
  const how =
    was.rotation !== is.rotation
      ? `gets the session keys of keyRotation ${is.rotation} after those of ${was.rotation}, which it no longer has`
      : is.sessionKeys === undefined
        ? 'has lost its session keys, and gets new ones'
        : 'has other session keys'
  return {
    id: 'session-keys-lost',
    severity: 'danger',
    subject: is.id,
    message: `${is.id} ${how}: it cannot sign for the authority that the chain has (${sample(was.sessionKeys)}), which counts as offline`,
    hint: 'restore the keys from Git. To rotate them, raise keyRotation by one, announce the new keys, and wait until the chain has them',
    path: is.path,
  }
}

const sample = (keys: Readonly<Record<string, string>> = {}): string =>
  Object.entries(keys)
    .slice(0, 1)
    .map(([name, key]) => `${name} ${key}`)
    .join('')

const anotherPeer = ({ was, is }: Kept): Risk => ({
  id: 'peer-id-changed',
  severity: is.role === 'bootnode' ? 'danger' : 'caution',
  subject: is.id,
  message: `${is.id} ${is.peerId === undefined ? `has lost its node key, and gets another peer ID than ${was.peerId}` : `has the peer ID ${is.peerId} instead of ${was.peerId}`}: nobody reaches it by the old one`,
  hint: is.ours
    ? 'restore the node key from Git. Where another one is intended, tell everybody outside of this definition who has the node as a bootnode'
    : 'ask its owner, outside of this pull request, for its peer ID',
  path: is.ours ? is.path : [...is.path, 'peerId'],
})
