import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { secretProblems } from '../../node-secrets.ts'
import type { CordaNetwork } from '../network.ts'
import { settingProblems } from './settings.ts'

export const cordaProblems = (network: CordaNetwork): Problem[] => [
  ...secretProblems(network, ({ existingSecret = '' }) => existingSecret),
  ...network.nodes.flatMap(settingProblems),
]

/** The files of the zone fit the definition. */
export const materialProblems = (_network: CordaNetwork, _material: Material): Problem[] => []
