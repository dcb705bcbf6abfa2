import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId, type ResourceSettings } from '../../../network/network.ts'
import { resourceProblems } from '../../../network/rules/sizes.ts'
import { agreeing, listed, several } from '../../../words.ts'
import { error, warning } from '../../problem.ts'
import { serverName } from '../chaincode/server.ts'
import { type FabricNetwork, isPeer, labelOf, membersOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { chaincodeResources } from '../sizes.ts'

/** Chaincodes and their collections: names as Fabric restricts them, servers, sizes, indexes. Policies are in policies.ts. */
export const chaincodeProblems = (network: FabricNetwork): Problem[] => [
  ...chaincodeNames(network),
  ...collectionNames(network),
  ...servers(network),
  ...network.top.chaincodes.flatMap((chaincode, at) => [
    // Its server is not a node, and begins with less: base/chaincode.
    ...resourceProblems(`chaincode ${chaincode.name}`, settingsOf(chaincode), chaincodeResources, [
      'chaincodes',
      at,
      'resources',
    ]),
    ...indexes(network, chaincode, ['chaincodes', at, 'indexes']),
  ]),
]

const settingsOf = ({ resources }: Chaincode): ResourceSettings | undefined => resources as ResourceSettings | undefined // zod adds "| undefined"

/** Only CouchDB has indexes, and a query by content works on no other peer. */
function indexes(network: FabricNetwork, { name, channel: wanted, indexes: given }: Chaincode, path: Path): Problem[] {
  const channel = network.top.channels.find((one) => one.name === wanted)
  if (channel === undefined || Object.keys(given).length === 0) return []
  const without = membersOf(network, channel)
    .flatMap(({ peers }) => peers)
    .filter((node) => isPeer(node) && 'cluster' in node && node.own.stateDatabase !== 'couchdb')
    .map((node) => nodeId(node))
  if (without.length === 0) return []
  return [
    warning(
      'chaincode-indexes',
      `chaincode ${name} has indexes, but ${several(without)} of channel ${channel.name} ${agreeing(without.length, 'has', 'have')} no CouchDB: a query by content fails there`,
      'add peers with `stateDatabase: couchdb` in place of those: a peer cannot change it',
      path,
    ),
  ]
}

/** core/chaincode/lifecycle/scc.go and persistence/package.go */
const patterns = {
  chaincode: /^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$/,
  version: /^[A-Za-z0-9_.+-]+$/,
  label: /^[A-Za-z0-9][A-Za-z0-9_.+-]*$/,
  collection: /^[A-Za-z0-9-]+([A-Za-z0-9_-]+)*$/,
} as const

/** Peers keep a package in a file of its label, a digest and an ending (core/chaincode/persistence); names of files have 255 bytes. */
const longestLabel = 255 - ':'.length - 64 - '.tar.gz'.length

/** core/common/ccprovider: system chaincodes. */
const reserved = new Set(['cscc', 'escc', 'lscc', 'qscc', 'vscc'])

function chaincodeNames({ top }: FabricNetwork): Problem[] {
  const seen = new Set<string>()
  return top.chaincodes.flatMap((chaincode, at): Problem[] => {
    const { name, channel, version } = chaincode
    const path = (...rest: Path): Path => ['chaincodes', at, ...rest]
    const key = `${channel}/${name}`
    const twice = seen.has(key)
    seen.add(key)
    return [
      ...(patterns.chaincode.test(name)
        ? []
        : [
            error(
              'chaincode-name',
              `"${name}" is not a valid name of a chaincode`,
              'use letters and digits, with single "-" or "_" between them',
              path('name'),
            ),
          ]),
      ...(reserved.has(name)
        ? [error('chaincode-name', `the chaincode name ${name} is reserved by Fabric`, 'choose another', path('name'))]
        : []),
      ...(twice
        ? [
            error(
              'duplicate-chaincode',
              `chaincode ${name} is a duplicate on channel ${channel}`,
              'remove one of the two',
              path('name'),
            ),
          ]
        : []),
      ...(patterns.version.test(version)
        ? []
        : [
            error(
              'chaincode-version',
              `"${version}" is not a valid version of a chaincode`,
              'use letters, digits, "_", ".", "+" and "-"',
              path('version'),
            ),
          ]),
      ...(patterns.label.test(labelOf(chaincode))
        ? []
        : [
            error(
              'chaincode-label',
              `"${labelOf(chaincode)}" is not a valid label of a package`,
              'use letters, digits, "_", ".", "+" and "-", beginning with a letter or digit',
              path(chaincode.label === undefined ? 'version' : 'label'),
            ),
          ]),
      ...(labelOf(chaincode).length <= longestLabel
        ? []
        : [
            error(
              'chaincode-label',
              `the label of the package of chaincode ${name} has ${labelOf(chaincode).length} characters, more than ${longestLabel}`,
              'shorten the label',
              path(chaincode.label === undefined ? 'version' : 'label'),
            ),
          ]),
    ]
  })
}

const sharedFields = [
  'image',
  'environment',
  'environmentFrom',
  'secrets',
  'command',
  'arguments',
  'port',
  'tls',
  'replicas',
  'resources',
  'indexes',
] as const

/** A release runs once, whatever channels have it; what runs is told by the label of its package. */
function servers({ top }: FabricNetwork): Problem[] {
  const owners = new Map<string, Chaincode>()
  return top.chaincodes.flatMap((chaincode, at): Problem[] => {
    const owner = owners.get(serverName(chaincode))
    if (owner === undefined) {
      owners.set(serverName(chaincode), chaincode)
      return []
    }
    const differs = sharedFields.filter((field) => JSON.stringify(owner[field]) !== JSON.stringify(chaincode[field]))
    if (differs.length === 0 && labelOf(owner) === labelOf(chaincode)) return []
    const what = labelOf(owner) === labelOf(chaincode) ? listed(differs) : 'the label'
    return [
      error(
        'chaincode-server',
        `chaincodes ${owner.channel}/${owner.name} and ${chaincode.channel}/${chaincode.name} would share the server ${serverName(chaincode)} in Kubernetes, but they differ in ${what}`,
        'set another version or label for one of them',
        ['chaincodes', at, chaincode.label === undefined ? 'version' : 'label'],
      ),
    ]
  })
}

const collectionNames = ({ top }: FabricNetwork): Problem[] =>
  top.chaincodes.flatMap(({ name: chaincode, collections }, at) => {
    const seen = new Set<string>()
    return collections.flatMap(({ name }, index): Problem[] => {
      const path = ['chaincodes', at, 'collections', index, 'name']
      const twice = seen.has(name)
      seen.add(name)
      if (!patterns.collection.test(name))
        return [
          error(
            'collection-name',
            `"${name}" is not a valid name of a collection`,
            'use letters, digits, "-" and "_", not beginning with "_"',
            path,
          ),
        ]
      return twice
        ? [
            error(
              'duplicate-collection',
              `collection ${name} is a duplicate in chaincode ${chaincode}`,
              'rename one of them',
              path,
            ),
          ]
        : []
    })
  })
