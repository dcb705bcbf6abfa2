import { load, YAMLException } from 'js-yaml'
import { isRecord } from '../../cluster/objects.ts'

/**
 * Whether two sealed files have the same content, although they are encrypted for others: the same ciphertexts below the same MAC
 * have one data key only, and all that differs is for whom that key is encrypted: https://github.com/getsops/sops#encryption-protocol
 */
export function isSameSecret(before: string, after: string): boolean {
  const [old, now] = [withoutRecipients(before), withoutRecipients(after)]
  return old !== undefined && old === now
}

/** The document without the copies of its data key. */
function withoutRecipients(text: string): string | undefined {
  const document = read(text)
  if (!isRecord(document) || !isRecord(document.sops) || !Array.isArray(document.sops.age)) return undefined
  return JSON.stringify({ ...document, sops: { ...document.sops, age: [] } })
}

function read(text: string): unknown {
  try {
    return load(text, { maxAliases: 0 })
  } catch (error) {
    if (error instanceof YAMLException) return undefined
    throw error
  }
}
