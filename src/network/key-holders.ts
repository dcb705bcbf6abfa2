import type { Organization } from './network.ts'

/**
 * People of an organization with age keys that no cluster may have. What is sealed for them is for them alone: authorities that issue
 * certificates, or identities that write to the ledger.
 */
export interface KeyHolders {
  /** The field of an organization that lists their age recipients. */
  readonly field: 'issuerRecipients' | 'stewardRecipients'
  /** One of them: `--issuer-recipient`, `issuer recipient`. */
  readonly one: 'issuer' | 'steward'
  /** A recipient of theirs, with its article. */
  readonly recipient: string
  /** All of them: a folder of `material/sealed/`, and the beginning of names of environments. */
  readonly people: 'issuers' | 'stewards'
  /** What a platform without them has not. */
  readonly absent: string
  /** Whose keys they hold, for people who start a network. */
  readonly keysOf: string
  /** The same in short, after "the" and before "of carrier". */
  readonly held: string
  /** What their keys are good for: in a comment at the field, and as verbs before the name of an organization. */
  readonly comment: string
  readonly can: string
  readonly canAs: string
  /** What one of them does: "the person of carrier who …". */
  readonly does: string
  /** What an organization needs when it no longer trusts one of them. */
  readonly replacement: string
}

export const issuers: KeyHolders = {
  field: 'issuerRecipients',
  one: 'issuer',
  recipient: 'an issuer recipient',
  people: 'issuers',
  absent: 'certificates',
  keysOf: 'certificate authorities',
  held: 'authorities',
  comment: 'who can issue its certificates',
  can: 'issue certificates of',
  canAs: 'issue certificates as',
  does: 'issues certificates with `chancery keys`',
  replacement: 'new authorities: those of today can be used by anyone who had their keys',
}

export const stewards: KeyHolders = {
  field: 'stewardRecipients',
  one: 'steward',
  recipient: 'a steward recipient',
  people: 'stewards',
  absent: 'stewards',
  keysOf: 'stewards',
  held: 'stewards and trustees',
  comment: 'who can act as its stewards and trustees',
  can: 'write to the ledger in the name of',
  canAs: 'write to the ledger as',
  does: 'acts as its stewards and trustees',
  replacement: 'new keys of stewards, trustees and endorsers: those of today can be used by anyone who had them',
}

export const allKeyHolders: readonly KeyHolders[] = [issuers, stewards]

/** Their age recipients in an organization; none where the platform has no such people. */
export const holderRecipients = (
  organization: Pick<Organization, KeyHolders['field']>,
  { keyHolders }: { readonly keyHolders?: KeyHolders },
): readonly string[] => (keyHolders === undefined ? [] : organization[keyHolders.field])
