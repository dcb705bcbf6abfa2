import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { error, warning } from '../../problem.ts'
import { administersItself, type FabricNetwork, membersOf, strangersOf } from '../network.ts'
import { twice, unknownReference } from './named.ts'

/** Channels and organizations that chaincodes name. */
export function chaincodeReferenceProblems(network: FabricNetwork): Problem[] {
  const channels = network.top.channels.map(({ name }) => name)
  return network.top.chaincodes.flatMap((chaincode, at): Problem[] => {
    const path = (...rest: Path): Path => ['chaincodes', at, ...rest]
    const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
    if (channel === undefined)
      return [
        unknownReference(
          `chaincode ${chaincode.name} has the unknown channel`,
          chaincode.channel,
          channels,
          path('channel'),
        ),
      ]
    const names = membersOf(network, channel).map(({ name }) => name)
    const outsider = (name: string, where: Path): Problem[] =>
      names.includes(name)
        ? []
        : [
            error(
              'chaincode-organization',
              `${name} is to ${where.at(-1) === 'committer' ? 'commit' : 'run'} chaincode ${chaincode.name}, but is no member of channel ${channel.name}`,
              didYouMean(name, names),
              where,
            ),
          ]
    return [
      ...(chaincode.organizations ?? []).flatMap((name, index) => [
        ...outsider(name, path('organizations', index)),
        ...external(network, chaincode.name, name, path('organizations', index)),
      ]),
      ...twice(
        chaincode.organizations ?? [],
        path('organizations'),
        `the organizations of chaincode ${chaincode.name}`,
      ),
      ...(chaincode.committer === undefined
        ? []
        : [
            ...outsider(chaincode.committer, path('committer')),
            ...jobless(network, chaincode.name, chaincode.committer, path('committer')),
          ]),
    ]
  })
}

/** What runs in clusters of others is theirs. */
const external = (network: FabricNetwork, chaincode: string, name: string, path: Path): Problem[] =>
  strangersOf(network).some((party) => party.name === name)
    ? [
        error(
          'chaincode-organization',
          `${name} is to run chaincode ${chaincode}, but is an external organization`,
          'remove it: an external organization runs and approves its chaincode itself',
          path,
        ),
      ]
    : []

/** A committer acts by a Job of ours. */
function jobless(network: FabricNetwork, chaincode: string, name: string, path: Path): Problem[] {
  const isExternal = strangersOf(network).some((party) => party.name === name)
  const organization = network.organizations.find((one) => one.name === name)
  if (!isExternal && (organization === undefined || !administersItself(organization))) return []
  return [
    warning(
      'chaincode-organization',
      `${name} is to commit chaincode ${chaincode}, but ${isExternal ? 'is an external organization' : 'has the keys of its administrators elsewhere'}: no Job here does it`,
      'set a member with Jobs, or remove it: the first member with Jobs commits',
      path,
    ),
  ]
}
