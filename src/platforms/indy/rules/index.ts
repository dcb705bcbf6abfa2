import type { Material } from '../../../material/material.ts'
import { hasErrors, type Problem } from '../../../network/finding.ts'
import type { LedgerRecord } from '../../../network/lock.ts'
import { secretProblems } from '../../node-secrets.ts'
import type { Outside } from '../../outside.ts'
import type { IndyNetwork } from '../network.ts'
import { nodeSecret } from '../places.ts'
import { addressProblems, hairpinProblems } from './addresses.ts'
import { agreementChanges, agreementProblems } from './agreement.ts'
import { duplicateProblems, personProblems } from './duplicates.ts'
import { genesisFileProblems } from './genesis-file.ts'
import { keyProblems } from './keys.ts'
import { sealedProblems } from './sealed.ts'
import { validatorProblems } from './validators.ts'
import { wellKnownKeyProblems } from './well-known.ts'
import { writtenProblems } from './written.ts'

export const indyProblems = (network: IndyNetwork): Problem[] => [
  ...personProblems(network),
  ...secretProblems(network, nodeSecret),
  ...hairpinProblems(network),
]

/** What is in `material/public`, and in the files of a pool to join, fits the definition. */
export function materialProblems(network: IndyNetwork, material: Material, outside: Outside): Problem[] {
  const files = genesisFileProblems(network, material)
  return [
    ...files,
    ...keyProblems(network, material),
    ...wellKnownKeyProblems(network, material),
    ...duplicateProblems(network, material),
    ...sealedProblems(network, material),
    ...agreementProblems(network, material),
    // The others count on the validators of these files.
    ...(hasErrors(files)
      ? []
      : [
          ...validatorProblems(network, material),
          ...addressProblems(network, material, outside),
          ...writtenProblems(network, material, outside),
        ]),
  ]
}

/** What the ledger keeps for ever. */
export const recordProblems = (network: IndyNetwork, material: Material, recorded: LedgerRecord): Problem[] =>
  agreementChanges(network, material, recorded)
