import { createHash } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { readCertificate } from '../../../material/x509/read.ts'
import { readMessage } from '../protobuf/reader.ts'
import { bytes, concat, message, number, repeated } from '../protobuf/writer.ts'
import { headerTypes } from './block.ts'
import type { ConfigGroup } from './config-group.ts'
import { certificateKey, certificateTexts, mspConfigsOf, mspFields } from './msp.ts'
import { authoritiesIn } from './organizations.ts'

/** One organization's signature on an update: common.ConfigSignature. */
export interface Signer {
  readonly mspId: string
  /** PEM of an administrator's certificate. */
  readonly certificate: string
  /** Private key of P-256, 32 bytes. */
  readonly privateKey: Uint8Array
}

/**
 * Signs an update (common.ConfigUpdate). ECDSA over SHA-256 with a low S, without which Fabric refuses it
 * (bccsp/utils/ecdsa.go). The nonce follows from update and signer: it only keeps signatures apart.
 */
export function signUpdate(update: Uint8Array, { mspId, certificate, privateKey }: Signer): Buffer {
  const nonce = createHash('sha256').update(update).update(mspId).digest().subarray(0, 24)
  const creator = concat(bytes(1, mspId), bytes(2, certificate))
  const header = concat(bytes(1, creator), bytes(2, nonce))
  const signature = p256.sign(concat(header, update), privateKey, { lowS: true, format: 'der' })
  return concat(bytes(1, header), bytes(2, signature))
}

/** Who signed, and with which certificate; whether that is a certificate of the MSP is for the caller to find out. Throws MalformedMessage. */
export function readSignature(signature: Uint8Array): {
  readonly mspId: string
  readonly certificate: string
  /** True when it is a signature of that certificate's key, given as an uncompressed point, on the update. */
  verify(update: Uint8Array, publicKey: Uint8Array): boolean
} {
  const { bytes: part } = readMessage(signature)
  const header = part(1) ?? Buffer.alloc(0)
  const creator = readMessage(readMessage(header).bytes(1) ?? Buffer.alloc(0))
  const value = part(2) ?? Buffer.alloc(0)
  return {
    mspId: creator.text(1),
    certificate: creator.text(2),
    verify: (update, publicKey) => {
      try {
        return p256.verify(value, concat(header, update), publicKey, { lowS: true, format: 'der' })
      } catch {
        return false // it is not a signature
      }
    },
  }
}

/**
 * Why Fabric would not count a signature as that of an administrator of an MSP; undefined when it would. `channel` is the
 * configuration that the update changes: its authorities count, not those of today. Dates are not looked at: Fabric does not
 * either (msp/mspimplvalidate.go). Throws MalformedMessage.
 */
export function signatureProblem(
  channel: ConfigGroup,
  update: Uint8Array,
  signature: Uint8Array,
  mspId: string,
): string | undefined {
  const signed = readSignature(signature)
  if (signed.mspId !== mspId) return `it is of ${signed.mspId || 'nobody'}, not of ${mspId}`
  const certificate = readCertificate(signed.certificate)
  if (certificate === undefined) return 'its certificate cannot be read'
  const authorities = authoritiesIn(channel, mspId).map(readCertificate)
  if (!authorities.some((authority) => authority !== undefined && certificate.isIssuedBy(authority)))
    return `its certificate is of no authority of ${mspId} that the channel knows`
  if (!certificate.units.includes('admin') && !isListed(channel, mspId, signed.certificate))
    return `its certificate is not an administrator's: its OU is ${certificate.units.join(', ') || 'empty'}, not admin`
  if (certificate.publicKey.length === 0) return 'its key is not of P-256, the one kind that can be checked here'
  return signed.verify(update, certificate.publicKey) ? undefined : 'it is a signature of another update'
}

/** Whether an MSP names a certificate as one of its administrators: those without node OUs have no other ones. */
const isListed = (channel: ConfigGroup, mspId: string, certificate: string): boolean =>
  mspConfigsOf(channel, mspId).some((config) =>
    certificateTexts(config, mspFields.administrators).some(
      (one) => certificateKey(one) === certificateKey(certificate),
    ),
  )

/** The envelope that `peer channel update` submits; it signs the envelope itself, as any writer of the channel may. */
export function updateEnvelope(channel: string, update: Uint8Array, signatures: readonly Uint8Array[]): Buffer {
  const configUpdateEnvelope = concat(bytes(1, update), repeated(2, signatures))
  const channelHeader = concat(number(1, headerTypes.configUpdate), bytes(4, channel))
  return bytes(1, concat(message(1, bytes(1, channelHeader)), bytes(2, configUpdateEnvelope)))
}
