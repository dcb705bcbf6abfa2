import { sharedHostOf } from '../network/address.ts'
import { itemPath } from '../network/as-written.ts'
import type { Problem } from '../network/finding.ts'
import { type LedgerNode, type Network, nodeId, type Organization } from '../network/network.ts'
import { hostLimit } from '../network/rules/clusters.ts'
import type { SharedEndpoint } from '../network/shared-endpoint.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Platform } from '../platforms/platform.ts'
import { alternatives, listed } from '../words.ts'
import { longHostProblems } from './exposure.ts'
import { longestSharedName } from './shared-endpoints.ts'

interface Given {
  readonly organization: Organization
  readonly shared: SharedEndpoint
  /** Nodes of the organization. */
  readonly nodes: readonly LedgerNode[]
  readonly platform: Platform
  /** As written. */
  readonly definition: unknown
}

/** Findings on names that several nodes share. */
export const sharedEndpointProblems = (network: Network, platform: Platform, definition: unknown): Problem[] =>
  network.organizations.flatMap((organization) => {
    const nodes = network.nodes.filter((node) => node.organization === organization)
    return organization.endpoints.flatMap((shared) => {
      const given: Given = { organization, shared, nodes, platform, definition }
      return [...unknownNodes(given), ...takenName(given), ...behind(given)]
    })
  })

const problem = (
  { shared, organization }: Given,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
  field: 'name' | 'nodes' = 'nodes',
): Problem => ({
  rule: 'shared-endpoint',
  severity,
  message: `the name ${shared.name} of ${organization.name} ${message}`,
  hint,
  path: [...shared.path, field],
})

const unknownNodes = ({ shared, nodes, organization, definition }: Given): Problem[] =>
  shared.nodes
    .filter((name) => !nodes.some((node) => node.name === name))
    .map((name) => ({
      rule: 'reference',
      severity: 'error',
      message: `${organization.name} has no node "${name}"`,
      hint: didYouMean(
        name,
        nodes.map((node) => node.name),
      ),
      path: itemPath(definition, [...shared.path, 'nodes'], name),
    }))

/** Its host name, its Service and its routes have the name too. */
function takenName(given: Given): Problem[] {
  const { shared, organization, nodes, platform } = given
  const owner = nodes.find(
    (node) =>
      node.name === shared.name || platform.definition.endpoints(node).some(({ service }) => service === shared.name),
  )
  if (owner !== undefined)
    return [problem(given, `is taken by ${nodeId(owner)}`, 'choose a name that no node has', 'error', 'name')]
  const [first] = organization.endpoints.filter(({ name }) => name === shared.name)
  return first === shared ? [] : [problem(given, 'occurs twice', 'choose another name', 'error', 'name')]
}

/** The nodes behind the name. */
function behind(given: Given): Problem[] {
  const { shared, nodes, platform } = given
  const { shareable = [], title } = platform.definition
  if (shareable.length === 0)
    return [
      problem(given, `cannot be shared: nodes of ${title} differ in what they answer`, 'remove it from endpoints'),
    ]
  const own = nodes.filter(({ name }) => shared.nodes.includes(name))
  const [first] = own
  // A missing node is reported already.
  if (first === undefined || own.length < shared.nodes.length) return []
  const clusters = [...new Set(own.map(({ cluster }) => cluster.name))]
  if (clusters.length > 1)
    return [
      problem(
        given,
        `has nodes in ${listed(clusters)}: a host name belongs to one cluster`,
        'list the nodes of one cluster, and use another name for those of the others',
      ),
    ]
  const served = first.shares.find(({ name }) => name === shared.name)?.endpoints ?? []
  if (served.length === 0)
    return [
      problem(
        given,
        'serves nothing: its nodes expose no endpoint in common',
        `set expose of each to ${alternatives(shareable)}`,
      ),
    ]
  return [...tooLong(given, first), ...alone(given), ...strangers(given, own, served)]
}

/** The label of the pods has the name too: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
function tooLong(given: Given, node: LedgerNode): Problem[] {
  const { shared, organization } = given
  const path = [...shared.path, 'name']
  const hint = 'shorten the name, the name of the organization, or the domain of the cluster'
  if (shared.name.length > longestSharedName)
    return [
      {
        rule: 'name-length',
        severity: 'error',
        message: `the name ${shared.name} of ${organization.name} has ${shared.name.length} characters, more than ${longestSharedName}`,
        hint: 'shorten it: it is a part of a label of pods',
        path,
      },
    ]
  const host = sharedHostOf(shared.name, node)
  if (host.length > hostLimit)
    return [
      {
        rule: 'name-length',
        severity: 'error',
        message: `the host name of ${shared.name} of ${organization.name} has ${host.length} characters, more than ${hostLimit}`,
        hint,
        path,
      },
    ]
  return longHostProblems(host, node.cluster.ambassador, { hint, path })
}

const alone = (given: Given): Problem[] =>
  given.shared.nodes.length > 1
    ? []
    : [problem(given, 'has one node: nothing answers while it restarts', 'add another node', 'warning')]

/** A token would be checked by some nodes only, so everybody is let in now and then. */
function strangers(given: Given, nodes: readonly LedgerNode[], served: readonly string[]): Problem[] {
  const open = nodes.filter((node) =>
    given.platform.definition
      .endpoints(node)
      .some(({ name, authenticates }) => served.includes(name) && authenticates !== true),
  )
  if (open.length === 0 || open.length === nodes.length) return []
  return [
    problem(
      given,
      `authenticates clients only now and then: ${listed(open.map(nodeId))} does not`,
      'set the same authentication for all of its nodes',
      'warning',
    ),
  ]
}
