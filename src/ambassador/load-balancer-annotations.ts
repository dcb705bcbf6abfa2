import type { Problem } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import { nearest } from '../network/suggestion.ts'
import type { AnnotatedLoadBalancer } from '../providers/annotations/conflict.ts'
import {
  controllers,
  type KnownAnnotation,
  knownAnnotation,
  knownAnnotations,
  servedBy,
} from '../providers/annotations/table.ts'
import { valueProblem } from '../providers/annotations/value.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import { alternatives } from '../words.ts'
import { entrancesOf } from './entrances.ts'
import { requestedAddresses } from './service.ts'

/** Annotations of load balancers that no controller reads, refuses, or reads as something else than the definition says. */
export const loadBalancerAnnotationProblems = (network: Network): Problem[] =>
  network.clusters
    // Other findings report annotations of an existing Emissary, and those without a load balancer.
    .filter(({ ambassador: { existing, publish } }) => !existing && publish === 'LoadBalancer')
    .flatMap((cluster) => [
      ...Object.entries(cluster.ambassador.annotations).flatMap(([key, value]) => ofAnnotation(cluster, key, value)),
      ...conflicts(cluster),
    ])

const problem = (
  { name, path }: Cluster,
  key: string,
  effect: string,
  hint: string,
  severity: Problem['severity'],
  where: 'key' | 'value' = 'value',
): Problem => ({
  rule: 'load-balancer-annotation',
  severity,
  message: `the annotation ${key} of cluster ${name} ${effect}`,
  hint,
  path: [...path, 'ambassador', 'annotations', key],
  ...(where === 'key' ? { atKey: true } : {}),
})

/** Annotations that controllers read of an Ingress only. */
const ofIngress =
  /^(?:(?:alb|nginx)\.ingress\.kubernetes\.io|ingress\.gcp\.kubernetes\.io)\/|^kubernetes\.io\/ingress\./

function ofAnnotation(cluster: Cluster, key: string, value: string): Problem[] {
  const own = providers[cluster.provider]
  const known = knownAnnotation(key)
  if (ofIngress.test(key) || known?.behindIngress === true)
    return [
      problem(
        cluster,
        key,
        'has no effect: it is read of Ingresses and the Services behind them',
        'remove it: the Ambassador has its own load balancer, without Ingress',
        'warning',
        'key',
      ),
    ]
  // Somebody else's controllers may run on unmanaged machines, and MetalLB on those of a developer.
  const possible =
    cluster.provider === 'kubernetes' ? Object.values(providers) : own.local ? [own, providers.kubernetes] : [own]
  if (known === undefined) return isOfFamily(key, possible) ? [unknown(cluster, key, possible)] : []
  // The annotations of another cloud have no effect, which another finding reports.
  const isTheirs = own.annotations?.test(key) === true || isReadBy(known, own)
  const wrong = possible.some((provider) => isReadBy(known, provider)) ? valueProblem(known.format, value) : undefined
  return [
    ...(isTheirs ? [...discouraged(cluster, key, known), ...ofOtherPort(cluster, key)] : []),
    ...(wrong === undefined ? [] : [invalid(cluster, key, value, known, wrong)]),
  ]
}

const isReadBy = ({ readBy }: KnownAnnotation, { controllers: ids }: Provider): boolean =>
  ids.some((id) => Object.hasOwn(readBy, id))

/** Deprecated, a field by another name, or read only where another controller runs. */
function discouraged(cluster: Cluster, key: string, known: KnownAnnotation): Problem[] {
  const { reason, advice } = known.discouraged ?? {}
  if (reason !== undefined && advice !== undefined) return [problem(cluster, key, reason, advice, 'warning', 'key')]
  const own = providers[cluster.provider]
  if (isReadBy(known, own)) return []
  return [problem(cluster, key, `has no effect: no controller of ${own.title} reads it`, 'remove it', 'warning', 'key')]
}

