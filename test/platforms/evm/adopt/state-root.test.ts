import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { stateRootOf } from '../../../../src/platforms/evm/adopt/state-root.ts'

const digits = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Accounts of all kinds: without balance, with a nonce, with code, with many slots, some of them zero. */
const allocOf = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const address = digits(`a${at}`).slice(0, 40)
      const slots = Array.from({ length: at % 40 }, (_slot, slot) => [
        `0x${digits(`s${at}${slot}`)}`,
        `0x${(slot % 3 === 0 ? slot.toString(16) : digits(`v${slot}`).slice(0, 62)).padStart(64, '0')}`,
      ])
      const hexadecimal = `0x${digits(`b${at}`).slice(0, 1 + (at % 30))}`
      return [
        at % 2 === 1 ? `0x${address}` : address,
        {
          balance: at % 5 === 0 ? '0x0' : at % 2 === 1 ? hexadecimal : String(at * 1000003),
          ...(at % 3 === 0 ? { nonce: `0x${at.toString(16)}` } : {}),
          ...(at % 7 === 0 ? { code: `0x${digits(`c${at}`)}` } : {}),
          ...(at % 4 === 0 ? { storage: Object.fromEntries(slots) } : {}),
        },
      ]
    }),
  )

/** Of the first block that go-ethereum 1.13.15 makes with these accounts (geth init). */
test.each([
  [0, '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'],
  [1, '0x3c812d6fe7cce9cbe51162fe96cd8eb44a4171acf5dc3c40221c1744742738e1'],
  [2, '0x26279ba82087009f087cf65108df619e43656fb32f550c8d6fe2c373a34ba07c'],
  [17, '0x5f210448180566730dfad2e7c4c44a8f200c0af1ce800d6cefd8cb21897afd63'],
  [700, '0xf5abcb2a4ecb3b9d0a29cb681e133ba814e035b291cf6dc7968e16e4453480e4'],
])('the state root of %s accounts is that of go-ethereum', (count, root) => {
  expect(stateRootOf(allocOf(count), { nonce: (written) => written })).toBe(root)
})
