import { type FileContent, textOf } from '../file-content.ts'
import { fingerprintOf, signerName, withoutComment } from '../network/ssh-public-key.ts'
import { MalformedSsh } from '../network/ssh-wire.ts'
import { isSignedBy, namespace, readSshSignature } from './ssh-signature.ts'
import { formerSignaturePath, type Statement, signaturePath } from './statement-file.ts'

/** Why a signature is invalid, as a phrase about its file. */
export interface RefusedSignature {
  readonly file: string
  readonly reason: string
}

/** Why a text is not a valid signature of a statement by one of these signers; undefined when it is. */
export function refusalOf(text: string, statement: Statement, signers: readonly string[]): string | undefined {
  try {
    const signature = readSshSignature(text)
    const key = `${signature.key.type} ${signature.key.blob.toString('base64')}`
    if (!signers.some((signer) => withoutComment(signer) === key))
      return `it was made with the key ${fingerprintOf(signature.key)}, which is not a signer: ${signers.map(signerName).join(', ')}`
    if (signature.namespace !== namespace)
      return `it was made for the namespace ${JSON.stringify(signature.namespace.slice(0, 60))}, not for "${namespace}"`
    return isSignedBy(signature, Buffer.from(statement.text)) ? undefined : 'it does not match the statement'
  } catch (error) {
    if (error instanceof MalformedSsh) return `it cannot be read: ${error.message}`
    throw error
  }
}

/** The signer whose signature of a statement is valid, among these; undefined without one. */
export function signerOf(
  signers: readonly string[],
  statement: Statement,
  organization: string,
  files: ReadonlyMap<string, FileContent>,
): string | undefined {
  const texts = [signaturePath(organization), formerSignaturePath(organization)].map((file) => textOf(files, file))
  return signers.find((signer) =>
    texts.some((text) => text !== undefined && refusalOf(text, statement, [signer]) === undefined),
  )
}

/** The file with a valid signature of a statement by one of these signers, of two possible files; otherwise why none is valid. */
export function signatureBy(
  signers: readonly string[],
  statement: Statement,
  organization: string,
  files: ReadonlyMap<string, FileContent>,
): 'signed' | readonly RefusedSignature[] {
  const refused = [signaturePath(organization), formerSignaturePath(organization)].flatMap(
    (file): (RefusedSignature | 'signed')[] => {
      const text = textOf(files, file)
      if (text === undefined) return []
      const reason = refusalOf(text, statement, signers)
      return [reason === undefined ? 'signed' : { file, reason }]
    },
  )
  return refused.includes('signed') ? 'signed' : refused.filter((one) => one !== 'signed')
}
