import { agreeing, alternatives, counted, listed } from '../../../words.ts'
import { type Condition, isMet } from './condition.ts'
import type { Role } from './rule.ts'

/** Who has signed for a policy, who may still sign, and how many are missing. */
export interface Progress {
  /** `/Channel/Application/Admins` */
  readonly policy: string
  /** MSP IDs, sorted. */
  readonly signed: readonly string[]
  readonly open: readonly string[]
  /** The fewest further signatures that are enough; undefined when all open ones together are not. */
  readonly missing: number | undefined
}

export interface Signatures {
  /** `/Channel/Application/Admins` */
  readonly policy: string
  readonly condition: Condition
  /** MSP IDs whose signature counts, sorted. */
  readonly mspIds: readonly string[]
}

/** How far a policy is, with one signature of each of these signers, whose certificates have this role. */
export function progressOf(
  { policy, condition, mspIds }: Signatures,
  signers: ReadonlySet<string>,
  role: Role = 'admin',
): Progress {
  const signed = mspIds.filter((mspId) => signers.has(mspId))
  const open = mspIds.filter((mspId) => !signers.has(mspId))
  const isEnough = (more: readonly string[]): boolean =>
    isMet(
      condition,
      [...signers, ...more].map((mspId) => ({ mspId, role })),
    )
  return { policy, signed, open, missing: fewest(open, isEnough) }
}

/** More choices than this are not tried: then the open ones are counted, less those that nobody needs. */
const most = 4096

function fewest(open: readonly string[], isEnough: (more: readonly string[]) => boolean): number | undefined {
  if (!isEnough(open)) return undefined
  let tried = 0
  for (let size = 0; size < open.length; size += 1)
    for (const more of choices(open, size)) {
      if (isEnough(more)) return size
      tried += 1
      if (tried > most) return needed(open, isEnough)
    }
  return open.length
}

function* choices(of: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [at, first] of of.entries()) for (const rest of choices(of.slice(at + 1), size - 1)) yield [first, ...rest]
}

/** Leaves out one after the other that is not needed. Exact where all count alike. */
const needed = (open: readonly string[], isEnough: (more: readonly string[]) => boolean): number =>
  open.reduce((left, one) => {
    const without = left.filter((other) => other !== one)
    return isEnough(without) ? without : left
  }, open).length

/** `/Channel/Application/Admins has 1 of 2 signatures, from MakerMSP; 1 is missing, from CarrierMSP`. */
export function progressText({ policy, signed, open, missing }: Progress, noun = 'signature'): string {
  const from = signed.length === 0 ? '' : `, from ${listed(signed)}`
  if (missing === undefined)
    return `${policy} has ${counted(signed.length, noun)}${from}; one ${noun} of each organization is not enough`
  if (missing === 0) return `${policy} has enough ${noun}s${from}`
  const whose = open.length === missing ? listed(open) : alternatives(open)
  return `${policy} has ${signed.length} of ${counted(signed.length + missing, noun)}${from}; ${missing} ${agreeing(missing, 'is', 'are')} missing, from ${whose}`
}
