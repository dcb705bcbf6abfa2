import { isRecord } from '../objects.ts'
import { equal } from './equal.ts'
import { own } from './notation.ts'

/** Where a value is in an object, as far as it matters for what its text means. */
export interface Surroundings {
  readonly kind: string
  /** A kind of a CustomResourceDefinition: the server keeps what it gets, and fills in what is not known here. */
  readonly custom: boolean
  readonly path: readonly string[]
}

/** Whether a server would answer `desired` with `live`. */
function sameAsApplied(live: unknown, desired: unknown, where: Surroundings): boolean {
  if (equal(live, desired)) return true
  // Servers write `null` for an empty list that they do not leave out, such as `sources` of a projected volume.
  if (live === null) return isLeftOut(desired, where)
  if (Array.isArray(live) && Array.isArray(desired))
    return live.length === desired.length && live.every((item, index) => sameAsApplied(item, desired[index], where))
  if (isRecord(live) && isRecord(desired)) return sameFields(live, desired, where)
  if (isQuantity(where)) return quantityOf(live) !== undefined && quantityOf(live) === quantityOf(desired)
  return isBase64(where) && withoutSpaces(live) === withoutSpaces(desired)
}

/** Of something that is taken as a whole: a field too much is a difference, unless servers fill it in. */
function sameFields(
  live: Readonly<Record<string, unknown>>,
  desired: Readonly<Record<string, unknown>>,
  where: Surroundings,
): boolean {
  return [...new Set([...Object.keys(live), ...Object.keys(desired)])].every((name) => {
    const inner = { ...where, path: [...where.path, name] }
    if (own(live, name) === undefined) return isLeftOut(own(desired, name), inner)
    if (own(desired, name) === undefined) return where.custom || isFilledIn(name, live[name])
    return sameAsApplied(live[name], desired[name], inner)
  })
}

/** `desired`, which is taken as a whole, as a server that has `live` would write it: parts that are the same, and what it fills in. */
export function asServed(live: unknown, desired: unknown, where: Surroundings): unknown {
  if (sameAsApplied(live, desired, where)) return live
  if (Array.isArray(live) && Array.isArray(desired))
    return desired.map((item, index) => asServed(live[index], item, where))
  if (!isRecord(live) || !isRecord(desired)) return desired
  const filled = Object.entries(live).filter(
    ([name, value]) => !Object.hasOwn(desired, name) && isFilledIn(name, value),
  )
  const inner = (name: string): Surroundings => ({ ...where, path: [...where.path, name] })
  const served = Object.entries(desired).map(([name, value]) => [name, asServed(own(live, name), value, inner(name))])
  return { ...Object.fromEntries(filled), ...Object.fromEntries(served) }
}

/** Defaults that servers set inside lists that count as a whole. */
const filledIn: Readonly<Record<string, unknown>> = {
  protocol: 'TCP',
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  volumeMode: 'Filesystem',
  status: { phase: 'Pending' },
  expirationSeconds: 3600,
}

const isFilledIn = (name: string, value: unknown): boolean =>
  value === null || (Object.hasOwn(filledIn, name) && equal(filledIn[name], value))

/** Defaults of restart strategies: servers set them again after a removal. */
const strategies = new Set(['strategy', 'updateStrategy'])
const restarting: Readonly<Record<string, readonly unknown[]>> = {
  partition: [0],
  maxSurge: ['25%', 0],
  maxUnavailable: ['25%', 1],
}

/**
 * Whether a field that an owner wants no more has the same value afterwards. Flux writes out much that servers fill in, and so
 * owns it: https://github.com/fluxcd/pkg/tree/main/ssa/normalize
 */
export function comesBack(name: string, value: unknown): boolean {
  if (isFilledIn(name, value)) return true
  if (!isRecord(value)) return false
  if (Object.keys(value).length === 0) return true
  const rolling = isRecord(value.rollingUpdate) ? Object.entries(value.rollingUpdate) : []
  return (
    strategies.has(name) &&
    value.type === 'RollingUpdate' &&
    rolling.every(([field, inner]) => restarting[field]?.includes(inner) === true)
  )
}

/** Maps of texts, which servers leave out when they are empty. What else is empty, such as a selector, means something. */
const maps = new Set([
  'annotations',
  'binaryData',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
])

/** Fields whose `false` differs from absence. */
const deniers = new Set(['allowPrivilegeEscalation', 'automountServiceAccountToken', 'hostUsers'])

/** Whether a server omits a value from its answers, as it equals absence. */
export function isLeftOut(value: unknown, { custom, path }: Surroundings): boolean {
  if (value === undefined || value === null) return true
  const name = path.at(-1) ?? ''
  if (custom && path[0] !== 'metadata') return false
  if (isRecord(value)) return Object.keys(value).length === 0 && maps.has(name)
  if (Array.isArray(value)) return value.length === 0
  return value === '' || value === 0 || (value === false && !deniers.has(name))
}

/** Servers normalise these: `1000m` becomes `1`. */
const quantities = new Set([
  'requests',
  'limits',
  'capacity',
  'hard',
  'sizeLimit',
  'divisor',
  'default',
  'defaultRequest',
])

const isQuantity = ({ kind, custom, path }: Surroundings): boolean =>
  !custom &&
  !['ConfigMap', 'Secret'].includes(kind) &&
  path[0] !== 'metadata' &&
  path.some((name) => quantities.has(name))

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
function quantityOf(value: unknown): number | undefined {
  const [, digits = '', suffix = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([numkMGTPE]i?)?$/.exec(String(value)) ?? []
  const factor = factors[suffix]
  return digits === '' || factor === undefined ? undefined : Number(digits) * factor
}

const factors: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

const isBase64 = ({ kind, path }: Surroundings): boolean =>
  (kind === 'Secret' && path[0] === 'data') || (kind === 'ConfigMap' && path[0] === 'binaryData')

const withoutSpaces = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll(/\s/g, '') : value)
