import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { common, msp as mspProtos } from '@hyperledger/fabric-protos'
import { p256 } from '@noble/curves/nist.js'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../src/material/random.ts'
import { issueCertificate } from '../../../../src/material/x509/certificate.ts'
import { newKeyPair } from '../../../../src/material/x509/key.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import {
  readSignature,
  signatureProblem,
  signUpdate,
  updateEnvelope,
} from '../../../../src/platforms/fabric/channel/signature.ts'
import { channelInput, msp } from './input.ts'

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

describe('a signature counts as that of an administrator', () => {
  const random = seededRandom('signatures')
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') }
  const key = newKeyPair(random, 'administrator')

  function authority(name: string): { readonly pem: string; readonly issue: (unit: string) => string } {
    const own = newKeyPair(random, name)
    const request = { serialNumber: random(`${name} serial`, 16), ...validity }
    const pem = issueCertificate(
      { ...request, subject: { commonName: name }, purpose: { kind: 'authority' }, publicKey: own.publicKey },
      { key: own },
    )
    const certificate = readCertificate(pem)
    if (certificate === undefined) throw new Error('the authority cannot be read')
    return {
      pem,
      issue: (unit) =>
        issueCertificate(
          {
            ...request,
            subject: { unit, commonName: 'someone' },
            purpose: { kind: 'identity' },
            publicKey: key.publicKey,
          },
          { key: own, certificate },
        ),
    }
  }

  const [first, second, intermediate, stranger] = [
    authority('first'),
    authority('second'),
    authority('intermediate'),
    authority('stranger'),
  ]
  const input = channelInput('etcdraft', 3)
  const channel = desiredConfig({
    ...input,
    applicationOrganizations: [
      {
        // As an organization has it that changes its root: both in one file.
        msp: { ...msp('AlphaMSP'), authorities: [first.pem + second.pem], intermediates: [intermediate.pem] },
        anchors: [],
      },
      { msp: { ...msp('BetaMSP'), authorities: [stranger.pem] }, anchors: [] },
    ],
  })
  const signedWith = (certificate: string, mspId = 'AlphaMSP'): Buffer =>
    signUpdate(update, { mspId, certificate, privateKey: key.privateKey })

  test.each([
    ['of the old root', first],
    ['of the new root', second],
    ['of an intermediate authority', intermediate],
  ])('%s', (_what, { issue }) =>
    expect(signatureProblem(channel, update, signedWith(issue('admin')), 'AlphaMSP')).toBeUndefined(),
  )

  test.each<[string, Buffer, string]>([
    ['of another MSP', signedWith(stranger.issue('admin'), 'BetaMSP'), 'it is of BetaMSP, not of AlphaMSP'],
    [
      'of another authority',
      signedWith(stranger.issue('admin')),
      'its certificate is of no authority of AlphaMSP that the channel knows',
    ],
    ['of no certificate', signedWith('nothing'), 'its certificate cannot be read'],
    [
      'of a peer',
      signedWith(first.issue('peer')),
      "its certificate is not an administrator's: its OU is peer, not admin",
    ],
    [
      'on another update',
      signUpdate(Buffer.from('another update'), {
        mspId: 'AlphaMSP',
        certificate: first.issue('admin'),
        privateKey: key.privateKey,
      }),
      'it is a signature of another update',
    ],
    ['of nobody', Buffer.alloc(0), 'it is of nobody, not of AlphaMSP'],
  ])('not when it is %s', (_what, signature, problem) =>
    expect(signatureProblem(channel, update, signature, 'AlphaMSP')).toBe(problem),
  )
})
