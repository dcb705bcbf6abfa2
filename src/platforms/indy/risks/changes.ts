import type { Participant, Participants } from './participants.ts'

/** The same validator before and after. */
export interface KeptValidator {
  readonly was: Participant
  readonly is: Participant
}

/**
 * What a change does to the validators. Transactions decide who is a validator, and the definition does not tell which are written; so
 * one of the definition is counted, and what the pool knows of it is what the definition said before.
 */
export interface ValidatorChanges {
  /** Validators of the pool before, those that only its genesis has included. */
  readonly total: number
  /** Those that leave the definition, whose keys no other one in it takes over. */
  readonly removed: readonly Participant[]
  /** Those whose keys another node of the definition takes over. */
  readonly inherited: readonly KeptValidator[]
  readonly added: readonly Participant[]
  readonly renamed: readonly KeptValidator[]
  readonly rekeyed: readonly KeptValidator[]
  readonly moved: readonly KeptValidator[]
  readonly kept: readonly KeptValidator[]
}

/** `others`: how many validators only the genesis of the pool has. */
export function validatorChanges(before: Participants, after: Participants, others: number): ValidatorChanges {
  const known = [...before.values()].filter(({ keys }) => keys !== undefined)
  const heirs = new Map([...after.values()].flatMap((one) => (one.keys === undefined ? [] : [[one.keys.verkey, one]])))
  const heirOf = ({ id, keys }: Participant): Participant | undefined =>
    after.has(id) ? undefined : heirs.get(keys?.verkey ?? '')
  const kept = known.flatMap((was): KeptValidator[] => {
    const is = after.get(was.id)
    return is === undefined ? [] : [{ was, is }]
  })
  const verkeys = new Set(known.map(({ keys }) => keys?.verkey))
  return {
    total: known.length + others,
    kept,
    removed: known.filter((was) => !after.has(was.id) && heirOf(was) === undefined),
    inherited: known.flatMap((was) => {
      const is = heirOf(was)
      return is === undefined ? [] : [{ was, is }]
    }),
    added: [...after.values()].filter(({ id, keys }) => !before.has(id) && !verkeys.has(keys?.verkey)),
    renamed: kept.filter(({ was, is }) => was.alias !== is.alias),
    rekeyed: kept.filter(({ was, is }) => !hasKeysOf(was, is)),
    moved: kept.filter(({ was, is }) => !isDialledAs(was, is)),
  }
}

const hasKeysOf = (was: Participant, { keys }: Participant): boolean =>
  was.keys?.verkey === keys?.verkey && was.keys?.blsKey === keys?.blsKey

const isDialledAs = ({ addresses: was }: Participant, { addresses: is }: Participant): boolean =>
  was.node === is.node && was.client === is.client

/** Validators of ours that the pool cannot count on after the change, until transactions are written. One of others runs on, whatever we write. */
export function lostOf({ removed, renamed, rekeyed, moved }: ValidatorChanges): readonly Participant[] {
  const unreached = moved.filter(({ was, is }) => was.addresses.node !== is.addresses.node)
  const changed = [...renamed, ...rekeyed, ...unreached].map(({ was }) => was)
  return [...new Set([...removed, ...changed])].filter(({ ours }) => ours).sort((a, b) => (a.id < b.id ? -1 : 1))
}
