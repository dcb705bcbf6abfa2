import type { Condition } from './condition.ts'
import { mspIdsOf, type Principal, principalsOf, type Role, type SignatureRule } from './rule.ts'

/** Roles that a certificate has by its organizational unit: each is a member, too. */
export const ownRoles = ['admin', 'client', 'peer', 'orderer'] as const

/** How many different certificates of a role an MSP can sign with; Infinity for as many as it issues. */
export type Supply = (mspId: string, role: (typeof ownRoles)[number]) => number

/** Certificates that a way to satisfy a rule takes: of how many by MSP ID and role, `MSP role`. */
type Demand = ReadonlyMap<string, number>

/** With more ways than this to satisfy a rule it is not decided. */
const most = 4096

/**
 * Whether different certificates of a supply can satisfy a condition, each counted once in a rule: common/cauthdsl/cauthdsl.go.
 * True also where a rule has too many ways for all to be tried. Each rule of an implicit policy looks at all signatures anew.
 */
export function canBeSigned(condition: Condition, supply: Supply): boolean {
  if (condition.kind === 'some') {
    return condition.of.filter((each) => canBeSigned(each, supply)).length >= condition.count
  }
  const scarce = scarceIn(condition, supply)
  const demands = demandsOf(condition, { supply, scarce })
  return demands === undefined || demands.length > 0
}

interface Limits {
  readonly supply: Supply
  /** MSPs that have fewer certificates than a rule names: only of them it matters which principal takes which. */
  readonly scarce: ReadonlySet<string>
}

function scarceIn(rule: SignatureRule, supply: Supply): ReadonlySet<string> {
  const named = new Map<string, number>()
  for (const { mspId, role } of principalsOf(rule)) {
    const key = keyOf(mspId, role)
    named.set(key, (named.get(key) ?? 0) + 1)
  }
  return new Set(mspIdsOf(rule).filter((mspId) => !fits(named, mspId, supply)))
}

const keyOf = (mspId: string, role: Role): string => `${mspId} ${role}`

/** Whether an MSP has what is asked of it: principals of a role take its certificates, members any that are left. */
function fits(demand: Demand, mspId: string, supply: Supply): boolean {
  const asked = (role: Role): number => demand.get(keyOf(mspId, role)) ?? 0
  if (ownRoles.some((role) => asked(role) > supply(mspId, role))) return false
  const left = ownRoles.reduce((sum, role) => sum + supply(mspId, role) - asked(role), 0)
  return asked('member') <= left
}

const hasOne = ({ mspId, role }: Principal, supply: Supply): boolean =>
  role === 'member' ? ownRoles.some((own) => supply(mspId, own) > 0) : supply(mspId, role) > 0

/** Ways to satisfy a rule, by what they take of scarce MSPs; none when it cannot be satisfied, undefined when there are too many. */
function demandsOf(rule: SignatureRule, limits: Limits): readonly Demand[] | undefined {
  if (rule.kind === 'principal') {
    if (!hasOne(rule, limits.supply)) return []
    return [new Map(limits.scarce.has(rule.mspId) ? [[keyOf(rule.mspId, rule.role), 1]] : [])]
  }
  // Of the rules so far, by how many of them are satisfied; more than are needed do not matter.
  let byCount: readonly ReadonlyMap<string, Demand>[] = [new Map([['', new Map()]])]
  for (const inner of rule.rules) {
    const ways = demandsOf(inner, limits)
    if (ways === undefined) return undefined
    const next = byCount.map((demands) => new Map(demands))
    if (next.length <= rule.count) next.push(new Map())
    byCount.slice(0, rule.count).forEach((demands, count) => {
      for (const demand of demands.values())
        for (const way of ways) {
          const sum = added(demand, way)
          if ([...limits.scarce].every((mspId) => fits(sum, mspId, limits.supply)))
            next[count + 1]?.set(textOf(sum), sum)
        }
    })
    if (next.some(({ size }) => size > most)) return undefined
    byCount = next
  }
  return [...(byCount[rule.count]?.values() ?? [])]
}

const added = (one: Demand, other: Demand): Demand =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((key) => [key, (one.get(key) ?? 0) + (other.get(key) ?? 0)]),
  )

const textOf = (demand: Demand): string =>
  [...demand]
    .map(([key, count]) => `${key} ${count}`)
    .sort()
    .join()
