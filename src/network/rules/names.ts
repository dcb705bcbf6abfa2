import { comparePaths, type Path, type Problem } from '../finding.ts'
import { issuers } from '../key-holders.ts'
import { type LedgerNode, type Network, nodeId } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'
import { namespaceProblems } from './namespaces.ts'

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const limits = {
  namespace: 63,
  service: 63,
  // The controller adds "-" and a hash of ten characters to make a label value.
  statefulSet: 52,
} as const

interface Reserved {
  readonly form: RegExp
  readonly hint: string
}

/**
 * Names that a cluster cannot have. The workflows of the template use the environment with the name of the cluster: an environment
 * with another purpose would give its secrets to the job that applies.
 */
const reservedClusters = ({ keyHolders = issuers }: PlatformDefinition): readonly Reserved[] => [
  ...[...new Set([issuers, keyHolders])].flatMap(({ people }) => [
    {
      form: new RegExp(`^${people}$`),
      hint: 'choose another name: a folder of material/sealed has this one',
    },
    {
      form: new RegExp(`^${people}-`),
      hint: `choose another name: ${people}-… are environments with the keys of ${people}`,
    },
  ]),
  {
    form: /-drift$/,
    hint: 'choose another name: …-drift are environments of the workflow drift, which need no review',
  },
]

/** A name that a node cannot have, because the folder of an organization's Jobs has it. */
const reservedNode = 'jobs'

const error = (rule: string, message: string, path: Path, hint?: string): Problem => ({
  rule,
  severity: 'error',
  message,
  ...(hint === undefined ? {} : { hint }),
  path,
})

/** Duplicate names, and names that Kubernetes would refuse after they are combined. */
export function nameProblems(network: Network, platform: PlatformDefinition): Problem[] {
  return [
    ...duplicates(network),
    ...clusterNames(network, platform),
    ...namespaceProblems(network),
    ...lengths(network, platform),
    ...objectNames(network, platform),
  ]
}

function duplicates(network: Network): Problem[] {
  const problems: Problem[] = []
  const check = (
    what: string,
    items: readonly { readonly key: string; readonly name: string; readonly path: Path }[],
  ): void => {
    const first = new Map<string, Path>()
    for (const { key, name, path } of [...items].sort((a, b) => comparePaths(a.path, b.path))) {
      if (first.has(key))
        problems.push(
          error('duplicate-name', `duplicate ${what} "${name}"`, [...path, 'name'], 'give each its own name'),
        )
      else first.set(key, path)
    }
  }
  const named = ({ name, path }: { readonly name: string; readonly path: Path }) => ({ key: name, name, path })
  check('cluster', network.clusters.map(named))
  check('organization', network.organizations.map(named))
  check('node', [
    ...network.nodes.map((node) => ({ key: nodeId(node), name: nodeId(node), path: node.path })),
    ...network.external.map((node) => ({
      key: `${node.organization}/${node.name}`,
      name: `${node.organization}/${node.name}`,
      path: node.path,
    })),
  ])
  return problems
}

const clusterNames = ({ clusters }: Network, platform: PlatformDefinition): Problem[] =>
  clusters.flatMap(({ name, path }) => {
    const reserved = reservedClusters(platform).find(({ form }) => form.test(name))
    return reserved === undefined
      ? []
      : [error('reserved-name', `a cluster cannot be called "${name}"`, [...path, 'name'], reserved.hint)]
  })

function lengths(network: Network, platform: PlatformDefinition): Problem[] {
  const problems: Problem[] = []
  const tooLong = (what: string, name: string, limit: number, path: Path): void => {
    if (name.length <= limit) return
    problems.push(
      error(
        'name-length',
        `${what} ${name} has ${name.length} characters, more than ${limit}`,
        path,
        'shorten the names it is made of',
      ),
    )
  }
  tooLong('the namespace', `${network.name}-ambassador`, limits.namespace, ['name'])
  for (const organization of network.organizations) {
    tooLong('the namespace', organization.namespace, limits.namespace, [...organization.path, 'name'])
  }
  for (const node of network.nodes) {
    const path = [...node.path, 'name']
    if (node.name === reservedNode)
      problems.push(
        error(
          'reserved-name',
          `a node cannot be called "${reservedNode}"`,
          path,
          'choose another name: a folder of every organization has this one',
        ),
      )
    tooLong('the StatefulSet', node.name, limits.statefulSet, path)
    for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) {
      tooLong('the Service', service, limits.service, path)
    }
  }
  return problems
}

/** A node with the name of another node's second Service would silently take over that Service. */
function objectNames(network: Network, platform: PlatformDefinition): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, LedgerNode>()
  const inNamespace = (cluster: string, namespace: string, name: string): string => `${cluster}/${namespace}/${name}`
  for (const node of network.nodes) {
    owners.set(inNamespace(node.cluster.name, node.organization.namespace, node.name), node)
  }
  for (const node of network.nodes) {
    for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) {
      const owner = owners.get(inNamespace(node.cluster.name, node.organization.namespace, service))
      if (owner === undefined || nodeId(owner) === nodeId(node)) continue
      problems.push(
        error(
          'name-collision',
          `the Service ${service} of ${nodeId(node)} has the name of node ${nodeId(owner)}`,
          [...owner.path, 'name'],
          'rename one of the two',
        ),
      )
    }
  }
  return problems
}
