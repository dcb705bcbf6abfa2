import { OperatorError } from '../../../errors.ts'
import { listed } from '../../../words.ts'
import type { AdoptionInput, AdoptionOrganization } from '../../adoption.ts'
import { labelOf, mappingsOf, textOf } from '../../bevel-fields.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { mspIdIn } from '../channel/msp.ts'
import { mspIdOf } from '../network.ts'
import { externalOrganizationFields } from '../organization-schema.ts'
import type { RunningChannel } from './blocks.ts'

/** An organization of one or several channels. */
export interface RunningParty {
  readonly mspId: string
  /** Its name in the definition. */
  readonly name: string
  /** Undefined for one that stays external. */
  readonly ours: AdoptionOrganization | undefined
  /** Where channels have it. */
  readonly places: readonly PartyPlace[]
}

interface PartyPlace {
  readonly channel: string
  readonly section: 'Application' | 'Orderer'
  /** Key of its group, which is often its MSP ID. */
  readonly key: string
  readonly group: ConfigGroup
}

type Surroundings = Pick<AdoptionInput, 'organizations' | 'existing'>

/** Organizations of all channels, in the order of their names. Throws OperatorError for names that fit none of them. */
export function partiesIn(
  channels: readonly RunningChannel[],
  { organizations, existing }: Surroundings,
): readonly RunningParty[] {
  const found = placesByMspId(channels)
  const ours = ownOrganizations(organizations, found)
  const known = externalNames(existing)
  const taken = new Set([...reserved, ...organizations.map(({ name }) => name), ...known.values()])
  return [...found]
    .map(([mspId, places]): RunningParty => {
      const own = ours.get(mspId)
      return { mspId, name: own?.name ?? known.get(mspId) ?? freeName(mspId, taken), ours: own, places }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Names that organizations of a definition cannot have. */
const reserved = ['channels', 'ambassador', 'crds', 'tenancy']

function placesByMspId(channels: readonly RunningChannel[]): ReadonlyMap<string, readonly PartyPlace[]> {
  const found = new Map<string, PartyPlace[]>()
  for (const { name: channel, file, config } of channels)
    for (const section of ['Application', 'Orderer'] as const)
      for (const [key, group] of config.groups.get(section)?.groups ?? []) {
        const mspId = mspIdIn(group)
        if (mspId === undefined) continue
        if (!externalOrganizationFields.mspId.safeParse(mspId).success)
          throw new OperatorError(
            `${file}: no definition can name the MSP "${mspId}" of channel ${channel}`,
            'MSP IDs have letters, digits, "." and "-"',
          )
        const place = { channel, section, key, group }
        found.set(mspId, [...(found.get(mspId) ?? []), place])
      }
  return found
}

/** Organizations of the input by the MSP ID that they have in the channels. */
function ownOrganizations(
  organizations: readonly AdoptionOrganization[],
  found: ReadonlyMap<string, readonly PartyPlace[]>,
): ReadonlyMap<string, AdoptionOrganization> {
  const ours = new Map<string, AdoptionOrganization>()
  for (const organization of organizations) {
    const { name, value } = organization
    const [mspId, ...more] = candidates(organization, found)
    // A definition that exists may have organizations in other channels.
    if (mspId === undefined && Object.keys(value).length > 0) continue
    if (mspId === undefined)
      throw new OperatorError(
        `no organization of the channels is called ${name}`,
        `they have ${listed([...found].map(([each, places]) => `${labelIn(each)} (${each}${keysBeside(each, places)})`))}`,
      )
    if (more.length > 0)
      throw new OperatorError(
        `${name} may be ${listed([mspId, ...more])}`,
        `call it ${listed([mspId, ...more].map((each) => labelOf(each, 'organization')))}`,
      )
    const other = ours.get(mspId)
    if (other !== undefined)
      throw new OperatorError(`${other.name} and ${name} are both ${mspId}`, 'give each organization one name')
    ours.set(mspId, organization)
  }
  return ours
}

/** MSP IDs that a name may mean: that of the definition, the one that follows from the name, or others that read like it. */
function candidates(
  { name, value }: AdoptionOrganization,
  found: ReadonlyMap<string, readonly PartyPlace[]>,
): readonly string[] {
  const stated = textOf(value.mspId)
  if (stated !== undefined) return found.has(stated) ? [stated] : []
  const exact = [mspIdOf({ name, own: {} }), name].find((mspId) => found.has(mspId))
  if (exact !== undefined) return [exact]
  return [...found]
    .filter(([mspId, places]) =>
      [labelIn(mspId), labelOf(mspId, 'organization'), ...places.map(({ key }) => labelIn(key))].includes(name),
    )
    .map(([mspId]) => mspId)
}

const keysBeside = (mspId: string, places: readonly PartyPlace[]): string => {
  const keys = new Set(places.map(({ key }) => key).filter((key) => key !== mspId))
  return keys.size === 0 ? '' : `, as ${listed([...keys])}`
}

/** `Org1MSP` is org1. */
const labelIn = (mspId: string): string => labelOf(mspId.replace(/-?MSP$/i, '') || mspId, 'organization')

/** External organizations of a definition that exists, by MSP ID. */
const externalNames = (existing: Surroundings['existing']): ReadonlyMap<string, string> =>
  new Map(
    mappingsOf(existing?.external).flatMap(({ organization, mspId }): [string, string][] => {
      const [name, id] = [textOf(organization), textOf(mspId)]
      return name === undefined || id === undefined ? [] : [[id, name]]
    }),
  )

function freeName(mspId: string, taken: Set<string>): string {
  const wanted = labelIn(mspId)
  const name = [wanted, labelOf(mspId, 'organization')].find((each) => !taken.has(each)) ?? numbered(wanted, taken)
  taken.add(name)
  return name
}

/** `name-2` and so on: the first that is free. */
export function numbered(name: string, taken: { has(name: string): boolean }): string {
  let number = 2
  while (taken.has(`${name}-${number}`)) number++
  return `${name}-${number}`
}
