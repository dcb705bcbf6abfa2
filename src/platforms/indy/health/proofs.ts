import { bad, type Verdict } from '../../health.ts'
import type { MultiSignature } from '../proof/multi-signature.ts'
import { checkNymReply, type ProofOutcome } from '../proof/nym-reply.ts'
import type { Observed } from './observed.ts'

/** The pool signs each state again after 5 minutes (STATE_FRESHNESS_UPDATE_INTERVAL of indy-plenum), and then needs a batch. */
const freshness = 300
const batch = 30

export interface Proven {
  readonly observed: Observed
  readonly outcome: ProofOutcome
}

/** What the answers prove, given the BLS keys of the pool. */
export const proofsOf = (
  observed: readonly Observed[],
  did: string,
  blsKeys: ReadonlyMap<string, string>,
): readonly Proven[] =>
  observed
    .filter(({ facts }) => facts.reply !== undefined)
    .map((one) => ({ observed: one, outcome: checkNymReply(one.facts.reply, did, blsKeys) }))

/** Seconds since the state was signed. */
export const ageOf = ({ time }: Observed, { value }: MultiSignature): number => Math.max(0, time - value.timestamp)

export const isFresh = (observed: Observed, signed: MultiSignature): boolean =>
  ageOf(observed, signed) <= freshness + batch

export const proofVerdicts = (proofs: readonly Proven[]): readonly Verdict[] =>
  proofs.flatMap(({ observed, outcome }) => {
    const { name } = observed
    if ('fault' in outcome)
      return [
        bad(
          `the answer of ${name} about the state ${outcome.fault}`,
          outcome.fault === 'has no state proof'
            ? 'the pool has signed nothing yet, or too few of its validators have BLS keys: ask again in five minutes'
            : 'clients do not believe it: read its log, and check its BLS key in the pool',
        ),
      ]
    const minutes = Math.floor(ageOf(observed, outcome.signed) / 60)
    return isFresh(observed, outcome.signed)
      ? []
      : [
          bad(
            `the state that ${name} proves is ${minutes} minutes old`,
            'the pool signs it every five minutes: if all are old, it agrees on nothing; if one is, it lags behind',
          ),
        ]
  })

export const refusals = (observed: readonly Observed[]): readonly Verdict[] =>
  observed.flatMap(({ name, facts }) =>
    facts.refused === undefined
      ? []
      : [bad(`${name} refuses to answer about the state: ${facts.refused}`, 'read its log')],
  )
