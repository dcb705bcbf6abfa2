import type { SharedRequest } from '../../../material/material.ts'
import type { Outside } from '../../outside.ts'
import { domainGenesis, poolGenesis } from '../genesis.ts'
import { isMade } from '../identity-file.ts'
import { type IndyNetwork, trusteesOf } from '../network.ts'
import { blsPath, domainGenesisPath, identityPath, nodePath, poolGenesisPath } from '../places.ts'

/** The first transactions of a new pool: written once, since a pool is what its first transactions say. */
export function genesisRequests(network: IndyNetwork, outside: Outside): SharedRequest[] {
  if (network.top.genesis !== undefined) return []
  const stewards = network.nodes
    .filter((node) => node.own.steward === undefined)
    .map(({ organization, name }) => identityPath(organization, 'stewards', name))
  const trustees = network.organizations.flatMap((organization) =>
    trusteesOf(organization)
      .filter(isMade)
      .map(({ name }) => identityPath(organization, 'trustees', name)),
  )
  return [
    {
      kind: 'shared',
      label: 'the pool genesis',
      file: poolGenesisPath,
      needs: [...network.nodes.map(nodePath), ...network.nodes.flatMap((node) => blsPath(node) ?? []), ...stewards],
      madeWhen: 'all validators and their stewards have keys',
      path: ['organizations'],
      make: (material) => poolGenesis(network, material, outside),
    },
    {
      kind: 'shared',
      label: 'the domain genesis',
      file: domainGenesisPath,
      needs: [...trustees, ...stewards],
      madeWhen: 'all trustees and stewards have keys',
      path: ['organizations'],
      make: (material) => domainGenesis(network, material),
    },
  ]
}
