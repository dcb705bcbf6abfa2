import type { Material } from '../../../material/material.ts'
import { isIpAddress } from '../../../network/address.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { type ExternalNode, nodeId } from '../../../network/network.ts'
import { specialAddress, specialName } from '../../../network/special-addresses.ts'
import { providers } from '../../../providers/index.ts'
import { closedToPods } from '../../hairpin.ts'
import type { Outside } from '../../outside.ts'
import { error, warning } from '../../problem.ts'
import { addressesOf, genesisFilesOf, genesisValidators, strangersOf } from '../genesis.ts'
import { aliasOf, externalOf, type IndyNetwork } from '../network.ts'

/** Where validators are dialled: each address once, and none that a transaction could not have. */
export const addressProblems = (network: IndyNetwork, material: Material, outside: Outside): Problem[] => [
  ...collisions(network, material, outside),
  ...network.external.flatMap(clientAddress),
  ...ownNames(network, material),
  ...externalNames(network),
]

function collisions(network: IndyNetwork, material: Material, outside: Outside): Problem[] {
  const owners = new Map<string, { readonly owner: string; readonly cluster?: string }>()
  const claims = [
    ...strangersOf(network, material).flatMap(({ alias, nodeHost, nodePort, clientHost, clientPort }) => [
      { address: `${nodeHost}:${nodePort}`, owner: `${alias} of the pool`, path: [] },
      { address: `${clientHost}:${clientPort}`, owner: `${alias} of the pool`, path: [] },
    ]),
    ...network.nodes.flatMap((node) => {
      const { node: own, client } = addressesOf(node, outside)
      // A port that could not be allocated is 0, which is a separate finding.
      return [own, client]
        .filter(({ port }) => port > 0)
        .map(({ host, port }) => ({
          address: `${host}:${port}`,
          owner: nodeId(node),
          cluster: node.cluster.name,
          path: [...node.path, 'name'],
        }))
    }),
    ...network.external.flatMap((node) => {
      const { node: own, client } = addressesOf(node, outside)
      const field = externalOf(node).clientPort === undefined ? 'port' : 'clientPort'
      return [
        { address: `${own.host}:${own.port}`, owner: nodeId(node), path: [...node.path, 'port'] },
        { address: `${client.host}:${client.port}`, owner: nodeId(node), path: [...node.path, field] },
      ]
    }),
  ]
  return claims.flatMap((claim): Problem[] => {
    const { address, owner, path } = claim
    const other = owners.get(address)
    owners.set(address, other ?? claim)
    if (other === undefined || path.length === 0) return []
    // Ports of one cluster that collide are a separate finding.
    if ('cluster' in claim && claim.cluster === other.cluster) return []
    return [
      other.owner === owner
        ? error(
            'validator-address',
            `${owner} has the address ${address} for validators and for clients`,
            'ask its owner for the two ports: each is for one of the two',
            path,
          )
        : error(
            'validator-address',
            `${other.owner} and ${owner} have the same address ${address}`,
            'ask their owners: each validator has two addresses that nothing else has',
            path,
          ),
    ]
  })
}

/** The address for clients is checked as that for validators is (network/rules/addresses.ts). */
function clientAddress(node: ExternalNode): Problem[] {
  const { clientHost, clientPort } = externalOf(node)
  const found =
    clientHost === undefined
      ? undefined
      : isIpAddress(clientHost)
        ? specialAddress(clientHost)
        : specialName(clientHost)
  return [
    ...(found === undefined
      ? []
      : [
          error(
            'validator-address',
            `the client host ${clientHost} of ${nodeId(node)} ${found.reason}`,
            'ask its owner for the address, and the port, where others reach it',
            [...node.path, 'clientHost'],
          ),
        ]),
    ...(clientPort === undefined && node.port === 65535
      ? [
          error(
            'validator-address',
            `${nodeId(node)} has no port for clients: there is none after 65535`,
            'set clientPort',
            [...node.path, 'port'],
          ),
        ]
      : []),
  ]
}

const names = (what: string): string => `${what}: NODE transactions take IP addresses only`

/** NetworkIpAddressField in fields.py of indy-plenum. Only a genesis, which nobody checks, may have names. */
function ownNames(network: IndyNetwork, material: Material): Problem[] {
  const files = genesisFilesOf(network, material)
  const known = files === undefined ? undefined : new Set(genesisValidators(files.pool).map(({ alias }) => alias))
  return network.clusters
    .filter(({ domain }) => domain !== undefined)
    .flatMap(({ name, domain, path }): Problem[] => {
      const own = network.nodes.filter(({ cluster }) => cluster.name === name)
      const joining = own.filter((node) =>
        known === undefined ? network.top.genesis !== undefined : !known.has(aliasOf(node)),
      )
      const hint = 'use a cluster with `address` instead of `domain`: the IP address of its Ambassador'
      return [
        ...joining.map((node) =>
          error(
            'dns-name',
            names(`${nodeId(node)} joins by a transaction, and its address would be a name below ${domain}`),
            hint,
            [...node.path, 'name'],
          ),
        ),
        ...(own.length > joining.length
          ? [
              warning(
                'dns-name',
                names(
                  `addresses of validators in cluster ${name} are names below ${domain}, which they can never change`,
                ),
                'set `address` instead of `domain`, before the pool begins: the IP address of its Ambassador',
                [...path, 'domain'],
              ),
            ]
          : []),
      ]
    })
}

const externalNames = (network: IndyNetwork): Problem[] =>
  network.external.flatMap((node): Problem[] => {
    const { clientHost } = externalOf(node)
    const fields: readonly (readonly [host: string | undefined, path: Path])[] = [
      [node.host, [...node.path, 'host']],
      [clientHost, [...node.path, 'clientHost']],
    ]
    return fields
      .filter(([host]) => host !== undefined && !isIpAddress(host))
      .map(([host, path]) =>
        warning(
          'dns-name',
          names(`the address ${host} of ${nodeId(node)} is a name, which it can never change`),
          'ask its owner for the IP address',
          path,
        ),
      )
  })

/** Validators of one cluster dial each other at its Ambassador, whose load balancer may treat pods as clients. */
export const hairpinProblems = ({ clusters, nodes }: IndyNetwork): Problem[] =>
  clusters.flatMap((cluster): Problem[] => {
    const { name, provider, path, ambassador } = cluster
    if (nodes.filter((node) => node.cluster.name === name).length < 2) return []
    return [
      ...(closedToPods(cluster)
        ? [
            warning(
              'hairpin',
              `sourceRanges of cluster ${name} lack the addresses of its own pods: its validators dial each other at their own Ambassador, and are refused`,
              'add the range of the pods, such as 10.0.0.0/8',
              [...path, 'ambassador', 'sourceRanges'],
            ),
          ]
        : []),
      ...(ambassador.proxyProtocol && providers[provider].podsAreClients
        ? [
            warning(
              'proxy-protocol',
              `the Ambassador of cluster ${name} expects the PROXY protocol: validators of the cluster that dial each other there may reach it without the load balancer, and are refused`,
              'remove proxyProtocol, or let the load balancer set ipMode: Proxy in the status of its Service (Kubernetes 1.29 or later)',
              [...path, 'ambassador', 'proxyProtocol'],
            ),
          ]
        : []),
    ]
  })
