import { listed } from '../../../words.ts'
import type { Approval } from '../channel/approval.ts'
import { isImport, type RecordedImport, type RecordedUpdate } from './record.ts'

/** What a file of a record says in words, beside the bytes that count. Computed from those bytes. */
export type RecordWords = Readonly<Record<string, unknown>>

export const wordsOf = (channel: string, entry: RecordedUpdate | RecordedImport): RecordWords =>
  isImport(entry) ? importWords(channel, entry) : updateWords(channel, entry)

export const updateWords = (
  channel: string,
  { number, words, approvals }: Pick<RecordedUpdate, 'number' | 'words' | 'approvals'>,
): RecordWords => ({
  channel,
  number,
  changes: words,
  signatures: approvals.map(({ group, needed, mspIds }: Approval) => ({ group, needed, of: mspIds })),
})

export const importWords = (
  channel: string,
  { number, block, words }: Pick<RecordedImport, 'number' | 'block' | 'words'>,
): RecordWords => ({
  channel,
  number,
  blockNumber: block.number,
  sequence: block.state.sequence,
  changes: words,
})

/** A field of a record that does not say what the bytes say. */
export interface WrongWords {
  readonly field: string
  readonly says: string
  readonly bytes: string
}

/** Fields of a file of a record that differ from what its bytes say; those that are missing or nobody wrote, too. */
export function wrongWords(
  channel: string,
  entry: RecordedUpdate | RecordedImport,
  value: unknown,
): readonly WrongWords[] {
  const written = typeof value === 'object' && value !== null ? { ...value } : {}
  const given: RecordWords = Object.fromEntries(Object.entries(written))
  const right = wordsOf(channel, entry)
  const fields = [...new Set([...Object.keys(right), ...Object.keys(given)])]
  return fields
    .filter((field) => field !== (isImport(entry) ? 'block' : 'update'))
    .filter((field) => JSON.stringify(given[field]) !== JSON.stringify(right[field]))
    .map((field) => ({ field, says: textOf(given[field]), bytes: textOf(right[field]) }))
}

const textOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return JSON.stringify(value)
  if (value.length === 0) return 'nothing'
  return value.map((item) => (typeof item === 'string' ? item : partsOf(item))).join('; ')
}

/** `group Application, needed 2, of AMSP and BMSP`: of those who have to sign. */
const partsOf = (item: unknown): string =>
  typeof item === 'object' && item !== null
    ? Object.entries(item)
        .map(([name, part]) => `${name} ${Array.isArray(part) ? listed(part.map(String)) : String(part)}`)
        .join(', ')
    : JSON.stringify(item)
