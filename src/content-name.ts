import { createHash } from 'node:crypto'

/**
 * A name that follows its content: the name and ten hexadecimal digits of the content's SHA-256. For objects that cannot be
 * changed, and for those that other roots refer to, where kustomize does not follow the hash that it would append itself.
 */
export const contentName = (name: string, ...content: readonly string[]): string =>
  `${name}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10)}`
