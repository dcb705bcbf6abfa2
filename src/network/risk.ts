import type { Path } from './finding.ts'

/** A possible effect of a change on a running ledger. Data, like a finding, but not an error by itself. */
export interface Risk {
  /** What kind of risk it is: `quorum`, `storage-shrinks`. */
  readonly id: string
  /** `danger`: data or keys may be lost, or the ledger may be lost or stop. `caution`: a person has to do or know something. */
  readonly severity: 'danger' | 'caution'
  /** Its subject: `carrier/validator1`, `eu`, `genesis.chainId`. An acknowledgement names it, together with the id. */
  readonly subject: string
  /** Has the old and the new value: an acknowledgement is for exactly this text. */
  readonly message: string
  /** The full text, if the message is shortened. */
  readonly content?: string
  /** How to do it safely, or what else to do. */
  readonly hint: string
  /** Kubernetes is certain to refuse it: an error, as no acknowledgement makes it pass. */
  readonly refused?: true
  /** Its path in the changed definition; for a removed item, the path of its list. */
  readonly path: Path
  /** Set when the risk is in another file than the definition; `path` has no meaning then. */
  readonly file?: string
}
