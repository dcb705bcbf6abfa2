/**
 * Fabric's language for signature policies, as common/policydsl/policyparser.go reads it: OR('AMSP.peer', AND(…)), and
 * implicit ones of channels: MAJORITY Admins.
 */
export type Rule = SignatureRule | ImplicitRule

export type SignatureRule = Principal | Gate

/** `'AMSP.peer'` */
export interface Principal {
  readonly kind: 'principal'
  readonly mspId: string
  readonly role: Role
  /** PEM: this very certificate, whatever its role. The language cannot write it; BlockValidation of SmartBFT has it. */
  readonly certificate?: string
}

/** So many of these. */
export interface Gate {
  readonly kind: 'gate'
  readonly count: number
  readonly rules: readonly SignatureRule[]
}

/** So many of the policies of this name of the groups below. */
export interface ImplicitRule {
  readonly kind: 'implicit'
  readonly quantity: 'ANY' | 'ALL' | 'MAJORITY'
  readonly policy: string
}

export const roles = ['member', 'admin', 'client', 'peer', 'orderer'] as const
export type Role = (typeof roles)[number]

/** Why a text is no rule. Columns count from 1. */
export interface RuleProblem {
  readonly message: string
  readonly column: number
}

/** MSP IDs that a rule names, each once. */
export const mspIdsOf = (rule: Rule): readonly string[] => [...new Set(principalsOf(rule).map(({ mspId }) => mspId))]

export const principalsOf = (rule: Rule): readonly Principal[] => {
  if (rule.kind === 'implicit') return []
  return rule.kind === 'principal' ? [rule] : rule.rules.flatMap(principalsOf)
}

/** Whether it can be fulfilled by signers of whom this is true, as many of each as it takes. */
export function canBeMet(rule: SignatureRule, has: (principal: Principal) => boolean): boolean {
  if (rule.kind === 'principal') return has(rule)
  return rule.rules.filter((inner) => canBeMet(inner, has)).length >= rule.count
}

/** Gates in gates. People write two or three; Fabric has no own limit, and each reader of a rule goes as deep as the rule. */
export const mostLevels = 32

/** Who signs: one certificate of an MSP, with the role that its organizational unit says. */
export type Signer = Pick<Principal, 'mspId' | 'role' | 'certificate'>

/**
 * Whether these signatures satisfy a rule, each for one principal only: common/cauthdsl/cauthdsl.go of Fabric, which takes for
 * each principal the first signature that fits.
 */
export function isSatisfied(rule: SignatureRule, signers: readonly Signer[]): boolean {
  /** The signatures that are used, with those that this rule takes; undefined when it is not satisfied. */
  const take = (inner: SignatureRule, used: ReadonlySet<Signer>): ReadonlySet<Signer> | undefined => {
    if (inner.kind === 'principal') {
      const signer = signers.find((each) => !used.has(each) && fits(each, inner))
      return signer && new Set([...used, signer])
    }
    let all = used
    let satisfied = 0
    for (const each of inner.rules) {
      const taken = take(each, all)
      if (taken === undefined) continue
      all = taken
      satisfied++
    }
    return satisfied >= inner.count ? all : undefined
  }
  return take(rule, new Set()) !== undefined
}

const fits = (signer: Signer, principal: Principal): boolean => {
  if (signer.mspId !== principal.mspId) return false
  if (principal.certificate !== undefined) return principal.certificate === signer.certificate
  return principal.role === 'member' || principal.role === signer.role
}

/** A rule as its language writes it. */
export const ruleText = (rule: Rule): string => {
  if (rule.kind === 'implicit') return `${rule.quantity} ${rule.policy}`
  if (rule.kind === 'principal') return `'${rule.mspId}.${rule.role}'`
  const members = rule.rules.map(ruleText).join(', ')
  if (rule.count === 1) return `OR(${members})`
  return rule.count === rule.rules.length ? `AND(${members})` : `OutOf(${rule.count}, ${members})`
}

/** Whether it is an OR of members, of any depth: what the policy of a collection has to be. */
export const isOrOfMembers = (rule: Rule): boolean =>
  rule.kind === 'principal' || (rule.kind === 'gate' && rule.count === 1 && rule.rules.every(isOrOfMembers))

const gatesIn = (rule: Rule): readonly Gate[] => (rule.kind === 'gate' ? [rule, ...rule.rules.flatMap(gatesIn)] : [])

/** Gates that want more than they have. */
export const impossibleGates = (rule: Rule): readonly Gate[] =>
  gatesIn(rule).filter(({ count, rules }) => count > rules.length)

/** Gates that want nothing. */
export const emptyGates = (rule: Rule): readonly Gate[] => gatesIn(rule).filter(({ count }) => count === 0)

/** Principals that an OR names again: they add nothing to it. */
export const repeatedInOr = (rule: Rule): readonly Principal[] =>
  gatesIn(rule)
    .filter(({ count }) => count === 1)
    .flatMap(({ rules }) =>
      rules
        .filter((one): one is Principal => one.kind === 'principal')
        .filter((one, at, all) => {
          return all.findIndex((other) => ruleText(other) === ruleText(one)) !== at
        }),
    )
