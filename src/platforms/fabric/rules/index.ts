import type { Material } from '../../../material/material.ts'
import { hasErrors, type Problem } from '../../../network/finding.ts'
import type { Outside } from '../../outside.ts'
import type { FabricNetwork } from '../network.ts'
import { administratorProblems } from './administrators.ts'
import { adoptedProblems } from './adopted.ts'
import { approvalProblems } from './approvals.ts'
import { blockProblems, packageProblems } from './blocks.ts'
import { certificateProblems } from './certificates.ts'
import { chaincodeImageProblems } from './chaincode-images.ts'
import { chaincodeServerProblems } from './chaincode-servers.ts'
import { chaincodeProblems } from './chaincodes.ts'
import { consensusProblems } from './consensus.ts'
import { departedProblems } from './departed.ts'
import { hairpinProblems } from './hairpin.ts'
import { indexProblems } from './indexes.ts'
import { nameProblems } from './names.ts'
import { nodeProblems } from './nodes.ts'
import { objectNameProblems } from './object-names.ts'
import { policyProblems } from './policies.ts'
import { referenceProblems } from './references.ts'
import { releaseProblems } from './releases.ts'
import { revocationProblems } from './revocations.ts'
import { updateProblems } from './updates.ts'

export const fabricProblems = (network: FabricNetwork): Problem[] => [
  ...nameProblems(network),
  ...objectNameProblems(network),
  ...referenceProblems(network),
  ...chaincodeProblems(network),
  ...chaincodeImageProblems(network),
  ...chaincodeServerProblems(network),
  ...indexProblems(network),
  ...packageProblems(network),
  ...policyProblems(network),
  ...consensusProblems(network),
  ...hairpinProblems(network),
  ...releaseProblems(network),
  ...nodeProblems(network),
  ...administratorProblems(network),
]

/** What is in `material/public` fits the definition. */
export function materialProblems(network: FabricNetwork, material: Material, outside: Outside): Problem[] {
  const found = [
    ...certificateProblems(network, material),
    ...revocationProblems(network, material),
    ...blockProblems(network, material),
    ...adoptedProblems(network, material),
  ]
  // Updates are made from all of that.
  return hasErrors(found)
    ? found
    : [
        ...found,
        ...departedProblems(network, material),
        ...approvalProblems(network, material),
        ...updateProblems(network, material, outside),
      ]
}
