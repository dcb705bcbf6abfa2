import { type Material, sealedPath } from '../../../material/material.ts'
import { recipientsOf } from '../../../material/sops.ts'
import type { Problem } from '../../../network/finding.ts'
import { type Cluster, nodeId, type Organization } from '../../../network/network.ts'
import { ownRecipients } from '../../../network/readers.ts'
import { error } from '../../problem.ts'
import type { IndyNetwork } from '../network.ts'
import { holdersOf, identityRequests } from '../requests/identities.ts'

/** Who can decrypt seeds: those of people no cluster, and that of a validator one cluster only. */
export const sealedProblems = (network: IndyNetwork, material: Material): Problem[] => [
  ...network.organizations.flatMap((organization) => [
    ...nobody(network, organization, material),
    ...inClusters(network, organization, material),
  ]),
  ...copies(network, material),
]

function nobody(network: IndyNetwork, organization: Organization, material: Material): Problem[] {
  // Who has made these keys may keep them elsewhere.
  const toBeMade = identityRequests(network, organization).filter(({ file }) => material.text(file) === undefined)
  if (toBeMade.length === 0 || holdersOf(organization).length > 0) return []
  return [
    error(
      'steward-recipients',
      `nobody could decrypt the keys of stewards and trustees of ${organization.name}`,
      'make an age key outside the clusters with `age-keygen`, and set its public half as stewardRecipients: the holder of the private half writes to the ledger',
      organization.path,
    ),
  ]
}

/** A cluster that could decrypt the key of a steward or trustee could change the pool. */
function inClusters(network: IndyNetwork, organization: Organization, material: Material): Problem[] {
  const wanted = holdersOf(organization) // what they share with a cluster is a separate warning
  return identityRequests(network, organization).flatMap(({ label, sealed }) => {
    const file = sealed?.path ?? ''
    const found = (recipientsOf(material.value(file)) ?? []).filter((recipient) => !wanted.includes(recipient))
    return network.clusters
      .filter((cluster) => readersIn(network, cluster).some((one) => found.includes(one)))
      .map((cluster) => ({
        ...error(
          'steward-key-in-cluster',
          `${file} is encrypted for cluster ${cluster.name}, which could act as ${label}`,
          'run `chancery keys --recipients` with the age key of the stewards, and replace the key on the ledger when you can: the history of Git keeps the old file',
          [],
        ),
        file,
      }))
  })
}

/** Whose keys are in a cluster: its own, and those that organizations have to themselves there. */
const readersIn = ({ organizations }: IndyNetwork, { name, recipients }: Cluster): string[] => [
  ...recipients,
  ...organizations.flatMap((organization) => ownRecipients(organization, name)),
]

/** A validator whose key is sealed for a cluster in which it is no more: there it may run on, and vote twice. */
const copies = (network: IndyNetwork, material: Material): Problem[] =>
  network.nodes.flatMap((node) =>
    network.clusters.flatMap(({ name }): Problem[] => {
      const file = sealedPath(name, node.organization.name, `${node.name}.yaml`)
      if (name === node.cluster.name || material.text(file) === undefined) return []
      return [
        error(
          'key-in-two-clusters',
          `${nodeId(node)} moves to ${node.cluster.name}, but its key is in ${name}, where it may still run: a validator must never run twice`,
          `to move a validator, add one with another name and alias in ${node.cluster.name}, let it join, and then let this one leave. If the node in ${name} is gone for good, remove ${file} and its line in network.lock.yaml`,
          [...node.path, 'cluster'],
        ),
      ]
    }),
  )
