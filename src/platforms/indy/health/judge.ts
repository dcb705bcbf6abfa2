import type { Material } from '../../../material/material.ts'
import { agreeing, brief, counted } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import type { InquiryAnswer } from '../../inquiry.ts'
import { faultTolerance } from '../consensus.ts'
import { genesisFilesOf, genesisValidators, validatorsOf } from '../genesis.ts'
import { aliasOf, type IndyNetwork, poolNameOf } from '../network.ts'
import type { PoolValidator } from '../pool-file.ts'
import { factsIn } from './facts.ts'
import { ledgerVerdicts } from './ledgers.ts'
import { isAt, membershipOf, membershipVerdicts } from './membership.ts'
import { answers, type Observed, observe, silenceVerdicts } from './observed.ts'
import { ageOf, isFresh, type Proven, proofsOf, proofVerdicts, refusals } from './proofs.ts'
import { askedDid } from './targets.ts'

/** What the validators told: who answers and agrees, what their states prove, who belongs to the pool, and how many more may fail. */
export const judgeInquiries = (
  network: IndyNetwork,
  material: Material,
  given: readonly InquiryAnswer[],
): readonly Verdict[] => verdictsOf(network, material, given).map(printable)

/** Texts of others are in it: validators may be malicious. */
const printable = (verdict: Verdict): Verdict => ({
  ...verdict,
  message: brief(verdict.message.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')),
})

function verdictsOf(network: IndyNetwork, material: Material, given: readonly InquiryAnswer[]): readonly Verdict[] {
  const jobs = given.map((answer) => ({ answer, facts: factsIn(answer) }))
  const failed = jobs
    .filter(({ facts }) => facts === undefined)
    .map(({ answer: { cluster, organization } }) =>
      bad(
        `the validators could not be asked by ${organization} in cluster ${cluster}`,
        'its image has no python3 with pyzmq',
      ),
    )
  const seen = observe(
    network,
    jobs.flatMap(({ facts }) => facts ?? []),
  )
  const did = askedDid(network, material)
  if (seen.length === 0 || did === undefined) return failed
  const membership = membershipOf(network, material, seen)
  const pool =
    membership === undefined || membership.validators.length === 0
      ? genesisValidators(genesisFilesOf(network, material)?.pool ?? '')
      : membership.validators
  const validators = pool.filter(({ validates }) => validates)
  const observed = seen.filter((one) => isAwaited(one, network, validators))
  const own = observed.filter((one) => membership?.strangers.includes(one) !== true)
  const proofs = proofsOf(own, did, blsKeysOf(validators))
  const found = [
    ...silenceVerdicts(observed),
    ...ledgerVerdicts(own),
    ...(membership === undefined ? [] : membershipVerdicts(network, material, membership, observed)),
    ...refusals(own),
    ...proofVerdicts(proofs),
  ]
  return [
    ...failed,
    ...found,
    ...summary(network, { validators, observed, proofs, well: found.every(({ good }) => good) }),
  ]
}

/** One that a pool to join had before may have left it, or moved: nobody has to answer there. */
function isAwaited({ alias, facts }: Observed, network: IndyNetwork, validators: readonly PoolValidator[]): boolean {
  if (validatorsOf(network).some((validator) => aliasOf(validator) === alias)) return true
  return validators.some((one) => one.alias === alias && isAt(one, facts.client))
}

/** Validators without a BLS key do not sign. */
const blsKeysOf = (validators: readonly PoolValidator[]): ReadonlyMap<string, string> =>
  new Map(validators.filter(({ blsKey }) => blsKey !== '').map(({ alias, blsKey }) => [alias, blsKey]))

interface Findings {
  readonly validators: readonly PoolValidator[]
  readonly observed: readonly Observed[]
  readonly proofs: readonly Proven[]
  readonly well: boolean
}

/** How many more may fail right now, or that too many have. */
function summary(network: IndyNetwork, { validators, observed, proofs, well }: Findings): readonly Verdict[] {
  const members = new Set(validators.map(({ alias }) => alias))
  const asked = observed.filter(({ alias }) => members.has(alias))
  const working = asked.filter((one) => answers(one.facts) && provesFresh(one, proofs)).length
  const lost = asked.length - working
  const margin = faultTolerance(validators.length) - lost
  const name = `pool ${poolNameOf(network)}`
  if (asked.length === 0) return []
  if (margin < 0)
    return [
      bad(
        `${name} agrees on nothing: ${lost} of ${counted(validators.length, 'validator')} do not work, and ${faultTolerance(validators.length)} may`,
        'bring validators back: the ledger is read, but nothing is written until then',
      ),
    ]
  const more = margin === 0 ? 'no other may fail' : `${margin} more may fail`
  if (lost > 0)
    return [
      bad(
        `${lost} of ${counted(validators.length, 'validator')} of ${name} ${agreeing(lost, 'does', 'do')} not work: it still writes, and ${more}`,
        'bring it back before another one fails',
      ),
    ]
  if (!well) return []
  const unasked = validators.length - asked.length
  const others = unasked === 0 ? '' : `; ${unasked} of others were not asked`
  return [
    {
      good: true,
      message: `${name}: ${working} of ${counted(validators.length, 'validator')} answer and agree, ${stateOf(proofs)}; ${more}${others}`,
    },
  ]
}

/** A validator that was asked about the state, and whose answer clients believe. */
const provesFresh = (observed: Observed, proofs: readonly Proven[]): boolean => {
  const outcome = proofs.find((proven) => proven.observed === observed)?.outcome
  return outcome !== undefined && 'signed' in outcome && isFresh(observed, outcome.signed)
}

/** The newest state that is proven. */
function stateOf(proofs: readonly Proven[]): string {
  const signed = proofs.flatMap(({ observed, outcome }) =>
    'signed' in outcome ? [{ age: ageOf(observed, outcome.signed), signers: outcome.signed.participants.length }] : [],
  )
  const [newest] = signed.sort((a, b) => a.age - b.age)
  return newest === undefined
    ? 'nothing is signed'
    : `the state was signed by ${newest.signers} of them ${counted(newest.age, 'second')} ago`
}
