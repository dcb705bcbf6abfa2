import type { Path } from './finding.ts'

/** What a change of the definition could do to a ledger that runs. Data, like a finding; nothing about it is wrong in itself. */
export interface Risk {
  /** What kind of risk it is: `quorum`, `storage-shrinks`. */
  readonly id: string
  /** `danger`: data, keys or the ledger itself may be lost, or stand still. `caution`: somebody has to do something, or to know. */
  readonly severity: 'danger' | 'caution'
  /** What it is about: `carrier/validator1`, `eu`, `genesis.chainId`. Together with the id, it is acknowledged by this. */
  readonly subject: string
  /** With the old and the new value: an acknowledgement is for exactly this text. */
  readonly message: string
  /** What the message shortens or leaves out. */
  readonly content?: string
  /** How to do it safely, or what to do besides. */
  readonly hint: string
  /** Kubernetes is certain to refuse it: an error, as no acknowledgement makes it pass. */
  readonly refused?: true
  /** Where it stands in the definition as it will be; where something is gone, the list that it was in. */
  readonly path: Path
  /** Set when the risk is in another file than the definition; `path` has no meaning then. */
  readonly file?: string
}
