import { addressText } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId, type ResourceSettings } from '../../../network/network.ts'
import { resourceAmounts } from '../../../network/rules/amounts.ts'
import { resourceProblems, storageProblems } from '../../../network/rules/sizes.ts'
import { error, warning } from '../../problem.ts'
import { type FabricLedgerNode, type FabricNetwork, isAuthority, isPeer } from '../network.ts'
import { couchdbSizes } from '../sizes.ts'
import { settingProblems } from './settings.ts'

/** Fields that do not fit the role of a node, and settings that are not for people. */
export const nodeProblems = (network: FabricNetwork): Problem[] => [
  ...network.nodes.flatMap((node) => [
    ...fields(node),
    ...version(node, network),
    ...couchdb(node),
    ...settingProblems(node),
    ...exposure(node),
  ]),
  ...addresses(network),
  ...externalAuthorities(network),
  ...authorities(network),
]

function fields(node: FabricLedgerNode): Problem[] {
  const { own, path, role } = node
  const only = (field: string): Problem =>
    error(
      'role-field',
      `${field} of ${nodeId(node)} has no effect: it is not a peer`,
      `remove it: the role ${role} does not use it`,
      [...path, field],
    )
  return [
    ...(own.stateDatabase === 'couchdb' && !isPeer(node) ? [only('stateDatabase')] : []),
    ...(own.anchor !== undefined && !isPeer(node) ? [only('anchor')] : []),
    ...(own.couchdb !== undefined && own.stateDatabase !== 'couchdb'
      ? [
          error(
            'role-field',
            `${nodeId(node)} has couchdb, but its state database is goleveldb`,
            'add `stateDatabase: couchdb`, or remove couchdb',
            [...path, 'couchdb'],
          ),
        ]
      : []),
  ]
}

/** fabric-ca has separate releases; base/certificate-authority pins one. */
const version = (
  { role, platformVersion, path, name, organization }: FabricLedgerNode,
  network: FabricNetwork,
): Problem[] =>
  role === 'ca' && platformVersion !== network.platformVersion
    ? [
        error(
          'role-field',
          `platformVersion of ${organization.name}/${name} has no effect: it is a CA`,
          'remove it: fabric-ca has separate releases, which the definition does not set',
          [...path, 'platformVersion'],
        ),
      ]
    : []

function couchdb(node: FabricLedgerNode): Problem[] {
  const { couchdb: own, stateDatabase } = node.own
  if (own === undefined || stateDatabase !== 'couchdb') return []
  const what = `the CouchDB of ${nodeId(node)}`
  return [
    ...storageProblems(what, own.storage, [...node.path, 'couchdb', 'storage']),
    ...resourceProblems(
      what,
      own.resources as ResourceSettings | undefined, // zod adds "| undefined"
      couchdbSizes[node.size],
      [...node.path, 'couchdb', 'resources'],
    ),
    ...resourceAmounts(
      what,
      own.resources as ResourceSettings | undefined, // zod adds "| undefined"
      [...node.path, 'couchdb', 'resources'],
      { provider: node.cluster.provider, need: couchdbMemory },
    ),
  ]
}

/** Without any queries it has 53 MiB. */
const couchdbMemory = { starts: '64Mi', serves: '256Mi', reason: 'its indexes are built in memory' }

/** What channels and peers dial are orderers and peers. */
const externalAuthorities = ({ external }: FabricNetwork): Problem[] =>
  external
    .filter(isAuthority)
    .map(({ organization, name, path }) =>
      error(
        'role-field',
        `${organization}/${name} is an external CA, which no node dials`,
        'remove it: the certificates of its organization are in material/public',
        [...path, 'role'],
      ),
    )

/** Two nodes of others at one address: one of the two would be dialled in place of the other. */
function addresses({ external }: FabricNetwork): Problem[] {
  const owners = new Map<string, string>()
  return external.flatMap(({ organization, name, host, port, path }): Problem[] => {
    const [address, id] = [addressText({ host, port }), `${organization}/${name}`]
    const owner = owners.get(address)
    owners.set(address, owner ?? id)
    return owner === undefined
      ? []
      : [error('external-address', `${owner} and ${id} are both at ${address}`, 'ask their owners', [...path, 'port'])]
  })
}

const exposure = (node: FabricLedgerNode): Problem[] =>
  node.expose.length === 0 || isAuthority(node)
    ? []
    : [
        error(
          'exposure',
          `${nodeId(node)} exposes ${node.expose.join(', ')}, which only a node with the role ca serves`,
          'remove it: peers and orderers have their own ports',
          [...node.path, 'expose'],
        ),
      ]

/** Two CA servers of one organization would not know of each other's certificates. */
const authorities = (network: FabricNetwork): Problem[] =>
  network.organizations.flatMap(({ name }) => {
    const own = network.nodes.filter((node) => isAuthority(node) && node.organization.name === name)
    return own
      .slice(1)
      .map((node) =>
        warning(
          'certificate-authority',
          `organization ${name} has ${own.length} CA servers, each with its own database`,
          'use one: nodes run without it',
          node.path,
        ),
      )
  })
