import { fingerprintOf, readSshPublicKey } from '../network/ssh-public-key.ts'
import { isPlainMapping, type Plain } from './plain.ts'
import { sections } from './statement.ts'

type Mapping = Readonly<Record<string, Plain>>

/** Fields of a statement that are left out for a first one, because they are obvious. */
const heads: readonly string[] = ['version', 'network', 'platform', 'organization']

/** Differences between two agreements for people: a line for each value, the old one first. Nothing is truncated. */
export const differences = (before: Mapping, after: Mapping): string[] =>
  [...new Set([...sections, ...Object.keys(before), ...Object.keys(after)])].flatMap((section) =>
    before[section] === undefined && heads.includes(section) ? [] : compare([section], before[section], after[section]),
  )

const fieldsOf = (path: readonly string[], before: Mapping, after: Mapping): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    compare([...path, key], before[key], after[key]),
  )

function compare(path: readonly string[], before: Plain | undefined, after: Plain | undefined): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  // A whole section, such as all nodes, has a line for each field.
  const isSection = path.length === 1 && (isPlainMapping(before) || isPlainMapping(after))
  const [old, now] = isSection ? [before ?? {}, after ?? {}] : [before, after]
  if (isPlainMapping(old) && isPlainMapping(now)) return fieldsOf(path, old, now)
  const name = nameOf(path)
  const items = changedItems(before, after)
  if (items.length > 0) return items.map((item) => `${name}: ${item}`)
  if (before === undefined) return [`${name}: new, ${shown(after)}`]
  if (after === undefined) return [`${name}: removed, it was ${shown(before)}`]
  return [`${name}: ${shown(before)} → ${shown(after)}`]
}

/** Added and removed items of a list; undefined if it is not a list, or if only the order differs. */
function changedItems(before: Plain | undefined, after: Plain | undefined): string[] {
  const [old, now] = [before ?? [], after ?? []]
  if (!Array.isArray(old) || !Array.isArray(now)) return []
  const [had, has] = [new Set(old.map(shown)), new Set(now.map(shown))]
  return [
    ...[...has].filter((item) => !had.has(item)).map((item) => `added ${item}`),
    ...[...had].filter((item) => !has.has(item)).map((item) => `removed ${item}`),
  ]
}

/** Paths of files need no description. */
const nameOf = ([section = '', ...rest]: readonly string[]): string =>
  (section === 'material' || section === 'overrides' ? rest : [section, ...rest]).join(' ')

function shown(value: Plain | undefined): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'nothing'
  const key = /^(?:sk-)?ssh-/.test(value) ? readSshPublicKey(value) : ''
  if (typeof key !== 'string') return `${key.type} ${fingerprintOf(key)}`
  return /^[\w./:@+-]+$/.test(value) && !looksLikeAnother(value) ? value : JSON.stringify(value)
}

/** A text that would be a number or boolean without quotes. */
const looksLikeAnother = (text: string): boolean =>
  !Number.isNaN(Number(text)) || ['true', 'false', 'null'].includes(text)
