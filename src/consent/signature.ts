import { type FileContent, textOf } from '../file-content.ts'
import { fingerprintOf, signerName, withoutComment } from '../network/ssh-public-key.ts'
import { MalformedSsh } from '../network/ssh-wire.ts'
import { isSignedBy, namespace, readSshSignature } from './ssh-signature.ts'
import { formerSignaturePath, type Statement, signaturePath } from './statement-file.ts'

/** Why a signature does not count: said of the file that it is in. */
export interface RefusedSignature {
  readonly file: string
  readonly reason: string
}

/** What a text is as a signature of a statement by one of these signers: undefined when it is one. */
export function refusalOf(text: string, statement: Statement, signers: readonly string[]): string | undefined {
  try {
    const signature = readSshSignature(text)
    const key = `${signature.key.type} ${signature.key.blob.toString('base64')}`
    if (!signers.some((signer) => withoutComment(signer) === key))
      return `it is made with the key ${fingerprintOf(signature.key)}, which is no signer: ${signers.map(signerName).join(', ')}`
    if (signature.namespace !== namespace)
      return `it is made for the namespace ${JSON.stringify(signature.namespace.slice(0, 60))}, not for "${namespace}"`
    return isSignedBy(signature, Buffer.from(statement.text)) ? undefined : 'it does not fit the statement'
  } catch (error) {
    if (error instanceof MalformedSsh) return `it cannot be read: ${error.message}`
    throw error
  }
}

/** Where a signature of a statement by one of these signers is, of both files that may have it; else why none counts. */
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
