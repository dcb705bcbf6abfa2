import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { type FabricNetwork, labelOf, partiesOf } from '../network.ts'
import { error, warning } from './problem.ts'

/** Names that Fabric restricts: its own patterns, where a comment names the file. */

export const nameProblems = (network: FabricNetwork): Problem[] => [
  ...mspIds(network),
  ...commonNames(network),
  ...channelNames(network),
  ...chaincodeNames(network),
  ...collectionNames(network),
]

function mspIds(network: FabricNetwork): Problem[] {
  const owners = new Map<string, string>()
  const places: Readonly<Record<string, Path>> = Object.fromEntries(
    [...network.organizations, ...network.externalParties].map(({ name, path }) => [name, path]),
  )
  return [...partiesOf(network).values()].flatMap(({ name, mspId }): Problem[] => {
    const owner = owners.get(mspId)
    owners.set(mspId, owner ?? name)
    if (owner === undefined) return []
    return [
      error(
        'msp-id',
        `the MSP ID ${mspId} is used by ${owner} and ${name}: it must be unique in the network`,
        'give one of them an mspId of its own',
        [...(places[name] ?? []), 'mspId'],
      ),
    ]
  })
}

/** X.509 allows 64 characters: RFC 5280, ub-common-name. */
const longestCommonName = 64

const commonNames = ({ nodes }: FabricNetwork): Problem[] =>
  nodes
    .map((node) => ({ node, text: `${node.name}.${node.organization.name}` }))
    .filter(({ text }) => text.length > longestCommonName)
    .map(({ node, text }) =>
      error(
        'common-name',
        `the common name ${text} of ${nodeId(node)} has ${text.length} characters; X.509 allows ${longestCommonName}`,
        'shorten the name of the node or of its organization',
        [...node.path, 'name'],
      ),
    )

const longestChannel = 40

/** Channel names with dots are no names of Kubernetes. */
export const slugOf = (channel: string): string => channel.replaceAll('.', '-').slice(0, longestChannel)

function channelNames({ top }: FabricNetwork): Problem[] {
  const names = new Set<string>()
  const slugs = new Map<string, string>()
  return top.channels.flatMap(({ name }, at): Problem[] => {
    const path = ['channels', at, 'name']
    if (names.has(name))
      return [error('duplicate-channel', `channel ${name} stands twice`, 'give each its own name', path)]
    names.add(name)
    const slug = slugOf(name)
    const other = slugs.get(slug)
    slugs.set(slug, name)
    if (other !== undefined)
      return [
        error(
          'channel-name',
          `channels ${other} and ${name} would both be called ${slug} in Kubernetes`,
          `let them differ in more than dots, and in their first ${longestChannel} characters`,
          path,
        ),
      ]
    if (slug === name) return []
    return [
      warning(
        'channel-name',
        `channel ${name} has more than ${longestChannel} characters or dots: objects are called ${slug} instead`,
        'a shorter name without dots is easier to find again; it cannot be changed later',
        path,
      ),
    ]
  })
}

/** core/chaincode/lifecycle/scc.go and persistence/package.go */
const patterns = {
  chaincode: /^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$/,
  version: /^[A-Za-z0-9_.+-]+$/,
  label: /^[A-Za-z0-9][A-Za-z0-9_.+-]*$/,
  collection: /^[A-Za-z0-9-]+([A-Za-z0-9_-]+)*$/,
} as const

/** core/common/ccprovider: system chaincodes. */
const reserved = new Set(['cscc', 'escc', 'lscc', 'qscc', 'vscc', '_lifecycle'])

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
              `"${name}" is no name of a chaincode`,
              'use letters and digits, with single "-" or "_" between them',
              path('name'),
            ),
          ]),
      ...(reserved.has(name)
        ? [
            error(
              'chaincode-name',
              `the chaincode name ${name} is reserved for one of Fabric's own`,
              'choose another',
              path('name'),
            ),
          ]
        : []),
      ...(twice
        ? [
            error(
              'duplicate-chaincode',
              `chaincode ${name} stands twice on channel ${channel}`,
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
              `"${version}" is no version of a chaincode`,
              'use letters, digits, "_", ".", "+" and "-"',
              path('version'),
            ),
          ]),
      ...(patterns.label.test(labelOf(chaincode))
        ? []
        : [
            error(
              'chaincode-label',
              `"${labelOf(chaincode)}" is no label of a package`,
              'use letters, digits, "_", ".", "+" and "-", beginning with a letter or digit',
              path(chaincode.label === undefined ? 'version' : 'label'),
            ),
          ]),
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
            `"${name}" is no name of a collection`,
            'use letters, digits, "-" and "_", not beginning with "_"',
            path,
          ),
        ]
      return twice
        ? [
            error(
              'duplicate-collection',
              `collection ${name} stands twice in chaincode ${chaincode}`,
              'give each its own name',
              path,
            ),
          ]
        : []
    })
  })
