import { isIP } from 'node:net'
import { at, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { beyond } from '../risks/address-ranges.ts'
import { coversSelector, selectorText, selects } from './selectors.ts'
import { containersOf, textAt, type Workload } from './workloads.ts'

// Who reaches whom, by all network policies of a namespace together: https://kubernetes.io/docs/concepts/services-networking/network-policies/
// A pod that no policy selects is open. Policies only add up, so a pod is reached by all that any of them lets in.

export type Direction = 'ingress' | 'egress'

/** The other side: anyone, pods by their labels, or addresses. */
export type Peer =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'pods'; readonly namespaces: unknown; readonly pods: unknown }
  | { readonly kind: 'addresses'; readonly cidr: string; readonly except: readonly string[] }

/** Ports from the first to the last, or one that has only a name; all of a protocol or of every one when absent. */
interface Ports {
  readonly protocol?: string
  readonly first?: number
  readonly last?: number
  readonly name?: string
}

/** One thing that policies let through. */
export interface Passage {
  readonly peer: Peer
  readonly ports: Ports
}

export type Passages = Readonly<Record<Direction, readonly Passage[]>>

export const isPolicy = ({ apiVersion, kind }: KubernetesObject): boolean =>
  kind === 'NetworkPolicy' && apiVersion.startsWith('networking.k8s.io/')

/**
 * What policies of a namespace let through to each pod of it, and from it. Pods that the same policies select, with the same ports,
 * share what is found: there may be a thousand of them.
 */
export function passagesBy(policies: readonly KubernetesObject[]): (workload: Workload) => Passages {
  const found = new Map<string, Passages>()
  return (workload) => {
    const selecting = policies.filter(({ spec }) => selects(at(spec, 'podSelector'), workload.labels))
    const ports = containersOf(workload.spec).map((container) => listAt(container, 'ports'))
    const key = JSON.stringify([selecting.map((policy) => policies.indexOf(policy)), ports])
    const passages = found.get(key) ?? {
      ingress: passagesOf(selecting, 'ingress', workload),
      egress: passagesOf(selecting, 'egress', workload),
    }
    found.set(key, passages)
    return passages
  }
}

/** Passages that none of the known ones covers. Most are among them as they are, which is quick to see. */
export function beyondAll(passages: readonly Passage[], known: readonly Passage[]): Passage[] {
  const same = new Set(known.map((passage) => JSON.stringify(passage)))
  return passages.filter((passage) => !same.has(JSON.stringify(passage)) && !known.some((one) => covers(one, passage)))
}

function passagesOf(policies: readonly KubernetesObject[], direction: Direction, workload: Workload): Passage[] {
  const ruling = policies.filter((policy) => typesOf(policy).includes(direction))
  if (ruling.length === 0) return [{ peer: { kind: 'anyone' }, ports: {} }]
  return ruling.flatMap(({ spec }) =>
    listAt(spec, direction).flatMap((rule) => {
      const peers = listAt(rule, direction === 'ingress' ? 'from' : 'to').map(peerOf)
      const ports = listAt(rule, 'ports').map((port) => portsOf(port, direction === 'ingress' ? workload : undefined))
      return (peers.length === 0 ? [{ kind: 'anyone' } as const] : peers).flatMap((peer) =>
        (ports.length === 0 ? [{}] : ports).map((one): Passage => ({ peer, ports: one })),
      )
    }),
  )
}

function typesOf({ spec }: KubernetesObject): string[] {
  const types = listAt(spec, 'policyTypes').map((type) => String(type).toLowerCase())
  return types.length > 0 ? types : ['ingress', ...(listAt(spec, 'egress').length > 0 ? ['egress'] : [])]
}

function peerOf(peer: unknown): Peer {
  const block = at(peer, 'ipBlock')
  if (isRecord(block))
    return { kind: 'addresses', cidr: textAt(block, 'cidr'), except: listAt(block, 'except').map(String).sort() }
  return { kind: 'pods', namespaces: at(peer, 'namespaceSelector'), pods: at(peer, 'podSelector') }
}

/** A port by name is the one that the pod calls so; of pods that are dialled elsewhere it is not known. */
function portsOf(entry: unknown, workload: Workload | undefined): Ports {
  const protocol = textAt(entry, 'protocol') || 'TCP'
  const port = at(entry, 'port')
  if (port === undefined || port === null) return { protocol }
  const number = typeof port === 'number' ? port : numberOf(String(port), workload)
  if (number === undefined) return { protocol, name: String(port) }
  const last = at(entry, 'endPort')
  return { protocol, first: number, last: typeof last === 'number' ? last : number }
}

const numberOf = (name: string, workload: Workload | undefined): number | undefined => {
  const found = containersOf(workload?.spec ?? {})
    .flatMap((container) => listAt(container, 'ports'))
    .find((port) => at(port, 'name') === name)
  const number = at(found, 'containerPort')
  return typeof number === 'number' ? number : undefined
}

/** Whether one lets through all that the other does. */
const covers = (one: Passage, other: Passage): boolean =>
  coversPeer(one.peer, other.peer) && coversPorts(one.ports, other.ports)

function coversPeer(one: Peer, other: Peer): boolean {
  if (one.kind === 'anyone') return true
  if (one.kind === 'addresses' && other.kind === 'addresses')
    return (
      coversAddresses(one.cidr, other.cidr) &&
      one.except.every((range) => other.except.some((own) => coversAddresses(own, range)))
    )
  if (one.kind !== 'pods' || other.kind !== 'pods') return false
  // Without a selector of namespaces: those of the own one, which is one of all.
  const inNamespaces =
    one.namespaces === undefined
      ? other.namespaces === undefined
      : selectorText(one.namespaces) === '' ||
        (other.namespaces !== undefined && coversSelector(one.namespaces, other.namespaces))
  return inNamespaces && coversSelector(one.pods, other.pods)
}

const isRange = (text: string): boolean => isIP(text.split('/')[0] ?? '') !== 0 && /^[^/]+\/\d{1,3}$/.test(text)

const coversAddresses = (one: string, other: string): boolean =>
  one === other || (isRange(one) && isRange(other) && beyond([other], [one]).length === 0)

function coversPorts(one: Ports, other: Ports): boolean {
  if (one.protocol === undefined) return true
  if (one.protocol !== other.protocol) return false
  if (one.name !== undefined) return one.name === other.name
  if (one.first === undefined || one.last === undefined) return true
  return other.first !== undefined && other.last !== undefined && one.first <= other.first && one.last >= other.last
}

export function peerText(peer: Peer): string {
  if (peer.kind === 'anyone') return 'anyone'
  if (peer.kind === 'addresses')
    return `${peer.cidr}${peer.except.length === 0 ? '' : ` except ${peer.except.join(' ')}`}`
  const pods = selectorText(peer.pods)
  const what = pods === '' ? 'all pods' : `pods ${pods}`
  if (peer.namespaces === undefined) return `${what} of the namespace`
  const namespaces = selectorText(peer.namespaces)
  return `${what} of ${namespaces === '' ? 'all namespaces' : `namespaces ${namespaces}`}`
}

export function portText({ protocol, first, last, name }: Ports): string {
  if (protocol === undefined) return 'every port'
  if (name !== undefined) return `${protocol} ${name}`
  if (first === undefined) return `every ${protocol} port`
  return first === last ? `${protocol} ${first}` : `${protocol} ${first}-${last}`
}
