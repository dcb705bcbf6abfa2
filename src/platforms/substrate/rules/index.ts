import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { secretProblems } from '../../node-secrets.ts'
import type { SubstrateNetwork } from '../network.ts'
import { nodeSecret } from '../places.ts'
import { specProblems } from './spec.ts'

export const substrateProblems = (network: SubstrateNetwork): Problem[] => [...secretProblems(network, nodeSecret)]

/** What is in `material/public`, and in the chain spec, fits the definition. */
export const materialProblems = (network: SubstrateNetwork, material: Material): Problem[] => [
  ...specProblems(network, material),
]
