import { acceptedAccounts, accountCases } from './accounts.ts'
import { acceptedKeys, keys } from './keys.ts'
import { nodes } from './nodes.ts'
import { acceptedSpecs, specs } from './specs.ts'

/** How definitions differ from substrate.yaml. */
export const substrate = { specs, accountCases, keys, nodes }

export const acceptedSubstrate = [...acceptedSpecs, ...acceptedAccounts, ...acceptedKeys]
