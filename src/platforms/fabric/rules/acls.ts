import type { Path, Problem } from '../../../network/finding.ts'
import { organizationOf } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { error, warning } from '../../problem.ts'
import { defaultAcls } from '../channel/acls.ts'
import { definedPolicies } from '../defined-policies.ts'
import { consentersOf, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { isMet } from '../policy/condition.ts'
import { ownRoles } from '../policy/supply.ts'
import type { Channel } from '../schema.ts'
import { partiesIn } from './parties.ts'
import { hasUnknown } from './references.ts'

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
            ...error('acl', `channel ${channel.name} has no resource "${resource}"`, didYouMean(resource, resources), [
              ...path,
              resource,
            ]),
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
    ...(paths.includes(policy) ? unreachable(network, channel, policy, [...path, resource]) : []),
  ])
}

/** Who asks for a resource signs alone. */
function unreachable(network: FabricNetwork, channel: Channel, policy: string, path: Path): Problem[] {
  if (hasUnknown(network, channel) || isGiven(channel, policy)) return []
  const condition = definedPolicies(network, channel)(policy)
  const present = partiesIn(network, channel)
  const roles = ownRoles.filter((role) => present.some((mspId) => isMet(condition, [{ mspId, role }])))
  if (roles.includes('client') || roles.includes('admin')) return []
  if (roles.length > 0)
    return [
      warning(
        'acl',
        `only nodes satisfy ${policy}: no client could use ${String(path.at(-1))}`,
        'use a policy that clients satisfy, such as /Channel/Application/Writers',
        path,
      ),
    ]
  return [
    error(
      'acl',
      `no single signature satisfies ${policy}, but a request has only one: nobody could use ${String(path.at(-1))}`,
      'use a policy that one signature satisfies, such as /Channel/Application/Writers or one of an organization',
      path,
    ),
  ]
}

/** Writers and readers that the definition gives are looked at where they are. */
const isGiven = ({ policies }: Channel, policy: string): boolean =>
  (policy === '/Channel/Application/Writers' && policies.writers !== undefined) ||
  (policy === '/Channel/Application/Readers' && policies.readers !== undefined)
