import type { Identity } from './objects.ts'

/** An account that applies objects. Its rights end at its namespace. */
export interface Account {
  /** `system:serviceaccount:flux-system:trade.carrier` */
  readonly user: string
  readonly namespace: string
}

/** Which objects are applied as which account, by impersonation: https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/ */
export interface Accounts {
  /** Undefined for objects that are applied with the caller's rights. */
  of(object: Identity): Account | undefined
  /** True for the objects that grant accounts their rights: before they exist, no dry run as an account means anything. */
  grants(object: Identity): boolean
}

/** Everything is applied with the caller's rights. */
export const noAccounts: Accounts = { of: () => undefined, grants: () => false }
