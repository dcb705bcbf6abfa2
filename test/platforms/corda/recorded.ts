import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files that other programs made. */
export const recorded = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'recorded', name))

/**
 * What a network map served nodes of Corda 4.10: a bank, a shop, and a notary with a service name, as they published themselves. Map and
 * parameters were signed with Corda's own classes. One of the maps announces other parameters.
 */
export const zoneFiles = {
  map: recorded('network-map'),
  mapWithUpdate: recorded('network-map-with-update'),
  parameters: recorded('network-parameters'),
  bank: recorded('node-info-bank'),
  shop: recorded('node-info-shop'),
  notary: recorded('node-info-notary'),
}

export const hashes = {
  parameters: '53BF3356AF52586AFC16EC0FDA0CA41EBAAC47138DAEB08E3E9E6CF1BC568569',
  bank: '192AD75FCC63A750C9BF26FB5921E71028C2558192B34F6A3D3AA6D7D166AB4C',
  shop: '72888F7424CF03403BBC570E66024DB91BBA91C6D63BD536890D7566C7E6AF47',
  notary: '8C96298E1325CC083AE88154E54936125B6948849A216D39780F613FBD940F77',
}
