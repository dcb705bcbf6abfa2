import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { truststoreOf } from '../../../../src/platforms/corda/demo-zone/truststore.ts'
import { readKeyStore } from '../../../../src/platforms/corda/key-store.ts'

/** Made by keytool of OpenJDK 17: alias cordarootca, password `changeit`. */
const recorded = readFileSync(join(import.meta.dirname, '../recorded/root.jks'))
const certificates = Object.fromEntries(readKeyStore(recorded)?.certificates ?? [])

test('has the bytes of keytool, besides the date', () => {
  const made = truststoreOf(certificates, 'changeit')
  expect(made).toHaveLength(recorded.length)
  // The date is after magic, version, number, tag, and the alias with its length.
  const date = 4 * 4 + 2 + 'cordarootca'.length
  const end = recorded.length - 20 // the digest is of the date, too
  expect(made.subarray(0, date)).toEqual(recorded.subarray(0, date))
  expect(made.subarray(date, date + 8)).toEqual(Buffer.alloc(8))
  expect(made.subarray(date + 8, end)).toEqual(recorded.subarray(date + 8, end))
})

test('is read again, and is of its password', () => {
  const made = truststoreOf(certificates, 'trustpass')
  const [der] = readKeyStore(made)?.certificates.values() ?? []
  expect(new X509Certificate(der ?? Buffer.alloc(0)).subject).toBe('C=GB\nL=London\nO=Root')
  expect(truststoreOf(certificates, 'trustpass')).toEqual(made)
  expect(truststoreOf(certificates, 'changeit')).not.toEqual(made)
})
