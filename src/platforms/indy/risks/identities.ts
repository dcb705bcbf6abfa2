import type { Risk } from '../../../network/risk.ts'
import type { KeptValidator, ValidatorChanges } from './changes.ts'
import type { Participant } from './participants.ts'

/** Validators that get another name, another key or another steward than the pool knows. */
export const identityRisks = ({ renamed, rekeyed, kept }: ValidatorChanges): Risk[] => [
  ...renamed.map(anotherAlias),
  ...rekeyed.map(({ was, is }) => (is.ours ? anotherKey(was, is) : theirKey(was, is))),
  ...kept.flatMap(anotherSteward),
]

const anotherAlias = ({ was, is }: KeptValidator): Risk => ({
  id: 'pool-alias-changed',
  severity: 'danger',
  subject: is.id,
  message: `the alias of ${is.id} is ${is.alias} instead of ${was.alias}: ${is.ours ? 'it starts with an empty ledger under a name that the pool does not know' : 'the pool knows it by the old one'}`,
  hint: `restore alias: ${was.alias}: the alias of a validator never changes`,
  path: [...is.path, 'alias'],
})

function anotherKey({ id, keys: old }: Participant, { keys, path }: Participant): Risk {
  const onlyBls = keys !== undefined && keys.verkey === old?.verkey
  if (onlyBls)
    return {
      id: 'pool-key-changed',
      severity: 'caution',
      subject: id,
      message: `${id} signs with another BLS key: the pool refuses its votes while its ledger has the old key`,
      hint: `before the merge make the key on the branch (chancery keys), and run \`chancery indy node rotate ${id} --submit\` there. Where no rotation is intended, restore the file from Git`,
      path,
    }
  return {
    id: 'pool-key-changed',
    severity: 'danger',
    subject: id,
    message: `the validator ${id} ${keys === undefined ? `has lost its verkey ${old?.verkey}, and gets a new one` : `changes its verkey from ${old?.verkey} to ${keys.verkey}`}: the pool refuses its connections, and counts it as offline`,
    hint: 'restore the keys from Git: the pool never changes the verkey of a validator. To replace a lost one, add a node with another name and another steward, and have this one taken out',
    path,
  }
}

const theirKey = ({ id, keys: was }: Participant, { keys: is, path }: Participant): Risk => ({
  id: 'pool-key-changed',
  severity: 'caution',
  subject: id,
  message:
    was?.verkey === is?.verkey
      ? `the BLS key of ${id} is another one: answers of the pool are checked with the new key`
      : `the verkey of ${id} is ${is?.verkey} instead of ${was?.verkey}: the pool never changes the verkey of a validator`,
  hint: 'ask its owner, outside of this pull request, whether the ledger has this key',
  path: [...path, was?.verkey === is?.verkey ? 'blsKey' : 'verkey'],
})

function anotherSteward({ was, is }: KeptValidator): Risk[] {
  const [old, now] = [was.steward?.did, is.steward?.did]
  if (old === undefined || old === now) return []
  return [
    {
      id: 'steward-changed',
      severity: 'caution',
      subject: is.id,
      message: `the steward of ${is.id} is ${now ?? 'nobody known'} instead of ${old}: the pool accepts changes of the validator only from the steward that added it`,
      hint: `restore ${old}: another steward can only add another validator`,
      path: [...is.path, 'steward'],
    },
  ]
}
