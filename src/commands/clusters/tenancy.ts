import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Account, Accounts } from '../../cluster/accounts.ts'
import { groupOf, type Identity, type KubernetesObject, keyOf, nameOf } from '../../cluster/objects.ts'
import { OperatorError } from '../../errors.ts'
import type { Keyring } from '../../material/identities.ts'
import { recipientsOf } from '../../material/sops.ts'
import { isEncrypted } from '../../material/unseal.ts'
import { tenancyPart, userName } from '../../network/account.ts'
import type { Cluster, Organization } from '../../network/network.ts'
import { holderOf, readersOf } from '../../network/readers.ts'
import type { Target } from './delivery.ts'

type Known = Pick<CheckedNetwork, 'network'>

const rbac = 'rbac.authorization.k8s.io'

/** The organization whose folder an object is from; undefined for objects of the cluster itself. */
function ownerOf({ network }: Known, { cluster, rootOf }: Target, object: Identity): Organization | undefined {
  const [, part] = /^deploy\/clusters\/[^/]+\/([^/]+)/.exec(rootOf.get(keyOf(object)) ?? '') ?? []
  return organizationsIn({ network }, cluster).find(({ name }) => name === part)
}

const organizationsIn = ({ network }: Known, cluster: Cluster): Organization[] =>
  network.organizations.filter((organization) =>
    network.nodes.some((node) => node.cluster.name === cluster.name && node.organization.name === organization.name),
  )

/**
 * The accounts that objects are applied as when organizations are limited to their namespaces: objects from the folder of an organization
 * as its account, whatever their namespace; objects no longer in the definition as the account of their namespace; all others with the caller's rights.
 */
export function accountsOf(checked: Known, target: Target): Accounts {
  const accountOf = (organization: Organization): Account => ({
    user: userName(checked.network, organization),
    namespace: organization.namespace,
  })
  const own = organizationsIn(checked, target.cluster)
  const inNamespace = new Map(own.map((organization) => [organization.namespace, accountOf(organization)]))
  const owners = new Map(
    target.objects.map((object) => {
      const owner = ownerOf(checked, target, object)
      return [keyOf(object), owner === undefined ? undefined : accountOf(owner)]
    }),
  )
  return {
    of: (object) => {
      if (owners.has(keyOf(object))) return owners.get(keyOf(object))
      return groupOf(object) === rbac ? undefined : inNamespace.get(object.metadata.namespace ?? '')
    },
    grants: (object) => groupOf(object) === rbac && target.rootOf.get(keyOf(object))?.split('/')[3] === tenancyPart,
  }
}

/**
 * The age keys that may open a sealed object: those of the recipients that the definition names for its folder, as in a cluster with
 * Flux. The caller may hold the keys of all: a sealed file that was copied into the folder of another organization must stay closed.
 * Throws OperatorError for an object that is sealed for none of those recipients.
 */
export function keyringFor(checked: Known, target: Target, object: KubernetesObject, keyring: Keyring): Keyring {
  const { cluster } = target
  const owner = ownerOf(checked, target, object)
  const readers = new Set(owner === undefined ? cluster.recipients : readersOf(owner, cluster))
  const holder = owner === undefined ? `cluster ${cluster.name}` : holderOf(owner, cluster)
  const named = recipientsOf(object) ?? []
  if (isEncrypted(object) && named.length > 0 && !named.some((recipient) => readers.has(recipient)))
    throw new OperatorError(
      `${nameOf(object)} is sealed for other recipients, not for ${holder}`,
      `it is in ${target.rootOf.get(keyOf(object)) ?? 'deploy'}: remove it if it is a copy from another folder; after a change of recipients run \`chancery keys --recipients\``,
    )
  return { ...keyring, identities: keyring.identities.filter(({ recipient }) => readers.has(recipient)) }
}
