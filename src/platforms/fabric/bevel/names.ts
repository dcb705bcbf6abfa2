import { labelOf } from '../../bevel-fields.ts'

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

/** The party that the input calls so. In other letters it is the same one: Bevel's namespaces have names in lower case. */
export const named = <Party extends { readonly given: string }>(
  parties: readonly Party[],
  given: string,
): Party | undefined =>
  parties.find((party) => party.given === given) ??
  parties.find((party) => party.given.toLowerCase() === given.toLowerCase())
