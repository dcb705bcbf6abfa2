import type { Material } from '../../material/material.ts'
import type { Network } from '../../network/network.ts'
import type { Platform } from '../../platforms/platform.ts'
import { everyLoss, type Fault } from '../../platforms/tolerance.ts'
import { consensusInWords, reachInWords } from '../../render/tolerance.ts'
import type { PageLoss, PageTolerance } from './data.ts'

/** What stops with each thing that can be chosen, as the platform itself works it out. */
export function pageTolerance(network: Network, { operation }: Platform, material: Material): PageTolerance {
  const { summary, consensus, faults, inside } = operation.tolerance(network, material)
  const chosen = everyLoss(network).map((loss) => operation.faultOf(network, loss, material))
  const zones = faults.filter(({ kind }) => kind === 'zone')
  return {
    summary,
    ...consensus,
    ...(inside === undefined ? {} : { inside }),
    losses: [...chosen, ...zones].map(pageLoss),
  }
}

function pageLoss(fault: Fault): PageLoss {
  const { stops = [], assumption, reach, ...rest } = fault
  const unreached = reachInWords({ ...fault, stops: [], reach: { ...reach, none: [] } })
  return {
    kind: rest.kind,
    name: rest.name,
    survives: rest.survives,
    pauses: rest.pauses,
    lost: rest.lost,
    margin: rest.margin,
    consensus: consensusInWords(fault),
    unreached: unreached === '–' ? '' : unreached,
    none: reach.none,
    stops,
    ...(assumption === undefined ? {} : { assumption }),
  }
}
