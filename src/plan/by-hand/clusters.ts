import { groupBy } from '../../group-by.ts'
import { ageKeySecret, fluxNamespace } from '../../network/account.ts'
import { type Cluster, type Network, nodesOf } from '../../network/network.ts'
import { recipientsIn } from '../../network/readers.ts'
import { listed } from '../../words.ts'
import type { HandInput, HandTask } from './task.ts'

/** Clusters in which the network has nodes. */
export const inhabited = (network: Network | undefined): readonly Cluster[] =>
  network?.clusters.filter(({ name }) => network.nodes.some((node) => node.cluster.name === name)) ?? []

export const contextOf = ({ context, name }: Cluster): string => context ?? name

export const quoted = (names: readonly string[]): string => listed(names.map((name) => `\`${name}\``))

/** Clusters that are new, and that nobody has bootstrapped. */
export function fluxTasks({ before, after, prefix, bootstrapped }: HandInput): HandTask[] {
  const known = new Set(inhabited(before?.network).map(({ name }) => name))
  const clusters = inhabited(after.network).filter(({ name }) => !known.has(name) && !bootstrapped.has(name))
  if (clusters.length === 0) return []
  return [
    {
      text: `Bootstrap Flux in ${quoted(clusters.map(({ name }) => name))}, unless \`chancery apply\` deploys there`,
      commands: first(
        clusters,
        (cluster) =>
          `flux bootstrap github --context=${contextOf(cluster)} --owner=<owner> --repository=<repository> --branch=main --path=${prefix}deploy/flux/${cluster.name}`,
      ),
    },
  ]
}

/** The command for the first cluster, and for which others it is to be repeated. */
function first<Item extends { readonly name: string }>(
  items: readonly Item[],
  command: (item: Item) => string,
): string[] {
  const [one, ...others] = items
  if (one === undefined) return []
  return [command(one), ...(others.length === 0 ? [] : [`# the same for ${listed(others.map(({ name }) => name))}`])]
}

/** Secrets with age keys by cluster and name, and whose keys each has to have. */
function ageKeys(network: Network | undefined) {
  const secrets = new Map<
    string,
    { readonly cluster: Cluster; readonly name: string; readonly recipients: readonly string[] }
  >()
  for (const cluster of network === undefined ? [] : inhabited(network))
    for (const organization of network?.organizations ?? []) {
      if (network === undefined || nodesOf(network, cluster.name, organization.name).length === 0) continue
      const name = ageKeySecret(network, organization, cluster)
      secrets.set(`${cluster.name}/${name}`, { cluster, name, recipients: recipientsIn(organization, cluster) })
    }
  return secrets
}

/** Secrets with age keys that are new, and those whose recipients are all others. */
export function ageKeyTasks({ before, after }: HandInput): HandTask[] {
  const old = ageKeys(before?.network)
  const all = [...ageKeys(after.network)].map(([key, secret]) => ({ ...secret, was: old.get(key)?.recipients }))
  const fresh = all.filter(({ was }) => was === undefined)
  const replaced = all.filter(
    ({ was, recipients }) => was !== undefined && !recipients.some((recipient) => was.includes(recipient)),
  )
  return [
    ...[...groupBy(fresh, ({ name }) => name)].map(([name, secrets]) => ({
      text: `Create the Secret \`${name}\` (namespace \`${fluxNamespace}\`) with the private age key in ${quoted(secrets.map(({ cluster }) => cluster.name))}`,
      commands: first(
        secrets.map(({ cluster }) => cluster),
        (cluster) =>
          `kubectl --context=${contextOf(cluster)} --namespace=${fluxNamespace} create secret generic ${name} --from-file=age.agekey=${cluster.name}.agekey`,
      ),
    })),
    ...[...groupBy(replaced, ({ name }) => name)].map(([name, secrets]) => ({
      text: `Add the new private age key to the Secret \`${name}\` in ${quoted(secrets.map(({ cluster }) => cluster.name))}: no former recipient can decrypt what is sealed from now on`,
      commands: [],
    })),
  ]
}
