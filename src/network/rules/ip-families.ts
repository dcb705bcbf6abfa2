import { familyOf, type IpFamily, rangeFamily } from '../../ip-address.ts'
import { providers } from '../../providers/index.ts'
import { itemPath } from '../as-written.ts'
import { entranceFamilies } from '../entrance-families.ts'
import type { Path, Problem } from '../finding.ts'
import { type Cluster, type ExternalNode, type Network, nodeId } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'
import { specialAddress } from '../special-addresses.ts'

type Ledger = Pick<PlatformDefinition, 'title' | 'ipv6'>

/** Addresses of a family that the cluster, its provider, its Ambassador or the ledger does not have. `definition` is as written. */
export const familyProblems = (network: Network, ledger: Ledger, definition: unknown): Problem[] => [
  ...network.clusters.flatMap((cluster) => [
    ...ofCluster(cluster, ledger),
    ...ofEntrance(cluster, definition),
    ...ofRanges(cluster, definition),
  ]),
  ...network.external.flatMap((node) =>
    limited(ledger, node.host, `the host ${node.host} of ${nodeId(node)}`, [...node.path, 'host']),
  ),
  ...unreachable(network, ledger),
]

const problem = (severity: Problem['severity'], message: string, hint: string, path: Path): Problem => ({
  rule: 'ip-family',
  severity,
  message,
  hint,
  path,
})

const chooseFor = (family: IpFamily): string =>
  `write ipFamilies: [${family}], or [IPv4, IPv6] for a dual-stack cluster`

const choices: readonly (readonly IpFamily[])[] = [['IPv4'], ['IPv6'], ['IPv4', 'IPv6']]

function ofCluster(cluster: Cluster, ledger: Ledger): Problem[] {
  const { name, path, ipFamilies, provider, address } = cluster
  const { title, familyProblem } = providers[provider]
  const reason = familyProblem?.(ipFamilies)
  return [
    ...(reason === undefined
      ? []
      : [
          problem(
            'error',
            `${title} ${reason} (cluster ${name})`,
            `write ipFamilies: ${choices
              .filter((families) => familyProblem?.(families) === undefined)
              .map((families) => `[${families.join(', ')}]`)
              .join(' or ')}`,
            [...path, 'ipFamilies'],
          ),
        ]),
    ...(ipFamilies.includes('IPv4') || ledger.ipv6?.nodes === undefined
      ? []
      : [
          problem(
            'error',
            `${ledger.title} cannot run in cluster ${name}, which has IPv6 only: it ${ledger.ipv6.nodes}`,
            'use a cluster with IPv4, or a dual-stack one',
            [...path, 'ipFamilies'],
          ),
        ]),
    ...(address === undefined
      ? []
      : limited(ledger, address, `the address ${address} of cluster ${name}`, [...path, 'address'])),
  ]
}

/** An address that the ledger cannot keep. */
const limited = ({ title, ipv6 }: Ledger, address: string, what: string, path: Path): Problem[] =>
  ipv6 === undefined || familyOf(address) !== 'IPv6'
    ? []
    : [
        problem(
          'error',
          `${what} is IPv6, and ${title} ${ipv6.addresses}`,
          ipv6.nodes === undefined
            ? 'use a DNS name, which may have AAAA records'
            : 'use an IPv4 address or a DNS name',
          path,
        ),
      ]

/** Addresses of the Ambassador, and what it cannot do for both families at once. */
function ofEntrance(cluster: Cluster, definition: unknown): Problem[] {
  const { name, path, ambassador, address, ipFamilies } = cluster
  const families = entranceFamilies(cluster)
  const at = [...path, 'ambassador']
  const other = (text: string, where: Path): Problem[] => {
    const family = familyOf(text)
    if (family === undefined || families.includes(family)) return []
    return [
      problem(
        'error',
        `the address ${text} of cluster ${name} is ${family}, and the cluster has ${families} only`,
        chooseFor(family),
        where,
      ),
    ]
  }
  return [
    ...(address === undefined ? [] : other(address, [...path, 'address'])),
    ...ambassador.loadBalancer.addresses.flatMap((text) =>
      other(text, itemPath(definition, [...at, 'addresses'], text)),
    ),
    ...(ambassador.proxyProtocol && ipFamilies.length > 1
      ? [
          problem(
            'error',
            `the Ambassador of cluster ${name} cannot accept the PROXY protocol at IPv4 and IPv6: Emissary has Listeners for one of them`,
            'remove proxyProtocol, or one of the families',
            [...at, 'proxyProtocol'],
          ),
        ]
      : []),
    ...(ambassador.rateLimit !== undefined && ipFamilies.length > 1
      ? [
          problem(
            'notice',
            `the rate limit of cluster ${name} counts all clients with IPv6 as one: the Ambassador does not see their addresses`,
            'give them a limit that is high enough',
            [...at, 'rateLimit'],
          ),
        ]
      : []),
  ]
}

