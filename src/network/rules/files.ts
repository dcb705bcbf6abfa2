import { loadAll, YAMLException } from 'js-yaml'
import { type FileContent, toText } from '../../file-content.ts'
import type { Finding } from '../finding.ts'
import { keyInKeystore } from './keystores.ts'
import { secretHint, secretIn, secretLines } from './secret-shapes.ts'

/**
 * Secrets in plain text in the files of a network: overrides, unencrypted material, and files that the
 * definition names. A keystore with a key counts as a secret: its password can be guessed, or is beside the file.
 */
export const secretsInFiles = (files: ReadonlyMap<string, FileContent>): Finding[] =>
  [...files].flatMap(([file, content]) => {
    const text = toText(content)
    const finding = (line: number, message: string): Finding => ({
      rule: 'plain-secret',
      severity: 'error',
      message,
      hint: secretHint,
      place: { file, line, column: 1 },
    })
    const keystore = typeof content === 'string' ? undefined : keyInKeystore(content)
    if (keystore !== undefined) return [finding(1, `${keystore}: only certificates may be in the repository`)]
    const lines = secretIn(text) === undefined ? [] : secretLines(text) // most texts have none, and some are long
    const found = lines.map(({ line, what }) => finding(line, `${what} in plain text`))
    const unsealed =
      found.length === 0 && /\.ya?ml$/.test(file) && mayHoldSecret(text) && documents(text).some(isPlainSecret)
    return unsealed ? [finding(1, 'a Kubernetes Secret that is not encrypted: it has no sops block')] : found
  })

/** A quick check, as every node has a sealed Secret: a single document with a sops block needs no parsing. */
const mayHoldSecret = (text: string): boolean =>
  /\bkind:\s*["']?Secret\b/.test(text) && !(/^sops:/m.test(text) && !/^---/m.test(text))

function documents(text: string): unknown[] {
  try {
    return loadAll(text, { maxAliases: 100 })
  } catch (error) {
    if (error instanceof YAMLException) return [] // kustomize reports the error
    throw error
  }
}

function isPlainSecret(document: unknown): boolean {
  const { kind, data, stringData, sops } = (document ?? {}) as Record<string, unknown>
  return kind === 'Secret' && (data !== undefined || stringData !== undefined) && sops === undefined
}
