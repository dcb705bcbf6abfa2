import { groupBy } from '../../../group-by.ts'
import { isImageReferenceProblem, readImageReference } from '../../../network/image-reference.ts'
import type { BevelComment, BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, isPlaceholder, labelOf, textOf } from '../../bevel-fields.ts'
import { chaincodeLines, listingLines, sameLines, unusedLines } from './chaincode-lines.ts'
import type { InputChannel } from './channels.ts'
import { collectionsIn } from './collections.ts'
import { endorsementOf } from './endorsement.ts'
import { type InputChaincode, inputChaincode } from './input-chaincode.ts'
import { mspIdFor } from './names.ts'
import type { Organizations } from './organizations.ts'

export interface BevelChaincodes {
  readonly fields: readonly Readonly<Record<string, unknown>>[]
  readonly comments: readonly BevelComment[]
  readonly tasks: readonly string[]
  readonly lines: readonly BevelLine[]
}

/** Chaincodes of the input as chaincodes of its channels, each with the image that has to be built for it. */
export function chaincodesIn(
  channels: readonly InputChannel[],
  organizations: Organizations,
  files: BevelInput['files'],
): BevelChaincodes {
  const all = organizations.all.flatMap((organization) =>
    organization.nodes.flatMap(({ entry, name: peer }) =>
      // Releases of Bevel for Fabric 1.4 had one chaincode on a peer.
      [...entriesOf(entry, 'chaincodes'), ...entriesOf(entry, 'chaincode')].flatMap((chaincode) =>
        inputChaincode(chaincode, organization.name, peer),
      ),
    ),
  )
  const fields: Record<string, unknown>[] = []
  const comments: BevelComment[] = []
  const lines: BevelLine[] = listingLines(channels, all)
  const used = new Set<InputChaincode>()
  const tasks = new Map<string, string>()
  for (const channel of channels)
    for (const [name, installed] of groupBy(all, (chaincode) => chaincode.name)) {
      const here = installed.filter((chaincode) => isIn(channel, chaincode))
      const [first, ...others] = here
      if (first === undefined) continue
      const made = chaincodeFields(first, here, channel, organizations, files)
      if (made.isPlaceholder) {
        comments.push({ path: ['chaincodes', fields.length, 'image'], text: 'build this image, and put its name here' })
        tasks.set(
          name,
          `Build the image of chaincode ${name}, which serves it (chaincode as a service)${sourceText(first.entry)}.`,
        )
      }
      fields.push(made.fields)
      if (!used.has(first)) lines.push(...made.lines)
      for (const other of others) if (!used.has(other)) lines.push(...sameLines(first, other))
      for (const chaincode of here) used.add(chaincode)
    }
  for (const chaincode of all) if (!used.has(chaincode)) lines.push(...unusedLines(chaincode))
  return { fields, comments, tasks: [...tasks.values()], lines }
}

/** Whether a channel has it on its peer: one that it lists, or any where it has no list. */
function isIn({ members, chaincodes }: InputChannel, { given, organization, peer }: InputChaincode): boolean {
  const member = members.find(({ name }) => name === organization)
  return member !== undefined && (member.peers?.includes(peer) ?? true) && (chaincodes?.includes(given) ?? true)
}

interface MadeChaincode {
  readonly fields: Record<string, unknown>
  readonly lines: readonly BevelLine[]
  /** Its image is yet to be built. */
  readonly isPlaceholder: boolean
}

function chaincodeFields(
  first: InputChaincode,
  here: readonly InputChaincode[],
  channel: InputChannel,
  organizations: Organizations,
  files: BevelInput['files'],
): MadeChaincode {
  const { entry, name, version } = first
  const { value } = entry
  const image = imageOf(entry)
  const sequence = Number(textOf(value.sequence) ?? '1')
  const endorsement = endorsementOf(
    textOf(value.endorsements) ?? '',
    new Set(channel.members.map((member) => mspIdFor(member.given))),
  )
  const collections = [entryOf(entry, 'pdc'), entryOf(entry, 'repository')].flatMap(
    ({ value: from }) => collectionsIn(files.get(textOf(from.collections_config) ?? '') ?? '') ?? [],
  )
  const runners = channel.members.filter((member) => here.some(({ organization }) => organization === member.name))
  const own = channel.members.filter((member) =>
    organizations.ours(member.given)?.nodes.some(({ role }) => role === 'peer'),
  )
  const creator = own.find(({ isCreator }) => isCreator)?.name
  const isDefault = creator === own.map((member) => member.name).sort()[0]
  return {
    fields: {
      name,
      channel: channel.name,
      image: image ?? `registry.example.com/${labelOf(name, 'chaincode')}:${tagOf(version)}`,
      version,
      sequence: Number.isInteger(sequence) && sequence > 0 ? sequence : 1,
      ...(endorsement.policy === undefined ? {} : { endorsementPolicy: endorsement.policy }),
      ...(collections.length === 0 ? {} : { collections }),
      ...(isOn(value.init_required) ? { initRequired: true } : {}),
      ...(runners.length === own.length ? {} : { organizations: runners.map((member) => member.name) }),
      ...(creator === undefined || isDefault ? {} : { committer: creator }),
      ...(isOn(value.external_chaincode) && isOn(value.tls) ? { tls: true } : {}),
    },
    lines: chaincodeLines(first, channel, { image, endorsement, hasCollections: collections.length > 0 }),
    isPlaceholder: image === undefined,
  }
}

/** The image of an external chaincode; undefined for one that a peer builds, and for a placeholder. */
function imageOf({ value }: Entry): string | undefined {
  const image = textOf(value.image)
  return image === undefined || isPlaceholder(image) || isImageReferenceProblem(readImageReference(image))
    ? undefined
    : image
}

/** Where its source is, without credentials. */
function sourceText(entry: Entry): string {
  const { url, path } = entryOf(entry, 'repository').value
  const [folder, host] = [textOf(path), textOf(url)]
  const from = [folder, host === undefined || /@|^<[^<>]*>$/.test(host) ? undefined : host].filter(
    (text) => text !== undefined,
  )
  return from.length === 0 ? '' : `, from ${from.join(' of ')}`
}

/** A tag begins with no dot and no dash, has no plus, and at most 128 characters (reference.go of distribution). */
const tagOf = (version: string): string =>
  version
    .replaceAll('+', '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128) || '1'
