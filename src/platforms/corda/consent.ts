import { fieldsBeyondDefaults } from '../../network/given.ts'
import { nodeId, type Organization } from '../../network/network.ts'
import { type CordaNetwork, isValidating, notariesOf, notaryIdentityOf } from './network.ts'
import { zoneFields } from './zone-schema.ts'

/**
 * The zone that its nodes join, whose operator decides who takes part, the image that runs with their keys, and the notaries that may sign for
 * their states.
 */
export const agreements = (network: CordaNetwork, _: Organization): Record<string, unknown> => ({
  image: network.top.image,
  zone: fieldsBeyondDefaults(zoneFields, network.top.zone),
  notaries: notariesOf(network)
    .map((notary) => `${nodeId(notary)} ${notaryIdentityOf(notary)}${isValidating(notary) ? ' (validating)' : ''}`)
    .sort(),
})
