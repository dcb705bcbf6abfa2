import { type Cluster, type LedgerNode, type Network, nodeId, nodesOf } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { code, prose } from './escape.ts'
import { table } from './markdown.ts'

/** Where the pods of the network are, and what to run when: with the names of this network. */
export function runbookMarkdown(network: Network, platform: Platform): string[] {
  const [node] = network.nodes
  if (node === undefined) return []
  return [
    '## Pods\n',
    table(['cluster', 'context', 'organization', 'namespace', 'pods'], podRows(network)),
    '## What to run when\n',
    `Commands that name one node take ${nodeId(node)} as an example. A node belongs to its organization: the first table has who that is.\n`,
    table(
      ['question', 'command'],
      steps(node, platform).map(([question, ...commands]) => [prose(question), commands.map(code).join('<br>')]),
    ),
  ]
}

const contextOf = ({ name, context = name }: Cluster): string => context

function podRows(network: Network): string[][] {
  return network.clusters.flatMap((cluster) => {
    const context = code(contextOf(cluster))
    const { existing, namespace, service } = cluster.ambassador
    const ambassador = existing ? [] : [[cluster.name, context, '', code(namespace), code(`${service}-…`)]]
    const organizations = network.organizations.flatMap((organization) => {
      const nodes = nodesOf(network, cluster.name, organization.name)
      const pods = nodes.map(({ name }) => code(`${name}-0`)).join(', ')
      return nodes.length === 0 ? [] : [[cluster.name, context, organization.name, code(organization.namespace), pods]]
    })
    return [...ambassador, ...organizations]
  })
}

type Step = readonly [question: string, ...commands: readonly string[]]

function steps(node: LedgerNode, { material }: Platform): Step[] {
  const { cluster, organization } = node
  const kubectl = (namespace: string, rest: string): string =>
    `kubectl --context=${contextOf(cluster)} --namespace=${namespace} ${rest}`
  return [
    ['Is the network healthy?', 'chancery status'],
    ['Do names, routes and the ledger agree with the definition?', 'chancery verify'],
    [
      'Why is a node not ready?',
      `chancery logs ${nodeId(node)} --tail 100`,
      kubectl(organization.namespace, `describe pod ${node.name}-0`),
    ],
    [
      'Does the Ambassador of a cluster run, and at which address?',
      `chancery logs ambassador --cluster ${cluster.name} --tail 100`,
      kubectl(cluster.ambassador.namespace, 'get pods,services'),
    ],
    ['Has Flux applied the last commit?', `flux --context=${contextOf(cluster)} get kustomizations`],
    ['What does a cluster lack before its first apply?', `chancery doctor --cluster ${cluster.name}`],
    ['What would `chancery apply` change in a cluster?', `chancery diff --cluster ${cluster.name}`],
    ['How is a cluster brought back to what Git has, without Flux?', `chancery apply --cluster ${cluster.name}`],
    ...(material.renewals !== undefined
      ? [['How are expiring certificates renewed?', 'chancery keys --renew expiring'] satisfies Step]
      : []),
  ]
}
