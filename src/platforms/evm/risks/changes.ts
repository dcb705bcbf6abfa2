import type { Participant, Participants } from './participants.ts'

/**
 * What a change does to the validators. The definition says who is desired, votes decide; so a validator is
 * counted until it is known to be voted out, and one that comes is not counted until it is voted in.
 */
export interface ValidatorChanges {
  /** Validators of the definition before, with a key. */
  readonly counted: readonly Participant[]
  /** Those that leave the definition, whose key nobody else in it takes over. */
  readonly removed: readonly Participant[]
  /** Those that continue with another key: the chain does not know them. */
  readonly rekeyed: readonly Participant[]
  /** Those to be voted out. */
  readonly demoted: readonly Participant[]
  /** New validators of the definition. */
  readonly added: readonly Participant[]
}

export function validatorChanges(before: Participants, after: Participants): ValidatorChanges {
  const known = new Set([...after.values()].map(({ address }) => address))
  const counted = [...before.values()].filter((participant) => participant.validates && hasKey(participant))
  const addresses = new Set(counted.map(({ address }) => address))
  const rekeyed = counted.filter(({ id, address }) => after.has(id) && !known.has(address))
  return {
    counted,
    removed: counted.filter(({ id, address }) => !after.has(id) && !known.has(address)),
    rekeyed,
    demoted: counted.filter((participant) => {
      const is = after.get(participant.id)
      return is !== undefined && !is.validates && !rekeyed.includes(participant)
    }),
    added: [...after.values()].filter((participant) => {
      const was = before.get(participant.id)
      return participant.validates && !(was?.validates ?? false) && !addresses.has(participant.address ?? '')
    }),
  }
}

const hasKey = ({ address }: Participant): boolean => address !== undefined

/** Those that stop for good, while the chain still counts them. */
export const lostOf = ({ removed, rekeyed }: ValidatorChanges): readonly Participant[] => [...removed, ...rekeyed]
