import { addresses } from './addresses.ts'
import { acceptedAgreements, agreements } from './agreements.ts'
import { acceptedFamilies, families } from './families.ts'
import { acceptedGenesis, genesisCases, joinedCases } from './genesis.ts'
import { acceptedKeys, keys } from './keys.ts'
import { sealed } from './sealed.ts'
import { validators } from './validators.ts'

/** How definitions differ from indy.yaml. */
export const indy = { validators, keys, sealed, addresses, families, genesisCases, joinedCases, agreements }

export const acceptedIndy = [...acceptedKeys, ...acceptedGenesis, ...acceptedAgreements, ...acceptedFamilies]
