import { cut } from '../../words.ts'
import { nearest } from '../suggestion.ts'
import { compareReleases, type KnownOption } from './table.ts'

export type SettingValue = string | number | boolean | readonly (string | number)[]

/**
 * How a ledger reads its options. `typed`: from a file with types (TOML), in which "true" is a text. `words`: from a command line or
 * variables, where every value is text, and a list is its items joined by commas.
 */
export type OptionSyntax = 'typed' | 'words'

/** An error of a value; `item` is its index in a list. */
export interface ValueFault {
  readonly what: string
  readonly hint: string
  readonly item?: number
}

interface Reading {
  readonly syntax: OptionSyntax
  readonly release: string
}

/** Errors that a release of a ledger would report for the value of an option. */
export function valueFaults(value: SettingValue, option: KnownOption, reading: Reading): ValueFault[] {
  if (option.list === true) return listFaults(value, option, reading)
  if (typeof value !== 'object') return faultsOf(value, option, reading)
  const [only] = value
  if (value.length === 1 && only !== undefined && option.kind !== 'boolean') return faultsOf(only, option, reading)
  return [{ what: `must be ${formOf(option)}, got a list`, hint: 'write one value, without brackets' }]
}

function listFaults(value: SettingValue, option: KnownOption, reading: Reading): ValueFault[] {
  if (typeof value === 'object')
    return value.flatMap((item, at) => faultsOf(item, option, reading).map((fault) => ({ ...fault, item: at })))
  if (typeof value === 'boolean')
    return [{ what: `must be a list, got ${value}`, hint: `write a list of values, each ${formOf(option)}` }]
  // Values that contain a comma must be written as a list.
  return itemsOf(value).flatMap((item) => faultsOf(typeof value === 'number' ? value : item, option, reading))
}

/** `ETH, NET` and `[ETH, NET]` are the same list. */
export const itemsOf = (value: SettingValue | undefined): string[] =>
  (typeof value === 'object' ? value.map(String) : String(value ?? '').split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')

function faultsOf(value: string | number | boolean, option: KnownOption, reading: Reading): ValueFault[] {
  const fault = (hint: string): ValueFault[] => [{ what: `must be ${formOf(option)}, got ${shown(value)}`, hint }]
  switch (option.kind) {
    case 'boolean':
      return booleanFault(value, reading, fault)
    case 'integer':
      return integerFault(value, option, reading, fault)
    case 'number':
      return numberFault(value, option, fault)
    case 'choice':
      return choiceFaults(value, option, reading, fault)
    case 'duration':
      return durationFault(value, fault)
    case 'size':
      return sizeFault(value, option, fault)
    default:
      return textFault(value, option, reading, fault)
  }
}

type Fault = (hint: string) => ValueFault[]

/** Go's strconv.ParseBool. */
const words = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/

function booleanFault(value: string | number | boolean, { syntax }: Reading, fault: Fault): ValueFault[] {
  if (typeof value === 'boolean' || (syntax === 'words' && words.test(String(value)))) return []
  return fault(/^(true|false)$/i.test(String(value)) ? 'remove the quotes' : 'write true or false')
}

function integerFault(
  value: string | number | boolean,
  { min = -Infinity, max = Infinity }: KnownOption,
  { syntax }: Reading,
  fault: Fault,
): ValueFault[] {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return fault('put it in quotes: YAML readers round such a number')
  const form = syntax === 'typed' ? /^[+-]?\d+$/ : /^[+-]?(\d+|0[xX][0-9a-fA-F]+)$/
  if (typeof value === 'boolean' || !form.test(String(value))) return fault('write digits only')
  const text = String(value)
  const amount = text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.replace('+', ''))
  return amount < min || amount > max ? fault('write a number in that range') : []
}

function numberFault(
  value: string | number | boolean,
  { min = -Infinity, max = Infinity, above = -Infinity }: KnownOption,
  fault: Fault,
): ValueFault[] {
  const amount = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(amount)) return fault('write a number')
  return amount < min || amount > max || amount <= above ? fault('write a number in that range') : []
}

