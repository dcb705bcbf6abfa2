import { addressText } from '../../network/address.ts'
import { nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import { type CordaLedgerNode, type CordaNetwork, isNetworkMap } from './network.ts'
import type { CordaNode, CordaTop } from './schema.ts'

/** Doorman and network map: as nodes dial them, or in words. */
export interface NetworkServices {
  readonly doorman: string
  readonly networkMap: string
}

/** Doorman and network map of a demo zone. A definition without errors has one. */
export const demoMapOf = ({ top, nodes }: CordaNetwork): CordaLedgerNode | undefined =>
  top.zone.demo ? nodes.find(isNetworkMap) : undefined

/**
 * URLs of the network services. Those of a demo zone are at the Ambassador for everybody, as nodes of other clusters and those of the same
 * one have the same `node.conf`.
 */
export function zoneUrls({
  network,
  outside,
}: Pick<ClusterView<CordaTop, CordaNode>, 'network' | 'outside'>): NetworkServices {
  const { zone } = network.top
  if (!zone.demo) return { doorman: zone.doorman, networkMap: zone.networkMap }
  const map = demoMapOf(network)
  const url = map === undefined ? '' : `http://${addressText(outside(map, 'http'))}`
  return { doorman: url, networkMap: url }
}

/** For people: `the doorman at https://doorman.example.com`. */
export function zoneWords(network: CordaNetwork): NetworkServices {
  const { zone } = network.top
  if (!zone.demo)
    return { doorman: `the doorman at ${zone.doorman}`, networkMap: `the network map at ${zone.networkMap}` }
  const map = demoMapOf(network)
  const place = map === undefined ? 'the demo zone' : nodeId(map)
  return { doorman: `the doorman of ${place}`, networkMap: `the network map of ${place}` }
}
