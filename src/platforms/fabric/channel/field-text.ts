import { type Fields, MalformedMessage, readMessage } from '../protobuf/reader.ts'

/** Words for a value that changed: empty bytes when it did not exist or is gone. `owner` is the group it is in. */
export type Words = (before: Buffer, after: Buffer, owner: string) => readonly string[]

export const cameAndWent = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...after.filter((each) => !before.includes(each)).map((each) => `${what} ${each} is added`),
  ...before.filter((each) => !after.includes(each)).map((each) => `${what} ${each} is removed`),
]

/** A message of which these fields are single: Fabric would put two of them together, and words would tell the last one only. */
export function single(data: Uint8Array, ...fields: readonly number[]): Fields {
  const message = readMessage(data)
  for (const field of fields)
    if (message.count(field) > 1) throw new MalformedMessage(`field ${field} of a value is there more than once`)
  return message
}

/** Fields that differ and have no separate words. */
export function unnamed(owner: string, before: Fields, after: Fields, named: readonly number[]): string[] {
  const all = [...new Set([...before.present, ...after.present])].sort((a, b) => a - b)
  return all
    .filter((field) => !named.includes(field) && before.trace(field) !== after.trace(field))
    .map((field) => `${owner}: field ${field} is changed`)
}
