import { isDeepStrictEqual } from 'node:util'
import { type Participant, type Participants, shareKeys } from './participants.ts'

/** The same node before and after. */
export interface Kept {
  readonly was: Participant
  readonly is: Participant
}

/**
 * What a change does to the validators. The runtime decides who is an authority, and the definition does not tell; so a validator
 * of the definition is counted, with the keys that it had.
 */
export interface ValidatorChanges {
  /** Validators of the definition before, with keys. */
  readonly counted: readonly Participant[]
  /** Those that leave the definition, or get another role, and whose keys no other node takes over. */
  readonly removed: readonly Participant[]
  /** Those whose session keys another node of the definition takes over. */
  readonly inherited: readonly Kept[]
  readonly added: readonly Participant[]
  /** Those with new session keys, which can still sign with the old ones. */
  readonly rotated: readonly Kept[]
  /** Those that can no longer sign with the keys that the chain has. */
  readonly rekeyed: readonly Kept[]
  readonly kept: readonly Kept[]
}

export function validatorChanges(before: Participants, after: Participants): ValidatorChanges {
  const counted = [...before.values()].filter(({ validates, sessionKeys }) => validates && sessionKeys !== undefined)
  const validators = [...after.values()].filter(({ validates }) => validates)
  const heirOf = (was: Participant): Participant | undefined =>
    validators.find(({ id, sessionKeys }) => id !== was.id && shareKeys(was.sessionKeys, sessionKeys))
  const kept = counted.flatMap((was): Kept[] => {
    const is = after.get(was.id)
    return is?.validates === true ? [{ was, is }] : []
  })
  const stays = new Set(kept.map(({ was }) => was.id))
  const gone = counted.filter(({ id }) => !stays.has(id))
  const changed = kept.filter(({ was, is }) => !isDeepStrictEqual(was.sessionKeys, is.sessionKeys))
  const holds = ({ was, is }: Kept): boolean => is.held.some((keys) => isDeepStrictEqual(keys, was.sessionKeys))
  return {
    counted,
    kept,
    removed: gone.filter((was) => heirOf(was) === undefined),
    inherited: gone.flatMap((was) => {
      const is = heirOf(was)
      return is === undefined ? [] : [{ was, is }]
    }),
    added: validators.filter(({ id, sessionKeys }) => {
      const isNew = before.get(id)?.validates !== true
      return isNew && !counted.some((was) => shareKeys(was.sessionKeys, sessionKeys))
    }),
    rotated: changed.filter(holds),
    rekeyed: changed.filter((one) => !holds(one)),
  }
}

/** Validators of ours that the chain cannot count on after the change, until it has other authorities. */
export const lostOf = ({ removed, rekeyed }: ValidatorChanges): readonly Participant[] =>
  [...removed, ...rekeyed.map(({ was }) => was)].filter(({ ours }) => ours).sort((a, b) => (a.id < b.id ? -1 : 1))
