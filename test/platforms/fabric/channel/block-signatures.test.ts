import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../src/material/random.ts'
import { issueCertificate } from '../../../../src/material/x509/certificate.ts'
import { newKeyPair } from '../../../../src/material/x509/key.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import { genesisBlock, readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { importProblem } from '../../../../src/platforms/fabric/updates/trust.ts'
import { channelInput, consenter, msp } from './input.ts'
import { type BlockSigner, signedBlock } from './signed-block.ts'

const random = seededRandom('blocks')
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-01-01T00:00:00Z') }

/** An authority, and what it issues. */
function authority(name: string) {
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
    signer: (unit: string, label: string): BlockSigner => {
      const key = newKeyPair(random, label)
      return {
        mspId: 'OrdererMSP',
        privateKey: key.privateKey,
        certificate: issueCertificate(
          { ...request, subject: { unit, commonName: label }, purpose: { kind: 'identity' }, publicKey: key.publicKey },
          { key: own, certificate },
        ),
      }
    },
  }
}

const [trusted, stranger] = [authority('ordering'), authority('stranger')]
const orderers = [1, 2, 3, 4].map((at) => trusted.signer('orderer', `orderer${at}`))
const imposters = [1, 2, 3, 4].map((at) => stranger.signer('orderer', `imposter${at}`))
const [first] = orderers as [BlockSigner]

const ordererOrganization = { msp: { ...msp('OrdererMSP'), authorities: [trusted.pem] }, endpoints: ['a:1'] }

function channel(consensus: 'etcdraft' | 'bft', timeout = '2s'): ConfigGroup {
  const input = channelInput(consensus, 4)
  return desiredConfig({
    ...input,
    batch: { ...input.batch, timeout },
    ordererOrganizations: [ordererOrganization],
    consenters: orderers.map(({ certificate }, at) => ({ ...consenter(at + 1), identity: certificate })),
  })
}

function problem(
  consensus: 'etcdraft' | 'bft',
  content: Partial<Parameters<typeof signedBlock>[0]>,
): string | undefined {
  const genesis = readConfigBlock(genesisBlock('trade', channel(consensus)))
  const block = signedBlock({
    channel: 'trade',
    number: 7,
    state: { sequence: 1, channel: channel(consensus, '9s') },
    signers: [],
    ...content,
  })
  return importProblem({ block: genesis, states: [genesis.state] }, readConfigBlock(block))
}

const numbered = (signers: readonly BlockSigner[]): BlockSigner[] =>
  signers.map((signer, at) => ({ ...signer, number: at + 1 }))

const unsigned = 'block 7 lacks signatures of orderers that BlockValidation of the last trusted configuration requires'

describe('a block from elsewhere', () => {
  test.each<[string, 'etcdraft' | 'bft', Partial<Parameters<typeof signedBlock>[0]>, string | undefined]>([
    ['Raft: one orderer', 'etcdraft', { signers: [first] }, undefined],
    ['Raft: nobody', 'etcdraft', {}, `${unsigned}; 0 of 0 are valid`],
    [
      'Raft: an orderer of another authority',
      'etcdraft',
      { signers: [imposters[0] ?? first] },
      `${unsigned}; 0 of 1 are valid; one has a certificate of no authority of OrdererMSP that the configuration knows`,
    ],
    [
      'Raft: an organization that does not order',
      'etcdraft',
      { signers: [{ ...first, mspId: 'AlphaMSP' }] },
      `${unsigned}; 0 of 1 are valid; one has a certificate of no authority of AlphaMSP that the configuration knows`,
    ],
    ['SmartBFT: three of four', 'bft', { signers: numbered(orderers).slice(0, 3) }, undefined],
    ['SmartBFT: three that name their certificates', 'bft', { signers: orderers.slice(0, 3) }, undefined],
    ['SmartBFT: two of four', 'bft', { signers: numbered(orderers).slice(0, 2) }, `${unsigned}; 2 of 2 are valid`],
    [
      'SmartBFT: one that signs four times',
      'bft',
      { signers: Array.from({ length: 4 }, () => ({ ...first, number: 1 })) },
      `${unsigned}; 1 of 4 are valid`,
    ],
    [
      'SmartBFT: others under the numbers of the orderers',
      'bft',
      { signers: numbered(imposters) },
      `${unsigned}; 0 of 4 are valid; that of orderer1 of OrdererMSP does not verify; that of orderer2 of OrdererMSP does not verify; that of orderer3 of OrdererMSP does not verify; that of orderer4 of OrdererMSP does not verify`,
    ],
    [
      'SmartBFT: numbers that nobody has',
      'bft',
      { signers: [{ ...first, number: 9 }] },
      `${unsigned}; 0 of 1 are valid; one is of an orderer that the configuration does not have`,
    ],
    [
      'SmartBFT: peers of the organization',
      'bft',
      { signers: [1, 2, 3].map((at) => trusted.signer('peer', `peer${at}`)) },
      `${unsigned}; 3 of 3 are valid`,
    ],
    [
      'a number that is known already',
      'etcdraft',
      { number: 0, signers: [first] },
      'block 0 does not come after block 0, which is recorded already',
    ],
    [
      'a configuration that is known already',
      'etcdraft',
      { state: { sequence: 0, channel: channel('etcdraft', '9s') }, signers: [first] },
      'its configuration 0 does not come after configuration 0, which is recorded already',
    ],
  ])('%s', (_what, consensus, content, expected) => expect(problem(consensus, content)).toBe(expected))

  test('that is the next one has to follow the one that is known', () => {
    const { hash } = readConfigBlock(genesisBlock('trade', channel('etcdraft')))
    expect(problem('etcdraft', { number: 1, previousHash: hash, signers: [first] })).toBeUndefined()
    expect(problem('etcdraft', { number: 1, previousHash: 'ab'.repeat(32), signers: [first] })).toBe(
      `it does not follow block 0: it names ${'ab'.repeat(32)} as the one before it, whose hash is ${hash}`,
    )
  })

  test('does not verify with another configuration in it', () => {
    const block = readConfigBlock(
      signedBlock({
        channel: 'trade',
        number: 7,
        state: { sequence: 1, channel: channel('etcdraft', '9s') },
        signers: [first],
      }),
    )
    const genesis = readConfigBlock(genesisBlock('trade', channel('etcdraft')))
    const other = readConfigBlock(
      signedBlock({
        channel: 'trade',
        number: 7,
        state: { sequence: 1, channel: channel('etcdraft', '1s') },
        signers: [],
      }),
    )
    expect(
      importProblem(
        { block: genesis, states: [genesis.state] },
        { ...other, signed: { ...other.signed, signatures: block.signed.signatures } },
      ),
    ).toBe(`${unsigned}; 0 of 1 are valid; that of orderer1 of OrdererMSP does not verify`)
  })
})
