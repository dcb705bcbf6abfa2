import { expect, it } from 'vitest'
import { canonicalLegalName, serverNameOf } from '../../../src/platforms/corda/legal-name.ts'

/** What nodes of Corda 4.8 asked for, seen at a router between them. */
it.each([
  ['O=PartyA, L=London, C=GB', '5c43a411e1597dab67349dd1bfa4cec4.corda.net'],
  ['O=PartyB, L=London, C=GB', '33a3375f479b638514d87dbed1e48f1c.corda.net'],
  ['O=Notary, L=London, C=GB', '6c8fe8aedf1407f079392640a80b6140.corda.net'],
])('%s is asked for as %s', (name, serverName) => {
  expect(serverNameOf(name)).toBe(serverName)
})

it.each([
  ['C=GB,L=London,O=Bank', 'O=Bank, L=London, C=GB'],
  ['  o = Bank , L=London,c=GB', 'O=Bank, L=London, C=GB'],
  [
    'C=US, ST=New York, L=New York, O=Shop Ltd., OU=IT, CN=Ledger',
    'CN=Ledger, OU=IT, O=Shop Ltd., L=New York, ST=New York, C=US',
  ],
])('%s has one form', (written, canonical) => {
  expect(canonicalLegalName(written)).toBe(canonical)
  expect(canonicalLegalName(canonical)).toBe(canonical)
})
