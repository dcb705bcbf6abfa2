import { isUtf8 } from 'node:buffer'
import { isRecord, type KubernetesObject } from '../cluster/objects.ts'

/** Shorter values would be masked everywhere in a log: `{`, `1`, `true`. */
const shortest = 6

/**
 * Texts of a plain Secret to mask: each entry as base64, as text, and line by line, like logs. Longest first,
 * so that masking one leaves no part of another. Short and blank texts are left out.
 */
export function secretValues({ data, stringData }: KubernetesObject): string[] {
  const found = [
    ...texts(data).flatMap((base64) => [base64, ...decoded(base64)]),
    ...texts(stringData).flatMap((text) => [Buffer.from(text).toString('base64'), text]),
  ].flatMap((text) => [text, ...text.split(/\r?\n|\r/).map((line) => line.trim())])
  return [...new Set(found)]
    .filter((text) => text.trim().length >= shortest)
    .sort((one, other) => other.length - one.length)
}

const texts = (entries: unknown): string[] =>
  isRecord(entries) ? Object.values(entries).filter((value) => typeof value === 'string') : []

function decoded(base64: string): string[] {
  const bytes = Buffer.from(base64, 'base64')
  return isUtf8(bytes) ? [bytes.toString('utf8')] : []
}
