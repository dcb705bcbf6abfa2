import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../../src/material/random.ts'
import { addressOf, isOnCurve, makeIdentity, readIdentity } from '../../../src/platforms/evm/identity.ts'

/** Published development keys, which protect nothing: of Besu's and of Hardhat's development networks. */
const published = [
  ['8f2a55949038a9610f50fb23b5883af3b4ecb3c3bb792cbcefbd1542c692be63', '0xfe3b557e8fb62b89f4916b721be55ceb828dbd73'],
  ['c87509a1c067bbde78beb793e6fa76530b6382a4c0241e5e4a9ec0a0f44dc0d3', '0x627306090abab3a6e1400e9345bc60c78a8bef57'],
  ['ae6ae8e5ccbfb04590405997ee2d52d2b330726137b875053c36d94e974d162f', '0xf17f52151ebef6c7334fad080c5704d77216b732'],
  ['ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80', '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'],
] as const

/** Node ID of the first key, as Besu's quickstart has it in the enode URL of its boot node. */
const bootNode =
  '09b02f8a5fddd222ade4ea4528faefc399623af3f736be3c44f03e2df22fb792f3931a4d9573d333ca74343305762a753388c3422a86d98b713fc91c1ea04842'

const nodeIdOf = (privateKey: string): string =>
  bytesToHex(secp256k1.getPublicKey(hexToBytes(privateKey), false).subarray(1))

/** Order of secp256k1: SEC 2, section 2.4.1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

describe('addressOf', () => {
  it.each(published)('of the public key of %s', (privateKey, address) => {
    expect(addressOf(nodeIdOf(privateKey))).toBe(address)
  })

  it('has a node ID as Besu prints it', () => {
    expect(nodeIdOf(published[0][0])).toBe(bootNode)
    expect(addressOf(bootNode)).toBe(published[0][1])
  })
})

describe('makeIdentity', () => {
  /** What it makes of 48 bytes. */
  const from = (bytes: Uint8Array) => makeIdentity(() => bytes, 'carrier/rpc1')

  it('asks for bytes once, for the node', () => {
    const asked: unknown[] = []
    makeIdentity((label, length) => {
      asked.push([label, length])
      return systemRandom(label, length)
    }, 'carrier/rpc1')
    expect(asked).toEqual([['node key carrier/rpc1', 48]])
  })

  it('gives a key that Besu can read, and its own public half', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (bytes) => {
        const { identity, privateKey } = from(bytes)
        expect(privateKey).toMatch(/^[0-9a-f]{64}$/)
        const number = BigInt(`0x${privateKey}`)
        expect(number >= 1n && number < order).toBe(true)
        expect(identity.nodeId).toBe(nodeIdOf(privateKey))
        expect(identity.address).toBe(`0x${bytesToHex(keccak_256(hexToBytes(identity.nodeId))).slice(24)}`)
        expect(isOnCurve(identity.nodeId)).toBe(true)
        expect(readIdentity(JSON.parse(JSON.stringify(identity)))).toEqual(identity)
      }),
      { numRuns: 50 },
    )
  })

  it.each<[string, bigint]>([
    ['zero', 0n],
    ['the order less one', order - 1n],
    ['the order', order],
    ['the order and one', order + 1n],
    ['twice the order', 2n * order],
    ['all ones', 2n ** 384n - 1n],
  ])('keeps within the order for %s', (_name, number) => {
    const { privateKey } = from(hexToBytes(number.toString(16).padStart(96, '0')))
    const made = BigInt(`0x${privateKey}`)
    expect(made >= 1n && made < order).toBe(true)
  })

  it('never makes the same key twice', () => {
    const made = Array.from({ length: 20 }, () => makeIdentity(systemRandom, 'carrier/rpc1').privateKey)
    expect(new Set(made).size).toBe(20)
  })

  it('shows no private key in its public half', () => {
    const { identity, privateKey } = makeIdentity(systemRandom, 'carrier/rpc1')
    expect(JSON.stringify(identity)).not.toContain(privateKey)
  })
})

describe('isOnCurve', () => {
  it.each<[string, string, boolean]>([
    ['a public key', bootNode, true],
    ['one digit changed', `0${bootNode.slice(1, -1)}3`, false],
    ['zeros', '0'.repeat(128), false],
    ['too short', bootNode.slice(2), false],
    ['with its leading byte', `04${bootNode}`, false],
    ['no digits', 'z'.repeat(128), false],
    ['nothing', '', false],
  ])('%s', (_name, nodeId, expected) => expect(isOnCurve(nodeId)).toBe(expected))
})

describe('readIdentity', () => {
  const good = { kind: 'evm-node', nodeId: bootNode, address: published[0][1] }

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'evm-node'],
    ['another kind', { ...good, kind: 'x509' }],
    ['no node ID', { ...good, nodeId: undefined }],
    ['a short node ID', { ...good, nodeId: bootNode.slice(1) }],
    ['a node ID in capitals', { ...good, nodeId: bootNode.toUpperCase() }],
    ['a node ID with 0x', { ...good, nodeId: `0x${bootNode}` }],
    ['an address without 0x', { ...good, address: good.address.slice(2) }],
    ['an address in capitals', { ...good, address: good.address.toUpperCase() }],
    ['an address that YAML read as a number', { ...good, address: 1.45e48 }],
  ])('refuses %s', (_name, value) => expect(readIdentity(value)).toBeUndefined())

  it('takes what is written, and leaves what is more', () => {
    expect(readIdentity({ ...good, secret: { name: 'a', key: 'b' } })).toEqual(good)
  })
})
