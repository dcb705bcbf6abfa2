import { agreeing, counted, listed } from '../../../words.ts'
import { type Principal, principalsOf, type SignatureRule } from '../policy/rule.ts'
import { ownRoles, type Supply } from '../policy/supply.ts'

/** Why certificates of a supply do not satisfy a rule, in words: `HarbourMSP has no peer there`. */
export function shortfall(rule: SignatureRule, supply: Supply, what: string): string {
  const principals = principalsOf(rule)
  const dead = principals.filter((principal) => neverPeer(principal))
  if (dead.length > 0) return neverEndorses(dead)
  const mspIds = [...new Set(principals.map(({ mspId }) => mspId))]
  const all = (mspId: string): number => ownRoles.reduce((sum, role) => sum + supply(mspId, role), 0)
  const without = mspIds.filter((mspId) => all(mspId) === 0)
  if (without.length > 0) return `${listed(without)} ${agreeing(without.length, 'has', 'have')} no peer ${what}`
  const few = mspIds
    .map((mspId) => ({ mspId, asked: principals.filter((principal) => principal.mspId === mspId).length }))
    .filter(({ mspId, asked }) => asked > all(mspId))
  return listed(
    few.map(({ mspId, asked }) => `${mspId} has ${counted(all(mspId), 'peer')} ${what} and is named ${asked} times`),
  )
}

/** Roles that the certificate of no peer has: it has the OU `peer` and no other. */
export const neverPeer = ({ role }: Principal): boolean => role !== 'peer' && role !== 'member'

export function neverEndorses(principals: readonly Principal[]): string {
  const names = [...new Set(principals.map(({ mspId, role }) => `'${mspId}.${role}'`))]
  return `${listed(names)} never ${agreeing(names.length, 'endorses', 'endorse')}: only peers do`
}
