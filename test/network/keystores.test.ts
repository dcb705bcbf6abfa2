import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretsInFiles } from '../../src/network/rules/files.ts'
import { keyInKeystore } from '../../src/network/rules/keystores.ts'

/** Made with keytool of OpenJDK 21 and OpenSSL 3; keys that nobody uses. */
const read = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(import.meta.dirname, 'keystores', name)))

describe('a keystore', () => {
  it.each(['certificates.jks', 'certificates.jceks', 'certificates.pkcs12', 'certificates.openssl.p12'])(
    'of certificates only is no secret: %s',
    (name) => expect(keyInKeystore(read(name))).toBeUndefined(),
  )

  it.each([
    ['key.jks', 'a Java keystore with a key'],
    ['key.jceks', 'a Java keystore with a key'],
    ['key.pkcs12', 'a PKCS#12 keystore with a key'],
    ['key.openssl.p12', 'a PKCS#12 keystore with a key'],
    ['secret.pkcs12', 'a PKCS#12 keystore with a key'],
  ])('with a key is one: %s', (name, what) => expect(keyInKeystore(read(name))).toBe(what))

  it('may be cut off anywhere, and is looked through all the same', () => {
    const whole = read('certificates.jks')
    for (let length = 0; length < whole.length; length += 1)
      expect(keyInKeystore(whole.subarray(0, length))).toBeUndefined()
  })
})

describe('binary files around a definition', () => {
  it('are refused with a key in them', () => {
    expect(secretsInFiles(new Map([['trust/roots.jks', read('key.jks')]]))).toEqual([
      {
        rule: 'plain-secret',
        severity: 'error',
        message: 'a Java keystore with a key: only certificates may be in the repository',
        hint: expect.stringMatching(/^remove it here and from the history/),
        place: { file: 'trust/roots.jks', line: 1, column: 1 },
      },
    ])
  })

  it('are looked through for what a secret looks like in a text', () => {
    const pem = Buffer.from('\n-----BEGIN EC PRIVATE KEY-----\n')
    const bytes = Uint8Array.from([0xff, 0x00, ...pem])
    expect(secretsInFiles(new Map([['trust/roots.bin', bytes]]))).toMatchObject([
      { message: 'a PEM private key in plain text', place: { line: 2 } },
    ])
  })
})
