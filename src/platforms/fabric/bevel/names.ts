import { labelOf, mappingOf, textOf } from '../../bevel-fields.ts'
import type { InputOrganization } from './nodes.ts'

/** Organizations by the names that the input calls them. */
export interface Organizations {
  readonly all: readonly InputOrganization[]
  /** One with nodes here; undefined for others. */
  ours(given: string): InputOrganization | undefined
  /** It leaves the network. */
  isRemoved(given: string): boolean
}

export function organizationsIn(
  all: readonly InputOrganization[],
  network: Readonly<Record<string, unknown>>,
): Organizations {
  const listed = Array.isArray(network.organizations) ? network.organizations.map(mappingOf) : []
  const removed = new Set(
    listed
      .filter(({ org_status: status }) => textOf(status)?.toLowerCase() === 'delete')
      .flatMap(({ name }) => textOf(name) ?? []),
  )
  return {
    all,
    ours: (given) => all.find((organization) => organization.given === given && organization.nodes.length > 0),
    isRemoved: (given) => removed.has(given),
  }
}

/** As charts of Bevel build it. Policies, chaincodes and applications know an organization by it. */
export const mspIdFor = (given: string): string => {
  const mspId = `${given}MSP`
  return /^[A-Za-z0-9.-]{1,249}$/.test(mspId) ? mspId : `${labelOf(given, 'organization')}MSP`
}

/** `AllChannel` is `allchannel`, as for Bevel's Jobs. */
export function channelNameFor(given: string): string {
  const name = given.toLowerCase()
  return /^[a-z][a-z0-9.-]{0,248}$/.test(name) ? name : labelOf(given, 'channel')
}
