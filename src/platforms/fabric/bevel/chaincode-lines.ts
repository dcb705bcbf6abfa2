import { isDeepStrictEqual } from 'node:util'
import type { BevelLine } from '../../bevel.ts'
import { entryOf, isOn, mappingOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import type { InputChannel } from './channels.ts'
import type { Endorsement } from './endorsement.ts'
import type { InputChaincode } from './input-chaincode.ts'

interface Made {
  /** Undefined while it is to be built. */
  readonly image: string | undefined
  readonly endorsement: Endorsement
  readonly hasCollections: boolean
}

const built = 'chaincodes run as services: it is part of what the image is built from'
const fileOfCollections = 'collections_config'

/** Lines of the chaincode that the definition takes its fields from. */
export function chaincodeLines({ entry, name, given }: InputChaincode, channel: InputChannel, made: Made): BevelLine[] {
  const { value } = entry
  const repository = entryOf(entry, 'repository')
  const isExternal = isOn(value.external_chaincode)
  return [
    ...(name === given
      ? lineAt(entry, 'name', 'kept', `as chaincode ${name} of channel ${channel.name}`)
      : lineAt(
          entry,
          'name',
          'derived',
          `chaincode ${name} of channel ${channel.name}: Fabric refuses other characters`,
        )),
    ...lineAt(entry, 'version', 'kept', 'as `version`'),
    ...lineAt(entry, 'sequence', 'kept', 'as `sequence`'),
    ...(made.image === undefined
      ? lineAt(entry, 'image', 'lost', 'not an image that can be pulled: build one, and write it as `image`')
      : lineAt(entry, 'image', 'kept', 'as `image`')),
    ...lineAt(entry, 'lang', 'derived', 'peers build no code: build an image that serves it, in any language'),
    ...lineAt(entry, 'maindirectory', 'derived', built),
    ...lineAt(repository, 'url', 'derived', built),
    ...lineAt(repository, 'branch', 'derived', built),
    ...lineAt(repository, 'path', 'derived', built),
    ...lineAt(repository, 'username', 'dropped', 'the workflow that builds the image has its own access'),
    ...passwordLines(entry),
    ...lineAt(
      entry,
      'arguments',
      'lost',
      'no Job calls a chaincode: an application makes this first call after the commit',
    ),
    ...endorsementLines(entry, made.endorsement),
    ...lineAt(entry, 'init_required', 'kept', isOn(value.init_required) ? 'as `initRequired`' : 'false is the default'),
    ...lineAt(entry, 'external_chaincode', 'derived', 'every chaincode is a service with its own Deployment'),
    ...(isExternal ? lineAt(entry, 'tls', 'kept', 'as `tls`') : lineAt(entry, 'tls', 'dropped', 'it has no server')),
    ...lineAt(entry, 'upgrade_chaincode', 'dropped', 'an upgrade is a change of `version`, `sequence` and `image`'),
    ...lineAt(entry, 'buildpack_path', 'dropped', 'images of peers have the builder `ccaas`'),
    ...lineAt(entry, 'crypto_mount_path', 'derived', '`tls` mounts key and certificate in /etc/fabric/tls'),
    ...lineAt(entry, 'resources', 'lost', 'write `resources` of the chaincode'),
    ...collectionLines(entryOf(entry, 'pdc'), made),
    ...collectionLines(repository, made),
  ]
}

function endorsementLines(entry: InputChaincode['entry'], { policy, problem }: Endorsement): BevelLine[] {
  if (textOf(entry.value.endorsements) === undefined)
    return lineAt(entry, 'endorsements', 'derived', "the channel's endorsement policy")
  return problem === undefined && policy !== undefined
    ? lineAt(entry, 'endorsements', 'kept', 'as `endorsementPolicy`')
    : lineAt(entry, 'endorsements', 'lost', `${problem ?? 'it has no policy'}: write \`endorsementPolicy\``)
}

const collectionLines = (parent: InputChaincode['entry'], { hasCollections }: Made): BevelLine[] => [
  ...lineAt(parent, 'enabled', 'derived', 'private data follows from `collections`'),
  ...(hasCollections
    ? lineAt(parent, fileOfCollections, 'kept', 'as `collections`, from the file')
    : lineAt(parent, fileOfCollections, 'lost', 'the file cannot be read: write `collections` of the chaincode')),
]

/** Lines of the same chaincode on another peer: where it differs, the first counts. */
export function sameLines(first: InputChaincode, other: InputChaincode): BevelLine[] {
  const { path, value } = other.entry
  const differing = ['version', 'sequence', 'endorsements', 'image', 'init_required', 'tls'].filter(
    (key) =>
      !isDeepStrictEqual(textOf(value[key]) ?? value[key], textOf(first.entry.value[key]) ?? first.entry.value[key]),
  )
  return [
    { path, outcome: 'derived', text: `chaincode ${first.name}, as on ${first.organization}/${first.peer}` },
    ...passwordLines(other.entry),
    ...differing.flatMap((key) =>
      lineAt(
        other.entry,
        key,
        'lost',
        `another value than on ${first.organization}/${first.peer}, which counts: a channel has one definition`,
      ),
    ),
  ]
}

/** Lines of a chaincode in no channel. */
export const unusedLines = ({ entry }: InputChaincode): BevelLine[] => [
  {
    path: entry.path,
    outcome: 'lost',
    text: 'no channel of the input lists it, or its peer is in none: add it to `chaincodes` with its channel',
  },
  ...passwordLines(entry),
]

const passwordLines = (entry: InputChaincode['entry']): BevelLine[] =>
  lineAt(entryOf(entry, 'repository'), 'password', 'secret', 'belongs to the workflow that builds the image')

/** Lines of the lists of channels. */
export const listingLines = (channels: readonly InputChannel[], all: readonly InputChaincode[]): BevelLine[] =>
  channels.flatMap(({ entry, name }) => {
    const listed = entry.value.chaincodes
    if (!Array.isArray(listed)) return []
    return listed.flatMap((item: unknown, at): BevelLine[] => {
      const given = textOf(item) ?? textOf(mappingOf(item).name)
      const path = [...entry.path, 'chaincodes', at]
      return all.some((chaincode) => chaincode.given === given)
        ? [{ path, outcome: 'derived', text: `\`channel: ${name}\` of the chaincode` }]
        : [{ path, outcome: 'lost', text: 'no peer of the input has a chaincode of this name' }]
    })
  })
