import type { Identity } from './objects.ts'

/** An account that objects are applied as. What it may do ends at its namespace. */
export interface Account {
  /** `system:serviceaccount:flux-system:trade.carrier` */
  readonly user: string
  readonly namespace: string
}

/** Which objects are applied as which account, by impersonation: https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/ */
export interface Accounts {
  /** Undefined for what is applied with the rights of whoever applies. */
  of(object: Identity): Account | undefined
  /** True for what gives accounts their rights: before it is there, nothing can be judged as they would be. */
  grants(object: Identity): boolean
}

/** Everything is applied with the rights of whoever applies. */
export const noAccounts: Accounts = { of: () => undefined, grants: () => false }
