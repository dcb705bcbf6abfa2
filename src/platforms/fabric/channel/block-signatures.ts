import { p256 } from '@noble/curves/nist.js'
import { readCertificate } from '../../../material/x509/read.ts'
import { counted, listed } from '../../../words.ts'
import { type Condition, isMet, principalsIn } from '../policy/condition.ts'
import { type Role, roles, type Signer } from '../policy/rule.ts'
import { readMessage } from '../protobuf/reader.ts'
import { concat } from '../protobuf/writer.ts'
import type { ConfigBlock, SignedHeader } from './block.ts'
import { conditionAt } from './conditions.ts'
import type { ConfigGroup } from './config-group.ts'
import { consensusOf, consentersIn } from './consenters.ts'
import { fingerprint } from './fingerprint.ts'
import { authoritiesIn } from './organizations.ts'

const policy = '/Channel/Orderer/BlockValidation'

/**
 * Why the signatures of a block are not those that a trusted configuration asks for; undefined when they are. As peers check it:
 * protoutil/blockutils.go, BlockSignatureVerifier, with the policy BlockValidation. Throws MalformedMessage.
 */
export function blockSignatureProblem(trusted: ConfigGroup, { number, signed }: ConfigBlock): string | undefined {
  const condition = conditionAt(trusted, policy)
  const { signers, refused } = readSigners(trusted, signed)
  if (isMet(condition, [...signers.values()])) return undefined
  return [
    `block ${number} lacks signatures of orderers that BlockValidation of the last trusted configuration requires`,
    `${signers.size} of ${signed.signatures.length} are valid`,
    ...refused,
  ].join('; ')
}

/** `/Channel/Orderer/BlockValidation has 3 valid signatures, from OrdererMSP`. */
export function blockSignatureText(trusted: ConfigGroup, { signed }: ConfigBlock): string {
  const signers = [...readSigners(trusted, signed).signers.values()]
  const mspIds = [...new Set(signers.map(({ mspId }) => mspId))].sort()
  return `${policy} has ${counted(signers.length, 'valid signature')}, from ${listed(mspIds)}`
}

/** Valid signatures, each orderer once, and why others are not. */
function readSigners(
  trusted: ConfigGroup,
  signed: SignedHeader,
): { readonly signers: ReadonlyMap<string, Signer>; readonly refused: readonly string[] } {
  const condition = conditionAt(trusted, policy)
  const read = signed.signatures.map((signature) => signerOf(trusted, signed, signature, condition))
  return {
    signers: new Map(read.flatMap((one) => (typeof one === 'string' ? [] : [[one.id, one.signer] as const]))),
    refused: read.filter((one) => typeof one === 'string'),
  }
}

/** One orderer's signature as one that counts, or why it does not. */
function signerOf(
  trusted: ConfigGroup,
  { header, metadata }: SignedHeader,
  encoded: Buffer,
  condition: Condition,
): { readonly id: string; readonly signer: Signer } | string {
  const fields = readMessage(encoded)
  const [signatureHeader, identifierHeader] = [fields.bytes(1) ?? Buffer.alloc(0), fields.bytes(3) ?? Buffer.alloc(0)]
  const isByNumber = consensusOf(trusted) === 'BFT' && signatureHeader.length === 0 && identifierHeader.length > 0
  const creator = isByNumber ? consenterOf(trusted, identifierHeader) : creatorOf(signatureHeader)
  if (creator === undefined) return 'one is of an orderer that the configuration does not have'
  const { mspId, pem } = creator
  const certificate = readCertificate(pem)
  if (certificate === undefined) return `one of ${mspId || 'nobody'} has no certificate that can be read`
  const authorities = authoritiesIn(trusted, mspId).map(readCertificate)
  if (!authorities.some((authority) => authority !== undefined && certificate.isIssuedBy(authority)))
    return `one has a certificate of no authority of ${mspId} that the configuration knows`
  const data = concat(metadata, isByNumber ? identifierHeader : signatureHeader, header)
  if (!verifies(fields.bytes(2) ?? Buffer.alloc(0), data, certificate.publicKey))
    return `that of ${certificate.commonName} of ${mspId} does not verify`
  const role = certificate.units.find((unit): unit is Role => unit !== 'member' && roles.some((one) => one === unit))
  const same = principalsIn(condition).find((one) => one.certificate !== undefined && isSame(one.certificate, pem))
  return {
    id: `${mspId} ${fingerprint(pem)}`,
    signer: { mspId, role: role ?? 'member', certificate: same?.certificate ?? pem },
  }
}

const isSame = (one: string, other: string): boolean => fingerprint(one) === fingerprint(other)

interface Creator {
  readonly mspId: string
  readonly pem: string
}

/** Of a common.SignatureHeader. */
function creatorOf(header: Buffer): Creator {
  const identity = readMessage(readMessage(header).bytes(1) ?? Buffer.alloc(0))
  return { mspId: identity.text(1), pem: identity.text(2) }
}

/** Of a common.IdentifierHeader: SmartBFT signs with the number of a consenter. */
function consenterOf(trusted: ConfigGroup, header: Buffer): Creator | undefined {
  const identifier = readMessage(header).number(1)
  const consenter = consentersIn(trusted).find(({ number }) => number === identifier)
  return consenter && { mspId: consenter.mspId, pem: consenter.identity }
}

function verifies(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return p256.verify(signature, data, publicKey, { lowS: true, format: 'der' })
  } catch {
    return false // no signature, or another kind of key
  }
}
