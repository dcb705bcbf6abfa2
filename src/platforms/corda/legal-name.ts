import { createHash } from 'node:crypto'

/**
 * X.500 names of parties: CordaX500Name.kt of Corda 4.12 has these attributes and no others. They are in the order in which the JDK prints
 * them (`toX500Name` encodes C, ST, L, O, OU, CN, and RFC 2253 turns that round).
 */
export const attributes = ['CN', 'OU', 'O', 'L', 'ST', 'C'] as const

export type Attribute = (typeof attributes)[number]

/** Attributes of a name by their keys, as they are written. */
export type LegalName = Readonly<Partial<Record<Attribute, string>>>

/** Why a text is no name. */
export interface LegalNameProblem {
  readonly message: string
  readonly hint: string
}

export const isLegalNameProblem = (read: LegalName | LegalNameProblem): read is LegalNameProblem => 'message' in read

const example = 'O=Bank, L=London, C=GB'

/** Of X.500 names, which need quotes in text. No doorman takes them: LegalNameValidator.kt, `attributeFullRules`. */
const special = /[,=+<>#;"\\\n\r\0]/

/** Reads `O=Bank, L=London, C=GB`, in any order of its attributes. */
export function readLegalName(text: string): LegalName | LegalNameProblem {
  const name: Partial<Record<Attribute, string>> = {}
  for (const part of text.split(',')) {
    const [, written, value] = /^\s*([^=\s]*)\s*=\s*(.*?)\s*$/s.exec(part) ?? []
    if (written === undefined || value === undefined)
      return {
        message: `must be a legal name such as "${example}": "${part.trim()}" is no attribute with its value`,
        hint: 'separate attributes by commas; values have no commas',
      }
    const attribute = attributes.find((one) => one === written.toUpperCase())
    if (attribute === undefined)
      return {
        message: `must be a legal name: Corda does not know the attribute ${written}`,
        hint: `it knows ${attributes.join(', ')}`,
      }
    if (name[attribute] !== undefined)
      return { message: `must be a legal name: ${attribute} occurs twice`, hint: `keep one ${attribute}` }
    if (value === '' || special.test(value))
      return {
        message: `must be a legal name: ${attribute} ${value === '' ? 'has no value' : `contains ${special.exec(value)?.[0]}`}`,
        hint: `write it in letters and digits, as in "${example}"`,
      }
    name[attribute] = value
  }
  const missing = (['O', 'L', 'C'] as const).find((attribute) => name[attribute] === undefined)
  return missing === undefined
    ? name
    : { message: `must be a legal name with O, L and C: ${missing} is missing`, hint: `write one such as "${example}"` }
}

/** As the node prints it, and compares it: attributes in Corda's order, separated by a comma and a space. */
export const legalNameText = (name: LegalName): string =>
  attributes
    .flatMap((attribute) => (name[attribute] === undefined ? [] : [`${attribute}=${name[attribute]}`]))
    .join(', ')

/** The one form of a name that a schema has read already. */
export function canonicalLegalName(text: string): string {
  const read = readLegalName(text)
  return isLegalNameProblem(read) ? text : legalNameText(read)
}

/**
 * What a node asks for (SNI) when it dials the node of that name: `x500toHostName` in SSLHelper.kt of Corda 4.12. It does not, where the
 * other one has two identities: `expectedRemoteLegalNames.size == 1`.
 */
export const serverNameOf = (canonical: string): string =>
  `${createHash('sha256').update(canonical).digest('hex').slice(0, 32)}.corda.net`
