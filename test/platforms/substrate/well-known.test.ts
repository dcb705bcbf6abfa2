import { expect, test } from 'vitest'
import { developmentKeys as published, publishedKey } from '../../../src/platforms/substrate/well-known.ts'
import { developmentKeys } from './keys/development-keys.ts'

test('has the keys that the development phrase derives', () => {
  expect(published).toEqual(Object.fromEntries(developmentKeys()))
})

test('names the owner of a key', () => {
  const alice = '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'
  expect(publishedKey(alice)).toBe('//Alice of the development phrase')
  expect(publishedKey(`0x${'00'.repeat(32)}`)).toBeUndefined()
})
