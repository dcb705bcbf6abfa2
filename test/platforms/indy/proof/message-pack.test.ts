import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { messagePack } from '../../../../src/platforms/indy/proof/message-pack.ts'

/** As `msgpack.packb(sorted, use_bin_type=True)` of Python's msgpack 1.2.4 gives them. */
const cases: [Record<string, string | number>, string][] = [
  [{}, '80'],
  [
    { a: 0, b: 127, c: 128, d: 255, e: 256, f: 65535, g: 65536, h: 4294967295, i: 4294967296 },
    '89a16100a1627fa163cc80a164ccffa165cd0100a166cdffffa167ce00010000a168ceffffffffa169cf0000000100000000',
  ],
  [
    { text: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', texu: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy' },
    '82a474657874bf78787878787878787878787878787878787878787878787878787878787878a474657875d9207979797979797979797979797979797979797979797979797979797979797979',
  ],
  [{ é: 'üüüüüüüüüüüüüüüü' }, '81a2c3a9d920c3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bcc3bc'],
  [
    {
      long: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    '81a46c6f6e67da012c7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a',
  ],
  [
    { ledger_id: 1, timestamp: 1795948956, txn_root_hash: 'CNWGNegYEmvpecTqHyhf1iQtZK9sL2J2gtHc1SWx1tfo' },
    '83a96c65646765725f696401a974696d657374616d70ce6b0c019cad74786e5f726f6f745f68617368d92c434e57474e656759456d76706563547148796866316951745a4b39734c324a3267744863315357783174666f',
  ],
]

test.each(cases)('%j', (mapping, expected) => {
  expect(bytesToHex(messagePack(mapping))).toBe(expected)
})

test('the order of the keys does not matter', () => {
  expect(messagePack({ a: 1, b: 2 })).toEqual(messagePack({ b: 2, a: 1 }))
})
