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
