import { createHash } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { type ConfigState, encodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { bytes, concat, message, number, repeated } from '../../../../src/platforms/fabric/protobuf/writer.ts'

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest()

/** An orderer that signs blocks. */
export interface BlockSigner {
  readonly mspId: string
  readonly certificate: string
  readonly privateKey: Uint8Array
  /** Of SmartBFT: it signs with its number. */
  readonly number?: number
}

export interface BlockContent {
  readonly channel: string
  readonly number: number
  /** Hexadecimal. */
  readonly previousHash?: string
  readonly state: ConfigState
  readonly signers: readonly BlockSigner[]
}

/** A block with a configuration, as orderers write it: orderer/common/multichannel/blockwriter.go, smartbft/verifier.go. */
export function signedBlock({ channel, number: at, previousHash = '', state, signers }: BlockContent): Buffer {
  const config = message(1, number(1, state.sequence), message(2, encodeGroup(state.channel)))
  const channelHeader = concat(number(1, 1), bytes(4, channel))
  const data = bytes(1, concat(message(1, bytes(1, channelHeader), bytes(2, bytes(2, 'nonce'))), bytes(2, config)))
  const [previous, dataHash] = [Buffer.from(previousHash, 'hex'), sha256(data)]
  const element = (tag: number, content: Uint8Array): Buffer => concat(Buffer.from([tag, content.length]), content)
  const integer = Buffer.from(at < 128 ? [at] : [0, at])
  const header = element(0x30, concat(element(2, integer), element(4, previous), element(4, dataHash)))
  const value = concat(message(1, number(1, at)))
  const signatures = signers.map(({ mspId, certificate, privateKey, number: own }) => {
    const signed =
      own === undefined
        ? concat(bytes(1, concat(bytes(1, mspId), bytes(2, certificate))), bytes(2, 'nonce of the block'))
        : concat(number(1, own), bytes(2, 'nonce of the block'))
    const signature = p256.sign(concat(value, signed, header), privateKey, { lowS: true, format: 'der' })
    return concat(
      ...(own === undefined ? [bytes(1, signed)] : []),
      bytes(2, signature),
      ...(own === undefined ? [] : [bytes(3, signed)]),
    )
  })
  const metadata = concat(bytes(1, value), repeated(2, signatures))
  return concat(
    message(1, number(1, at), bytes(2, previous), bytes(3, dataHash)),
    message(2, message(1, data)),
    message(3, message(1, metadata), ...Array.from({ length: 4 }, () => message(1))),
  )
}
