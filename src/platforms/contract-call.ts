/** A call of a contract of the ledger, such as a chaincode: to try whether it works. */
export interface ContractCall {
  readonly contract: string
  readonly function: string
  readonly arguments: readonly string[]
  /** Where the contract is in several. */
  readonly channel: string | undefined
  /** Whether it becomes a transaction of the ledger. */
  readonly writes: boolean
}

/** Whose administrator calls, from which cluster. */
export interface CallPlace {
  readonly organization: string
  readonly cluster: string
}

/** Why nobody can call. */
export interface CallProblem {
  readonly message: string
  readonly hint: string
}