function choiceFaults(
  value: string | number | boolean,
  option: KnownOption,
  { release }: Reading,
  fault: Fault,
): ValueFault[] {
  const { values = [], formerValues = {}, laterValues = {} } = option
  const same = (a: string): boolean =>
    option.sameCase === true ? a === String(value) : a.toUpperCase() === String(value).toUpperCase()
  const former = Object.entries(formerValues).find(([name]) => same(name))
  const later = Object.entries(laterValues).find(([name]) => same(name))
  const own = values.filter((one) => !isLater(one, laterValues, release))
  if (former !== undefined && compareReleases(release, former[1]) < 0) return []
  if (former !== undefined)
    return [{ what: `is ${shown(value)}, which was removed in ${former[1]}`, hint: `use one of ${some(own)}` }]
  if (later !== undefined && compareReleases(release, later[1]) < 0)
    return [{ what: `is ${shown(value)}, which needs release ${later[1]}`, hint: `use one of ${some(own)}` }]
  if (own.some(same)) return []
  const near = nearest(String(value), own)
  return fault(near === undefined ? `use one of ${some(own)}` : `did you mean "${near}"?`)
}

const isLater = (value: string, later: Readonly<Record<string, string>>, release: string): boolean =>
  compareReleases(release, later[value] ?? '0') < 0

/** The beginning of a long list. */
const some = (values: readonly string[]): string =>
  values.length <= 20 ? values.join(', ') : `${values.slice(0, 12).join(', ')} … (${values.length} in all)`

const units: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

/** Bytes, or with a unit: viperutil's byteSizeDecodeHook, which has no fractions. */
function sizeFault(value: string | number | boolean, { max = Infinity }: KnownOption, fault: Fault): ValueFault[] {
  const [, amount, unit] = String(value).match(/^(\d+)(?:\s*([kmg])b?)?$/i) ?? []
  if (amount === undefined) return fault('write a whole number of bytes, or a size such as 10 MB')
  return Number(amount) * (units[unit?.toLowerCase() ?? ''] ?? 1) > max ? fault('write a smaller size') : []
}

/** Go's time.ParseDuration; a number alone would be nanoseconds. */
function durationFault(value: string | number | boolean, fault: Fault): ValueFault[] {
  const text = String(value)
  if (/^[+-]?0$/.test(text)) return []
  if (!/^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(text))
    return fault('write a duration with its unit, such as 500ms, 10s or 1h30m')
  return secondsOf(text) > 2 ** 63 / 1e9 ? fault('write at most 2562047h') : []
}

const seconds: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 }

const secondsOf = (text: string): number =>
  [...text.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce(
    (sum, [, amount = '', unit = '']) => sum + Number(amount) * (seconds[unit] ?? 1e-6),
    0,
  )

function textFault(
  value: string | number | boolean,
  { pattern }: KnownOption,
  { syntax }: Reading,
  fault: Fault,
): ValueFault[] {
  const fits = pattern === undefined || new RegExp(pattern).test(String(value))
  if (typeof value === 'string') return fits ? [] : fault('correct it')
  // YAML reads 0x00 as the number 0.
  const isAsWritten = syntax === 'words' && (pattern === undefined || (fits && Number.isSafeInteger(value)))
  return isAsWritten ? [] : fault(fits ? 'put it in quotes' : 'correct it')
}

/** `a whole number from 0 to 100` */
function formOf({ kind, min, max, above, form }: KnownOption): string {
  switch (kind) {
    case 'boolean':
      return 'true or false'
    case 'integer':
      return `a whole number${rangeOf(min, max)}`
    case 'number':
      return `a number${above === undefined ? rangeOf(min, max) : ` above ${above}${max === undefined ? '' : `, at most ${max}`}`}`
    case 'duration':
      return 'a duration'
    case 'size':
      return 'a size'
    case 'choice':
      return 'one of its values'
    default:
      return form ?? (kind === 'path' ? 'a path' : 'text')
  }
}

/** Technical limits, such as those of 32 bits, are not shown. */
const isOwnLimit = (limit: number | undefined): limit is number => limit !== undefined && Math.abs(limit) < 2 ** 31 - 1

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (isOwnLimit(min) && isOwnLimit(max)) return ` from ${min} to ${max}`
  if (isOwnLimit(min)) return `, at least ${min}`
  return isOwnLimit(max) ? `, at most ${max}` : ''
}

const shown = (value: string | number | boolean): string =>
  typeof value === 'string' ? JSON.stringify(cut(value, 60)) : String(value)
