import { fingerprintOf, readSshPublicKey } from '../network/ssh-public-key.ts'
import { isPlainMapping, type Plain } from './plain.ts'
import { sections } from './statement.ts'

type Mapping = Readonly<Record<string, Plain>>

/** What a statement is about: of a first one, it goes without saying. */
const heads: readonly string[] = ['version', 'network', 'platform', 'organization']

/** What differs between two agreements, in words for people: a line for each value, the old one first. Nothing is cut. */
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
  // A whole section, such as all nodes: each of its fields has a line.
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

/** What a list has more and less than before; nothing where it is no list, or only the order differs. */
function changedItems(before: Plain | undefined, after: Plain | undefined): string[] {
  const [old, now] = [before ?? [], after ?? []]
  if (!Array.isArray(old) || !Array.isArray(now)) return []
  const [had, has] = [new Set(old.map(shown)), new Set(now.map(shown))]
  return [
    ...[...has].filter((item) => !had.has(item)).map((item) => `added ${item}`),
    ...[...had].filter((item) => !has.has(item)).map((item) => `removed ${item}`),
  ]
}

/** Paths of files say by themselves what they are. */
const nameOf = ([section = '', ...rest]: readonly string[]): string =>
  (section === 'material' || section === 'overrides' ? rest : [section, ...rest]).join(' ')

function shown(value: Plain | undefined): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'nothing'
  const key = /^(?:sk-)?ssh-/.test(value) ? readSshPublicKey(value) : ''
  if (typeof key !== 'string') return `${key.type} ${fingerprintOf(key)}`
  return /^[\w./:@+-]+$/.test(value) && !looksLikeAnother(value) ? value : JSON.stringify(value)
}

/** A text that would be read as a number, or as true, without quotes. */
const looksLikeAnother = (text: string): boolean =>
  !Number.isNaN(Number(text)) || ['true', 'false', 'null'].includes(text)
