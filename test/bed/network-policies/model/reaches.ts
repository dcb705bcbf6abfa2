import { type OpenPort, openPorts } from '../../../../src/ambassador/service.ts'
import { isIpAddress } from '../../../../src/network/address.ts'
import { clusterOf, type NetworkPart } from '../networks.ts'
import type { StandIn } from '../stand-in.ts'
import { corda } from './corda.ts'
import { evm } from './evm.ts'
import { fabric } from './fabric.ts'
import { indy } from './indy.ts'
import { isMember, isMonitoring, type LedgerModel, routed } from './ledgers.ts'
import { substrate } from './substrate.ts'

const models: Readonly<Record<string, LedgerModel>> = { besu: evm, corda, quorum: evm, fabric, indy, substrate }

const [dns, emissaryAdministration, routerPort, routerHealth] = [53, 8877, 8443, 8002]

const modelOf = ({ checked }: NetworkPart): LedgerModel => {
  const model = models[checked.network.platform]
  if (model === undefined) throw new Error(`there is no model of ${checked.network.platform}`)
  return model
}

/** Ports of the Ambassador, those that clients dial and those of its pods. */
const servedBy = (part: NetworkPart): readonly OpenPort[] =>
  openPorts(
    clusterOf(part),
    routed(part).filter(({ cluster }) => cluster === part.cluster),
  )

/** Whether policies apply to a pod: those of an Emissary that somebody else runs are not ours. */
const isLimited = (pod: StandIn): boolean =>
  pod.part !== undefined && !(pod.kind === 'emissary' && clusterOf(pod.part).ambassador.existing)

/** Whether a pod is meant to reach another one of its cluster, at a port of that pod. */
export const reachesPod = (source: StandIn, target: StandIn, port: number): boolean =>
  mayDial(source, target, port) && letsIn(target, port, source)

/** Whether a pod is meant to reach the Ambassador of a part at its public address; that of its own cluster may be its pods. */
export function reachesAmbassador(
  source: StandIn,
  part: NetworkPart,
  emissary: StandIn,
  port: number,
  address: string,
): boolean {
  const arriving = servedBy(part).find((one) => one.port === port)?.targetPort
  if (arriving === undefined) return false
  if (source.machine === emissary.machine) {
    const own = source.part === part && arrivesInside(source, part, arriving)
    return (own || mayDial(source, emissary, arriving)) && letsIn(emissary, arriving, source)
  }
  // Who comes from another cluster has the address of its machine.
  return dialsAddress(source, address, port) && clusterOf(part).ambassador.publish === 'LoadBalancer'
}

/** What it dials at the own Ambassador arrives at the ports of its pods. */
function arrivesInside(source: StandIn, part: NetworkPart, arriving: number): boolean {
  const dialled = modelOf(part)
    .dialled(source)
    .flatMap(({ cluster, port }) => (cluster === part.cluster ? [port] : []))
  return servedBy(part).some(({ port, targetPort }) => targetPort === arriving && dialled.includes(port))
}

/** Whether a pod is meant to reach the API server at its own address. */
export function reachesApiServer(source: StandIn, address: string, port: number): boolean {
  return dialsAddress(source, address, port)
}

/** Where the definition does not say its address, it may be anywhere. */
function isApiServer(part: NetworkPart, address: string, port: number): boolean {
  const { apiServer } = clusterOf(part)
  const known = apiServer.ranges.length === 0 || apiServer.ranges.includes(`${address}/32`)
  return known && [443, apiServer.port].includes(port)
}

/** Names are resolved by each pod, so a policy that knows only a name allows any address at the ports. */
function dialsAddress(source: StandIn, address: string, port: number): boolean {
  if (!isLimited(source) || source.part === undefined) return true
  if (source.kind === 'emissary' && isApiServer(source.part, address, port)) return true
  return modelOf(source.part)
    .dialled(source)
    .some((one) => one.port === port && (!isIpAddress(one.host) || one.host === address))
}

function mayDial(source: StandIn, target: StandIn, port: number): boolean {
  const { part } = source
  if (!isLimited(source) || part === undefined) return true
  if (target.kind === 'dns') return port === dns
  if (source.kind === 'emissary' || source.kind === 'router') {
    const shared = source.kind === 'router'
    if (!shared && target.kind === 'router' && port === routerPort && target.part === part) return true
    return routed(part).some(({ cluster, kind, endpoint }) => {
      return (
        cluster === part.cluster && (kind === 'sni') === shared && endpoint.port === port && isMember(source, target)
      )
    })
  }
  if (target.kind === 'emissary' && target.part === part && arrivesInside(source, part, port)) return true
  return modelOf(part).dials(source, target, port) || dialsAddress(source, '', port)
}

function letsIn(target: StandIn, port: number, source: StandIn): boolean {
  const { part } = target
  if (!isLimited(target) || part === undefined) return true
  const { ambassador } = clusterOf(part)
  if (target.kind === 'emissary') {
    if (port === emissaryAdministration) return isMonitoring(target, source)
    const served = servedBy(part)
    const filtered = ambassador.publish !== 'LoadBalancer' && ambassador.sourceRanges.length > 0
    return served.some(({ targetPort }) => targetPort === port) && (!filtered || isMember(source, target))
  }
  if (target.kind === 'router') {
    if (port === routerHealth) return isMonitoring(target, source)
    return port === routerPort && source.kind === 'emissary' && source.part === part
  }
  return modelOf(part).accepts(target, port, source)
}
