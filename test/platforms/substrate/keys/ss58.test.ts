import { hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { decodeAddress, encodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'

const publicKey = hexToBytes('d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')

describe('addresses are those of the Python package scalecodec 1.2.12', () => {
  it.each([
    [0, '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'],
    [2, 'HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F'],
    [42, '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
    [63, '7NPoMQbiA6trJKkjB35uk96MeJD4PGWkLQLH7k7hXEkZpiba'],
    [64, 'cEaNSpz4PxFcZ7nT1VEKrKewH67rfx6MfcM6yKojyyPz7qaqp'],
    [255, 'yGHXkYLYqxijLKKfd9Q2CB9shRVu8rPNBS53wvwGTutYg4zTg'],
    [256, 'VByeGLMtP8r8BYQpNX1sb2VtAW8GYCbtFAeXJwsA2ur3MNRdq'],
    [1337, 'bUNdEKVCnhNAZvnEWFNcL3T82nAWQduR63fgon1qbrba7AKfN'],
    [16383, 'yNa8JpqfFB3q8A29rCwSgxvdU94ufJw2yKKxDgznS5m1PoFvn'],
  ])('with the prefix %s', (prefix, address) => {
    expect(encodeAddress(publicKey, prefix)).toBe(address)
    expect(decodeAddress(address)).toEqual({ prefix, publicKey })
  })
})

it.each([
  ['another last character', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX'],
  ['a character less', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ'],
  ['characters that base58 does not have', '0GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
  ['a public key', '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'],
  ['a phrase', 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'],
  ['nothing', ''],
])('%s is no address', (_, text) => {
  expect(decodeAddress(text)).toBeUndefined()
})
