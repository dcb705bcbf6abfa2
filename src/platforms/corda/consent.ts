import { digestOf } from '../../material/digest.ts'
import type { Material } from '../../material/material.ts'
import { fieldsBeyondDefaults } from '../../network/given.ts'
import { nodeId, type Organization } from '../../network/network.ts'
import { certificatePath } from './demo-zone/places.ts'
import { type CordaNetwork, isValidating, notariesOf, notaryIdentityOf } from './network.ts'
import { demoMapOf } from './zone.ts'
import { zoneFields } from './zone-schema.ts'

/**
 * The zone that its nodes join, whose operator decides who takes part, the image that runs with their keys, and the notaries that may sign for
 * their states.
 */
export const agreements = (network: CordaNetwork, _: Organization, material: Material): Record<string, unknown> => ({
  image: network.top.image,
  zone: fieldsBeyondDefaults(zoneFields, network.top.zone),
  ...demoZone(network, material),
  notaries: notariesOf(network)
    .map((notary) => `${nodeId(notary)} ${notaryIdentityOf(notary)}${isValidating(notary) ? ' (validating)' : ''}`)
    .sort(),
})

/** Who is doorman and network map, and whose certificates nodes trust. */
function demoZone(network: CordaNetwork, material: Material): Record<string, unknown> {
  const map = demoMapOf(network)
  if (map === undefined) return {}
  const root = material.text(certificatePath(map, 'root'))
  return { 'network map': nodeId(map), ...(root === undefined ? {} : { root: digestOf(root) }) }
}
