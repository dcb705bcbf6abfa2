import type { Operation } from './request.ts'

/** What a validator says of itself. Trustees and stewards may ask. It goes to every validator, and each answers. */
export const validatorInfoType = '119'

export const validatorInfoOperation: Operation = { type: validatorInfoType }
