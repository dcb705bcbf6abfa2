import { createHash } from 'node:crypto'
import { isRecord } from '../objects.ts'

type Fields = Readonly<Record<string, unknown>>

/** A ConfigMap with the digest and the size of each binary file instead of its bytes. */
export const withDigests = (fields: Fields): Fields =>
  fields.kind === 'ConfigMap' && isRecord(fields.binaryData)
    ? {
        ...fields,
        binaryData: Object.fromEntries(
          Object.entries(fields.binaryData).map(([name, value]) => [
            name,
            typeof value === 'string' ? digestOf(value) : value,
          ]),
        ),
      }
    : fields

/** Of the decoded bytes: kustomize breaks base64 into lines, an API server does not. */
function digestOf(base64: string): string {
  const digits = base64.replaceAll(/[\s=]/g, '')
  const digest = createHash('sha256').update(digits, 'base64').digest('hex')
  return `${Math.floor((digits.length * 3) / 4)} bytes, sha256:${digest.slice(0, 12)}…`
}
