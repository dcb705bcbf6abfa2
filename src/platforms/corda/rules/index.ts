import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { CordaNetwork } from '../network.ts'
import { concentrationProblems } from './concentration.ts'
import { demoZoneProblems } from './demo-zone.ts'
import { legalNameProblems } from './legal-names.ts'
import { nodeProblems } from './nodes.ts'
import { notaryProblems } from './notaries.ts'
import { releaseProblems } from './releases.ts'
import { rpcProblems } from './rpc.ts'
import { settingProblems } from './settings.ts'
import { truststoreProblems, zoneProblems } from './zone.ts'

export const cordaProblems = (network: CordaNetwork): Problem[] => [
  ...releaseProblems(network),
  ...zoneProblems(network),
  ...demoZoneProblems(network),
  ...legalNameProblems(network),
  ...notaryProblems(network),
  ...concentrationProblems(network),
  ...nodeProblems(network),
  ...network.nodes.flatMap((node) => [...rpcProblems(node), ...settingProblems(node)]),
]

/** The files of the zone fit the definition. */
export const materialProblems = (network: CordaNetwork, material: Material): Problem[] =>
  truststoreProblems(network, material)
