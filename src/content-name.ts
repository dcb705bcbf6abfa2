import { createHash } from 'node:crypto'

/**
 * A name derived from the content: the name and ten hexadecimal digits of the content's SHA-256. For immutable objects,
 * and for objects that other roots refer to, where kustomize does not follow the hash that it would append itself.
 */
export const contentName = (name: string, ...content: readonly string[]): string =>
  `${name}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10)}`
