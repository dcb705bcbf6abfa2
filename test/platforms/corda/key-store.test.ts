import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readKeyStore } from '../../../src/platforms/corda/key-store.ts'

/** Made by keytool of OpenJDK 17 with `-storetype JKS`: a root alone, and the same root beside a key. */
const store = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'recorded', name))

const subjects = (certificates: ReadonlyMap<string, Uint8Array> = new Map()): string[][] =>
  [...certificates].map(([alias, der]) => [alias, new X509Certificate(der).subject])

const root = ['cordarootca', 'C=GB\nL=London\nO=Root']

describe('a key store of Java', () => {
  it('has its certificates in clear', () => {
    const read = readKeyStore(store('root.jks'))
    expect(subjects(read?.certificates)).toEqual([root])
    expect(read?.privateKeys).toEqual([])
  })

  it('shows that it has a private key', () => {
    const read = readKeyStore(store('root-and-key.jks'))
    expect(subjects(read?.certificates)).toEqual([root])
    expect(read?.privateKeys).toEqual(['key'])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['PKCS #12', Buffer.from('30820a7f', 'hex')],
    ['one that is cut off', store('root.jks').subarray(0, 300)],
    ['one with more bytes', Buffer.concat([store('root.jks'), Buffer.alloc(3)])],
    ['a number of entries that nothing has', Buffer.from(`feedfeed00000002ffffffff${'00'.repeat(20)}`, 'hex')],
    ['another version', Buffer.from(`feedfeed0000000300000000${'00'.repeat(20)}`, 'hex')],
    ['an unknown entry', Buffer.from(`feedfeed00000002000000010000000700016100000000000000${'00'.repeat(22)}`, 'hex')],
  ])('is not %s', (_, bytes) => expect(readKeyStore(bytes)).toBeUndefined())
})
