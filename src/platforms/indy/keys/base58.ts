import { base58 } from '@scure/base'

export const encode = (bytes: Uint8Array): string => base58.encode(bytes)

/** Those bytes; undefined where the text is not base58, or not of that many bytes. */
export function decode(text: string, length: number): Uint8Array | undefined {
  // 128 bytes are 175 characters at most, and the time to decode grows with the square of the length.
  if (text.length > 2 * length) return undefined
  try {
    const bytes = base58.decode(text)
    return bytes.length === length ? bytes : undefined
  } catch {
    return undefined
  }
}
