import { familyOf } from '../../ip-address.ts'
import type { AnnotationFormat, ListItem } from './table.ts'

/** What Go's strconv.ParseBool takes: https://pkg.go.dev/strconv#ParseBool */
const booleans = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/

/** Why a controller refuses or ignores a value, in words that follow "it"; undefined when it takes the value. */
export function valueProblem(format: AnnotationFormat, value: string): string | undefined {
  if (format.kind === 'text') {
    if (value.trim() === '') return 'must not be empty'
    return format.longest !== undefined && value.length > format.longest
      ? `has at most ${format.longest} characters`
      : undefined
  }
  if (format.kind === 'choice') {
    const { values, anyCase = false } = format
    if (values.includes(anyCase ? value.trim().toLowerCase() : value)) return undefined
    return values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`
  }
  if (format.kind === 'yes-or-no') return booleans.test(value) ? undefined : 'must be true or false'
  if (format.kind === 'whole-number') {
    const { least, most, unit } = format
    const whole = /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN
    if (whole >= least && whole <= most) return undefined
    return `must be a whole number from ${least} to ${most}${unit === undefined ? '' : ` (${unit})`}`
  }
  if (format.kind === 'number') {
    const { most = Number.POSITIVE_INFINITY } = format
    const number = value === '' ? Number.NaN : Number(value)
    if (number >= 0 && number <= most) return undefined
    return format.most === undefined ? 'must be a number from 0 on' : `must be a number from 0 to ${format.most}`
  }
  if (format.kind === 'address')
    return familyOf(value.trim()) === format.family ? undefined : `must be one ${format.family} address`
  if (format.kind === 'port')
    return value === format.or || isPort(value)
      ? undefined
      : `must be ${format.or}, a port number, or the name of a port of the Service`
  if (format.kind === 'list') return listProblem(format, value)
  if (format.kind === 'pairs') return pairsProblem(value, format.attributes)
  return isJson(value) ? undefined : 'must be JSON'
}

export const itemsOf = (value: string, separator: ',' | ' ' = ','): string[] =>
  value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** `key=value, key=value` by key. */
export const pairsOf = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    itemsOf(value).map((pair) => {
      const [key = '', ...rest] = pair.split('=')
      return [key.trim(), rest.join('=').trim()]
    }),
  )

/** Names of ports are those that Chancery renders: ambassador/service.ts. */
const isPort = (item: string): boolean =>
  /^(?:https?|passthrough|tcp-\d+)$/.test(item) || (/^[1-9]\d{0,4}$/.test(item) && Number(item) <= 65_535)

function isRange(item: string): boolean {
  const [address = '', bits = '', ...others] = item.split('/')
  const family = familyOf(address)
  if (family === undefined || others.length > 0 || !/^\d{1,3}$/.test(bits)) return false
  return Number(bits) <= (family === 'IPv4' ? 32 : 128)
}

/** Families are no matter here: whether an address is of the right one depends on the Service. */
const items: Readonly<Record<ListItem, readonly [names: string, isRight: (item: string) => boolean]>> = {
  text: ['texts', () => true],
  address: ['IP addresses', (item) => familyOf(item) !== undefined],
  'elastic IP': ['allocations of Elastic IPs (eipalloc-…)', (item) => /^eipalloc-[0-9a-f]{8,17}$/.test(item)],
  reserved: ['names of reserved addresses', (item) => /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(item)],
  range: ['ranges of addresses', isRange],
  port: ['port numbers', isPort],
}

function listProblem(
  { of, separator, most = Number.POSITIVE_INFINITY }: AnnotationFormat & { kind: 'list' },
  value: string,
): string | undefined {
  const given = itemsOf(value, separator)
  const [names, isRight] = items[of]
  if (given.length > 0 && given.length <= most && given.every(isRight)) return undefined
  const amount = most === Number.POSITIVE_INFINITY ? '' : `at most ${most} `
  return `must be ${amount}${names}, separated by ${separator === ',' ? 'commas' : 'spaces'}`
}

/** Of the first pair that is wrong. */
function pairsProblem(value: string, attributes?: Readonly<Record<string, AnnotationFormat>>): string | undefined {
  const pairs = itemsOf(value, ',')
  if (!pairs.every((pair) => /^[^=]+=/.test(pair))) return 'must be pairs of key=value, separated by commas'
  if (attributes === undefined) return undefined
  for (const [key, given] of Object.entries(pairsOf(value))) {
    const format = attributes[key]
    if (format === undefined) return `has the unknown attribute ${key}: known are ${Object.keys(attributes).join(', ')}`
    const wrong = valueProblem(format, given)
    if (wrong !== undefined) return `has ${key}=${given}, which ${wrong}`
  }
  return undefined
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
