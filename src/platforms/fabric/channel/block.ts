import { createHash } from 'node:crypto'
import { MalformedMessage, readMessage } from '../protobuf/reader.ts'
import { bytes, concat, message, number, repeated } from '../protobuf/writer.ts'
import { type ConfigGroup, type ConfigState, decodeGroup, encodeGroup } from './config-group.ts'

/** Blocks as in fabric-protos, common/common.proto. */

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest()

/** common.HeaderType */
export const headerTypes = { config: 1, configUpdate: 2 } as const

/** Seconds since 1970 that a first block carries: Fabric does not look at it, and the same input gives the same bytes. */
const timestamp = 1_767_225_600

/**
 * The first block of a channel. Equal to what configtxgen makes of the same configuration, but for the nonce and the time,
 * which are no chance here: every run makes the same bytes.
 */
export function genesisBlock(channel: string, config: ConfigGroup): Buffer {
  const envelopeOfConfig = message(1, message(2, encodeGroup(config)))
  const nonce = sha256(envelopeOfConfig).subarray(0, 24)
  const channelHeader = concat(
    number(1, headerTypes.config),
    number(2, 1),
    message(3, number(1, timestamp)),
    bytes(4, channel),
    bytes(5, sha256(nonce).toString('hex')),
  )
  const signatureHeader = bytes(2, nonce)
  const payload = concat(message(1, bytes(1, channelHeader), bytes(2, signatureHeader)), bytes(2, envelopeOfConfig))
  const envelope = bytes(1, payload)
  // Signatures, last config (block 0), and three that Fabric fills.
  const empty = Buffer.alloc(0)
  const metadata = [message(1, message(1)), empty, empty, empty, empty]
  return concat(
    message(1, bytes(3, sha256(envelope))),
    message(2, message(1, envelope)),
    message(3, repeated(1, metadata)),
  )
}

/** What a block with a configuration says. */
export interface ConfigBlock {
  readonly number: number
  /** SHA-256 of its header, as the next block has it as its previous hash. Hexadecimal. */
  readonly hash: string
  /** Of the block before; empty for the first one. Hexadecimal. */
  readonly previousHash: string
  readonly channel: string
  readonly state: ConfigState
  /** What orderers signed: fabric-protos, common/common.proto. */
  readonly signed: SignedHeader
}

export interface SignedHeader {
  /** DER, as protoutil/blockutils.go, BlockHeaderBytes, makes it. */
  readonly header: Buffer
  /** Value of the metadata that hold the signatures. */
  readonly metadata: Buffer
  /** common.MetadataSignature */
  readonly signatures: readonly Buffer[]
}

/**
 * Reads a block that holds a configuration, such as `peer channel fetch config` gives. Throws MalformedMessage for anything else,
 * and when the data are not those that the header has the hash of. Whether orderers signed it, block-signatures.ts finds out.
 */
export function readConfigBlock(block: Uint8Array): ConfigBlock {
  const { bytes: part } = readMessage(block)
  const header = readMessage(need(part(1), 'header'))
  const envelopes = readMessage(need(part(2), 'data')).all(1)
  const [envelope, ...more] = envelopes
  if (more.length > 0) throw new MalformedMessage('a block with a configuration holds nothing else')
  const dataHash = header.bytes(3) ?? Buffer.alloc(0)
  if (!sha256(concat(...envelopes)).equals(dataHash))
    throw new MalformedMessage('the data of the block do not have the hash that its header says')
  const previousHash = header.bytes(2) ?? Buffer.alloc(0)
  const payload = readMessage(need(readMessage(need(envelope, 'envelope')).bytes(1), 'payload'))
  const channelHeader = readMessage(
    need(readMessage(need(payload.bytes(1), 'payload header')).bytes(1), 'channel header'),
  )
  if (channelHeader.number(1) !== headerTypes.config) throw new MalformedMessage('the block holds no configuration')
  const config = readMessage(need(readMessage(need(payload.bytes(2), 'payload')).bytes(1), 'configuration'))
  const encodedHeader = headerBytes(header.number(1), previousHash, dataHash)
  const [metadata = Buffer.alloc(0)] = readMessage(part(3) ?? Buffer.alloc(0)).all(1)
  return {
    number: header.number(1),
    hash: sha256(encodedHeader).toString('hex'),
    previousHash: previousHash.toString('hex'),
    channel: channelHeader.text(4),
    state: { sequence: config.number(1), channel: decodeGroup(need(config.bytes(2), 'channel group')) },
    signed: {
      header: encodedHeader,
      metadata: readMessage(metadata).bytes(1) ?? Buffer.alloc(0),
      signatures: readMessage(metadata).all(2),
    },
  }
}

/** A DER sequence of number, previous hash and data hash. */
function headerBytes(number: number, previousHash: Buffer, dataHash: Buffer): Buffer {
  // None of them is longer than what one byte of length can say.
  const element = (tag: number, content: Uint8Array): Buffer => concat(Buffer.from([tag, content.length]), content)
  const hexadecimal = number.toString(16)
  const digits = Buffer.from(hexadecimal.length % 2 === 0 ? hexadecimal : `0${hexadecimal}`, 'hex')
  const integer = (digits[0] ?? 0) > 0x7f ? concat(Buffer.alloc(1), digits) : digits
  return element(0x30, concat(element(2, integer), element(4, previousHash), element(4, dataHash)))
}

function need(part: Buffer | undefined, what: string): Buffer {
  if (part === undefined) throw new MalformedMessage(`the block has no ${what}`)
  return part
}
