import type { Path, Problem } from '../../../network/finding.ts'
import { organizationOf } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { defaultAcls } from '../channel/acls.ts'
import { consentersOf, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import { error } from './problem.ts'

const resources = [...defaultAcls.keys()]

const groups = {
  '/Channel': ['Admins', 'Readers', 'Writers'],
  '/Channel/Application': ['Admins', 'Endorsement', 'LifecycleEndorsement', 'Readers', 'Writers'],
  '/Channel/Orderer': ['Admins', 'BlockValidation', 'Readers', 'Writers'],
} as const

const policyPaths = (members: readonly string[], orderers: readonly string[]): readonly string[] => [
  ...Object.entries(groups).flatMap(([group, policies]) => policies.map((policy) => `${group}/${policy}`)),
  ...members.flatMap((mspId) =>
    ['Admins', 'Endorsement', 'Readers', 'Writers'].map((policy) => `/Channel/Application/${mspId}/${policy}`),
  ),
  ...orderers.flatMap((mspId) =>
    ['Admins', 'Readers', 'Writers'].map((policy) => `/Channel/Orderer/${mspId}/${policy}`),
  ),
]

/** Policies of a channel, by their paths. */
export function pathsOf(network: FabricNetwork, channel: Channel): readonly string[] {
  const parties = partiesOf(network)
  const mspIds = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => parties.get(name)?.mspId ?? [])),
  ]
  return policyPaths(
    mspIds(membersOf(network, channel).map(({ name }) => name)),
    mspIds(consentersOf(network, channel).map(organizationOf)),
  )
}

/** Resources and policies that a channel has. */
export function aclProblems(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const paths = pathsOf(network, channel)
  return Object.entries(channel.acls).flatMap(([resource, policy]): Problem[] => [
    ...(resources.includes(resource)
      ? []
      : [
          {
            ...error(
              'acl',
              `channel ${channel.name} guards nothing called "${resource}"`,
              didYouMean(resource, resources),
              [...path, resource],
            ),
            atKey: true,
          },
        ]),
    ...(paths.includes(policy)
      ? []
      : [
          error('acl', `channel ${channel.name} has no policy ${policy}`, didYouMean(policy, paths), [
            ...path,
            resource,
          ]),
        ]),
  ])
}