/** The load balancer has no such port. */
function ofOtherPort(cluster: Cluster, key: string): Problem[] {
  const served = servedBy(key)
  if (served === undefined) return []
  const { ambassador } = cluster
  const { first, last } = ambassador.ports
  const shared = [...new Set(Object.values(entrancesOf(ambassador)).map(({ port }) => port))]
  const isOpen = (served.port >= first && served.port <= last) || shared.includes(served.port)
  const isTcp = served.protocol === undefined || ['TCP', 'TLS'].includes(served.protocol)
  if (isOpen && isTcp) return []
  return [
    problem(
      cluster,
      key,
      `has no effect: the Ambassador opens no ${isTcp ? '' : `${served.protocol} `}port ${served.port}`,
      `name a port of ${first}-${last}, or ${alternatives(shared.map(String))}`,
      'warning',
      'key',
    ),
  ]
}

const nameIn = (key: string): string => key.replace(/^.*\//, '')
const prefixOf = (key: string): string => key.slice(0, key.length - nameIn(key).length)

/** What differs among the annotations of one cloud. */
const endOf = (key: string): string => nameIn(key).replace(/^(?:(?:aws|azure)-)?(?:load-?balancer-)?/, '')

/** Whether its author means one that these providers read: by its prefix, which is missing sometimes. */
const isOfFamily = (key: string, possible: readonly Provider[]): boolean =>
  possible.some(({ annotations }) => annotations?.test(key) === true) ||
  (possible.length === 1 && key.startsWith('service.beta.kubernetes.io/')) ||
  (!key.includes('/') && Object.keys(knownAnnotations).some((name) => nameIn(name) === key))

function unknown(cluster: Cluster, key: string, possible: readonly Provider[]): Problem {
  // People write a port where these have {port}: none would be near.
  const all = Object.entries(knownAnnotations).filter(([name]) => !name.includes('{'))
  const own = all.filter(([, known]) => possible.some((provider) => isReadBy(known, provider)))
  const distance = ([name, { discouraged }]: (typeof all)[number]): number =>
    (prefixOf(name) === prefixOf(key) ? 0 : 2) + (discouraged === undefined ? 0 : 1)
  const known = own.sort((one, other) => distance(one) - distance(other)).map(([name]) => name)
  const end = nearest(endOf(key), known.map(endOf))
  const near =
    all.map(([name]) => name).find((name) => nameIn(name) === key) ?? known.find((name) => endOf(name) === end)
  return problem(
    cluster,
    key,
    'is read by no controller',
    near === undefined
      ? `remove it; if a newer controller reads it, write it in an override (overrides/${cluster.name}/ambassador)`
      : `did you mean "${near}"?`,
    'error',
    'key',
  )
}

function invalid(cluster: Cluster, key: string, value: string, known: KnownAnnotation, wrong: string): Problem {
  const [id = '', at = ''] = Object.entries(known.readBy)[0] ?? []
  const { title, release } = controllers[id] ?? { title: id, release: '' }
  const values = known.format.kind === 'choice' ? known.format.values : []
  const near = values.find((one) => one.toLowerCase() === value.trim().toLowerCase())
  const suggestion = near === undefined ? '' : `did you mean "${near}"? `
  return problem(
    cluster,
    key,
    `cannot be "${value}": it ${wrong}`,
    `${suggestion}${title} ${release} reads it in ${at}`,
    'error',
  )
}

function conflicts(cluster: Cluster): Problem[] {
  const { ambassador, provider } = cluster
  const given: AnnotatedLoadBalancer = {
    ...ambassador.loadBalancer,
    addresses: requestedAddresses(cluster),
    annotations: ambassador.annotations,
    sourceRanges: ambassador.sourceRanges,
    proxyProtocol: ambassador.proxyProtocol,
    families: cluster.ipFamilies,
  }
  return (providers[provider].annotationConflicts?.(given) ?? []).map(({ key, severity, effect, hint }) =>
    problem(cluster, key, effect, hint, severity),
  )
}
