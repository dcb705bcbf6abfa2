import type { Operation } from './request.ts'

/** Requests that change nothing. */

/** What a validator says of itself. Trustees and stewards may ask. It goes to every validator, and each answers. */
export const validatorInfoType = '119'

export const validatorInfoOperation: Operation = { type: validatorInfoType }

/** Somebody with a DID. */
export const getNymOperation = (did: string): Operation => ({ type: '105', dest: did })

/** Ledgers, as requests count them. */
export const ledgers = { pool: 0, domain: 1, config: 2 } as const

/** A transaction by its number. */
export const getTransactionOperation = (ledger: keyof typeof ledgers, number: number): Operation => ({
  type: '3',
  data: number,
  ledgerId: ledgers[ledger],
})

/** The agreement of the pool: that of a version, or else the latest. */
export const getAgreementOperation = (version?: string): Operation => ({
  type: '6',
  ...(version === undefined ? {} : { version }),
})

/** Ways to accept it. */
export const getMechanismsOperation: Operation = { type: '7' }
