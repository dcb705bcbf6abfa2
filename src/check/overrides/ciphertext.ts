import { type FileContent, toBytes } from '../../file-content.ts'
import type { Finding } from '../../network/finding.ts'
import type { FileTree } from '../../render/tree.ts'

export const ciphertextHint =
  'remove it: a ciphertext copied from another organization would be decrypted too. Create the Secret in the cluster (by hand, or with External Secrets), and refer to it from the override'

/** Output of SOPS: a value, and the block with the decryption data, in YAML, JSON, .env and .ini. */
const marks: readonly RegExp[] = [
  /ENC\[AES256_GCM/,
  /^[ \t]*["']?sops["']?[ \t]*:/m,
  /"sops"\s*:/,
  /^sops_[a-z_0-9]+\s*=/m,
  /^\[sops\]/m,
  /-----BEGIN AGE ENCRYPTED FILE-----/,
  /-----BEGIN PGP MESSAGE-----/,
]

/** Whether a text has a SOPS ciphertext, as it is or in base64. */
export const hasCiphertext = (text: string): boolean => markIn(text) >= 0 || decodedParts(text).some(hasCiphertext)

/**
 * Ciphertext in overrides. No checksum of SOPS covers the name and namespace of a Secret, and Flux decrypts everything that its key
 * opens: the sealed file of one organization, copied into the override of another, would be readable there.
 */
export const ciphertextInOverrides = (overrides: FileTree): Finding[] =>
  [...overrides].flatMap(([file, content]) => {
    const text = readable(content)
    const at = markIn(text)
    if (at < 0 && !hasCiphertext(text)) return []
    const line = at < 0 ? 1 : text.slice(0, at).split('\n').length
    return [
      {
        rule: 'override-ciphertext',
        severity: 'error',
        message: `${file} has a ciphertext of SOPS or age, and overrides must not have any`,
        hint: ciphertextHint,
        place: { file, line, column: 1 },
      },
    ]
  })

const markIn = (text: string): number =>
  marks.map((mark) => text.search(mark)).reduce((first, at) => (at >= 0 && (first < 0 || at < first) ? at : first), -1)

/** Texts in base64, on one line or several. Each is shorter than the text that contains it, so the search ends. */
const decodedParts = (text: string): string[] =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{16,}(?:\s+[A-Za-z0-9+/_-]{16,})*={0,2}/g)].map(([part]) =>
    Buffer.from(part.replace(/\s+/g, ''), 'base64').toString('latin1'),
  )

/** Reads one character for each byte: the patterns need no others, and binary content is searched too. */
const readable = (content: FileContent): string =>
  typeof content === 'string' ? content : Buffer.from(toBytes(content)).toString('latin1')
