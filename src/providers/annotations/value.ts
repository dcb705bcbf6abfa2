import type { AnnotationFormat } from './table.ts'

/** What Go's strconv.ParseBool takes: https://pkg.go.dev/strconv#ParseBool */
const booleans = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/

/** Why a controller refuses or ignores a value, in words that follow "it"; undefined when it takes the value. */
export function valueProblem(format: AnnotationFormat, value: string): string | undefined {
  if (format.kind === 'text')
    return format.longest !== undefined && value.length > format.longest
      ? `has at most ${format.longest} characters`
      : undefined
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
  if (format.kind === 'list') return listProblem(format.of, itemsOf(value, format.separator), format.separator)
  if (format.kind === 'pairs')
    return itemsOf(value, ',').every((pair) => /^[^=]+=/.test(pair))
      ? undefined
      : 'must be pairs of key=value, separated by commas'
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

/** Families are no matter here: whether an address is of the right one depends on the Service. */
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/
const items = {
  text: /./,
  address,
  range: /^[0-9a-fA-F:.]+\/\d{1,3}$/,
  port: /^[1-9]\d{0,4}$/,
} as const
const names = { text: 'texts', address: 'IP addresses', range: 'ranges of addresses', port: 'port numbers' } as const

function listProblem(of: keyof typeof items, given: readonly string[], separator: ',' | ' '): string | undefined {
  if (given.length > 0 && given.every((item) => items[of].test(item))) return undefined
  return `must be ${names[of]}, separated by ${separator === ',' ? 'commas' : 'spaces'}`
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
