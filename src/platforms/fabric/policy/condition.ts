import { canBeMet, isSatisfied, type Principal, principalsOf, type SignatureRule, type Signer } from './rule.ts'

/** A policy with all that it refers to. Each signature policy looks at all signatures anew. */
export type Condition =
  | SignatureRule
  | { readonly kind: 'some'; readonly count: number; readonly of: readonly Condition[] }

/** What nobody can satisfy: so Fabric treats a policy that does not exist. */
export const never: Condition = { kind: 'some', count: 1, of: [] }

/** Whether these signatures satisfy a condition. */
export function isMet(condition: Condition, signers: readonly Signer[]): boolean {
  if (condition.kind !== 'some') return isSatisfied(condition, signers)
  return condition.of.filter((each) => isMet(each, signers)).length >= condition.count
}

/** Whether it can be satisfied by signers of whom this is true, as many of each as it takes. */
export function canMeet(condition: Condition, has: (principal: Principal) => boolean): boolean {
  if (condition.kind !== 'some') return canBeMet(condition, has)
  return condition.of.filter((each) => canMeet(each, has)).length >= condition.count
}

export const principalsIn = (condition: Condition): readonly Principal[] =>
  condition.kind === 'some' ? condition.of.flatMap(principalsIn) : principalsOf(condition)

/** MSP IDs that a condition names, each once, sorted. */
export const mspIdsIn = (condition: Condition): readonly string[] =>
  [...new Set(principalsIn(condition).map(({ mspId }) => mspId))].sort()
