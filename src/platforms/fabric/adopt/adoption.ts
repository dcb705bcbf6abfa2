import { OperatorError } from '../../../errors.ts'
import type { Adoption, AdoptionInput, PlatformAdoption } from '../../adoption.ts'
import { mappingsOf } from '../../bevel-fields.ts'
import { type GivenFile, runningChannels } from './blocks.ts'
import { adoptedChannels, externalParties, newNodes, ownOrganizations } from './definition.ts'
import { publicFiles } from './files.ts'
import { channelLines, nodeLine, partyLines } from './lines.ts'
import { mspFolders } from './msp-folders.ts'
import { runningNodes } from './nodes.ts'
import { partiesIn } from './parties.ts'
import { draftsOf } from './pending-changes.ts'
import { adoptedRelease } from './release.ts'
import { adoptionTasks } from './tasks.ts'

/** Channels of Fabric that run, from their configuration blocks. */
export const adoption: PlatformAdoption = {
  options: [
    {
      name: 'channel',
      placeholder: 'FILE',
      text: 'configuration block of a channel, as `peer channel fetch config` writes it',
      repeatable: true,
    },
    {
      name: 'genesis-block',
      placeholder: 'FILE',
      text: 'first block of a channel, as `peer channel fetch oldest` writes it: Jobs join peers with it',
      repeatable: true,
    },
    {
      name: 'msp',
      placeholder: 'MSPID=FOLDER',
      text: 'MSP folder of an organization, with cacerts and tlscacerts; its keystore is not read',
      repeatable: true,
    },
  ],
  examples: [
    [
      'chancery adopt fabric --channel trade.block --organization carrier=eu --cluster eu',
      'adopt the channel of a configuration block, in which carrier is one of our organizations',
    ],
  ],
  adopt: adopted,
}

async function adopted(input: AdoptionInput): Promise<Adoption> {
  const given = (option: string): readonly string[] => input.given.get(option) ?? []
  const read = (paths: readonly string[]): Promise<readonly GivenFile[]> =>
    Promise.all(paths.map(async (path) => ({ path, content: await input.read(path) })))
  if (given('channel').length === 0)
    throw new OperatorError(
      'there is no channel to adopt',
      'pass --channel FILE: a block that `peer channel fetch config FILE --channelID CHANNEL --orderer HOST:PORT --tls --cafile FILE` writes',
    )
  const channels = runningChannels(await read(given('channel')), await read(given('genesis-block')))
  const parties = partiesIn(channels, input)
  const nodes = runningNodes(channels, parties, input.existing)
  const folders = await mspFolders(given('msp'), parties, input)
  const existing = channelsOf(input.existing)
  const defined = adoptedChannels(channels, parties, nodes, existing)
  const added = newNodes(parties, nodes)
  const organizations = ownOrganizations(parties, added, defined)
  const external = externalParties(parties, nodes)
  const files = publicFiles(channels, parties, nodes, folders)
  const release = adoptedRelease(channels, input.platformVersion)
  const drafts = draftsOf({
    platformVersion: release.version,
    channels: defined,
    parties,
    organizations,
    external,
    files,
  })
  return {
    platformVersion: release.version,
    after: { channels: defined.map(({ fields }) => fields) },
    organizations,
    external,
    comments: organizations.flatMap(({ nodes: own }, at) =>
      own.flatMap(({ existingSecret }, index) =>
        existingSecret === undefined
          ? []
          : [{ path: ['organizations', at, 'nodes', index], text: 'new: those that run elsewhere are in external' }],
      ),
    ),
    files,
    lines: [
      ...release.lines,
      ...defined.flatMap((channel) => {
        const draft = drafts.get(channel.channel.name)
        return draft === undefined ? [] : channelLines(channel, draft)
      }),
      ...parties.flatMap((party) => partyLines(party, folders.get(party.mspId), input.now)),
      ...nodes.flatMap((node) => nodeLine(node, input.now)),
    ],
    tasks: adoptionTasks({
      network: input.name,
      places: input.places,
      defined,
      parties,
      added,
      changing: new Set([...drafts].filter(([, { pending }]) => pending.length > 0).map(([name]) => name)),
    }),
  }
}

const channelsOf = (existing: AdoptionInput['existing']): readonly Readonly<Record<string, unknown>>[] =>
  mappingsOf(existing?.channels)