/** kube-proxy filters each family by the ranges of that family, and not at all without one: pkg/proxy/serviceport.go. */
function ofRanges(cluster: Cluster, definition: unknown): Problem[] {
  const { name, path, ambassador } = cluster
  const { sourceRanges } = ambassador
  const families = entranceFamilies(cluster)
  const at = [...path, 'ambassador', 'sourceRanges']
  const missing = families.filter((family) => !sourceRanges.some((range) => rangeFamily(range) === family))
  return [
    ...sourceRanges
      .filter((range) => !families.includes(rangeFamily(range)))
      .map((range) =>
        problem(
          'error',
          `the range ${range} of cluster ${name} is ${rangeFamily(range)}, and the cluster has ${families} only`,
          chooseFor(rangeFamily(range)),
          itemPath(definition, at, range),
        ),
      ),
    ...(sourceRanges.length === 0 || missing.length === families.length
      ? []
      : missing.map((family) =>
          problem(
            'error',
            `sourceRanges of cluster ${name} have no ${family} range: every ${family} client may connect where kube-proxy filters, and none elsewhere`,
            `add the ${family} ranges of clients and of the other clusters; ${family === 'IPv6' ? '::/0' : '0.0.0.0/0'} is everybody`,
            at,
          ),
        )),
  ]
}

/** What nodes dial, and the families that it has; none where they are unknown, or where another finding says that the address is wrong. */
interface Target {
  readonly what: string
  readonly families: readonly IpFamily[]
  readonly cluster?: string
  /** An IP address: of a ledger that cannot keep it, another finding says so. */
  readonly isAddress: boolean
}

function clusterTarget(cluster: Cluster): Target {
  const own = entranceFamilies(cluster)
  const family = familyOf(cluster.address ?? '')
  const families = family === undefined ? own : own.filter((other) => other === family)
  return { what: `cluster ${cluster.name}`, families, cluster: cluster.name, isAddress: family !== undefined }
}

function externalTarget(node: ExternalNode): Target {
  const family = familyOf(node.host)
  const isKnown = family !== undefined && specialAddress(node.host) === undefined
  return { what: nodeId(node), families: isKnown ? [family] : [], isAddress: true }
}

/** Clusters whose nodes have no family in common with what they dial. */
function unreachable({ clusters, nodes, external }: Network, { ipv6 }: Ledger): Problem[] {
  const used = clusters.filter(({ name }) => nodes.some(({ cluster }) => cluster.name === name))
  const targets = [...used.map(clusterTarget), ...external.map(externalTarget)].filter(
    ({ families, isAddress }) => families.length > 0 && !(isAddress && ipv6 !== undefined && families.includes('IPv6')),
  )
  return used.flatMap((from) => {
    const own = ipv6?.nodes === undefined ? from.ipFamilies : from.ipFamilies.filter((family) => family === 'IPv4')
    return targets
      .filter(({ cluster }) => cluster !== from.name && own.length > 0)
      .filter(({ families }) => !families.some((family) => own.includes(family)))
      .map(({ what, families }) =>
        own.includes('IPv4')
          ? problem(
              'error',
              `nodes of cluster ${from.name} cannot reach ${what}: they have IPv4 only, and it has ${families} only`,
              'make one of the two dual-stack',
              [...from.path, 'ipFamilies'],
            )
          : problem(
              'warning',
              `nodes of cluster ${from.name} have IPv6 only, and ${what} has ${families} only: they need NAT64 and DNS64, or the IPv4 egress of their cloud`,
              'make one of the two dual-stack, or acknowledge this warning',
              [...from.path, 'ipFamilies'],
            ),
      )
  })
}
