import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { common, msp as mspProtos } from '@hyperledger/fabric-protos'
import { p256 } from '@noble/curves/nist.js'
import { describe, expect, test } from 'vitest'
import { readSignature, signUpdate, updateEnvelope } from '../../../../src/platforms/fabric/channel/signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const secret = Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url')
const point = p256.getPublicKey(secret, false)
const update = Buffer.from('an update')
const signature = signUpdate(update, { mspId: 'AlphaMSP', certificate: 'CERTIFICATE\n', privateKey: secret })
const decoded = common.ConfigSignature.deserializeBinary(signature)

describe('a signature on an update', () => {
  test('is one that OpenSSL verifies, over header and update', () => {
    const signed = Buffer.concat([decoded.getSignatureHeader_asU8(), update])
    const pem = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
    expect(verify('sha256', signed, pem, decoded.getSignature_asU8())).toBe(true)
  })

  test('has a low S, without which Fabric refuses it', () => {
    for (let at = 0; at < 20; at++) {
      const one = common.ConfigSignature.deserializeBinary(
        signUpdate(Buffer.from(`update ${at}`), { mspId: 'AlphaMSP', certificate: 'C', privateKey: secret }),
      )
      expect(p256.Signature.fromBytes(one.getSignature_asU8(), 'der').hasHighS()).toBe(false)
    }
  })

  test('says who signed', () => {
    const header = common.SignatureHeader.deserializeBinary(decoded.getSignatureHeader_asU8())
    const creator = mspProtos.SerializedIdentity.deserializeBinary(header.getCreator_asU8())
    expect(creator.getMspid()).toBe('AlphaMSP')
    expect(Buffer.from(creator.getIdBytes_asU8()).toString()).toBe('CERTIFICATE\n')
    expect(header.getNonce_asU8()).toHaveLength(24)
  })

  test('is the same when it is made again', () =>
    expect(
      signUpdate(update, { mspId: 'AlphaMSP', certificate: 'CERTIFICATE\n', privateKey: secret }).equals(signature),
    ).toBe(true))

  test('verifies for that update and that key only', () => {
    const read = readSignature(signature)
    expect(read).toMatchObject({ mspId: 'AlphaMSP', certificate: 'CERTIFICATE\n' })
    expect(read.verify(update, point)).toBe(true)
    expect(read.verify(Buffer.from('another update'), point)).toBe(false)
    expect(read.verify(update, p256.getPublicKey(p256.utils.randomSecretKey(), false))).toBe(false)
  })
})

test('the envelope to submit holds the update and all signatures', () => {
  const envelope = common.Envelope.deserializeBinary(updateEnvelope('trade', update, [signature, signature]))
  const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8())
  const header = common.ChannelHeader.deserializeBinary(
    payload.getHeader()?.getChannelHeader_asU8() ?? new Uint8Array(),
  )
  expect(header.toObject()).toMatchObject({ type: common.HeaderType.CONFIG_UPDATE, channelId: 'trade' })
  const content = common.ConfigUpdateEnvelope.deserializeBinary(payload.getData_asU8())
  expect(Buffer.from(content.getConfigUpdate_asU8()).equals(update)).toBe(true)
  expect(content.getSignaturesList()).toHaveLength(2)
  // The one who submits it signs the envelope.
  expect(envelope.getSignature_asU8()).toHaveLength(0)
})
