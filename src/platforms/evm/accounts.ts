import type { EvmClient, GenesisFile } from './client.ts'
import { amount, bare, entryOf } from './entries.ts'

/** An account of the first block: equal values mean the same. */
export interface WrittenAccount {
  /** 40 digits in small letters, without "0x". */
  readonly address: string
  /** In digits. */
  readonly balance: string
  readonly nonce: string
  /** Hexadecimal digits, without "0x". */
  readonly code: string
  readonly storage: readonly (readonly [slot: string, value: string])[]
}

/** What the state of the first block is made of, by address. Anything else is a remark. */
export const accountsIn = (alloc: GenesisFile['alloc'], client: Pick<EvmClient, 'nonce'>): readonly WrittenAccount[] =>
  Object.entries(alloc)
    .map(([address, account]): WrittenAccount => {
      const field = (name: string): unknown => entryOf(account, name)
      return {
        address: bare(address).padStart(40, '0'),
        balance: amount(field('balance') ?? 0),
        nonce: amount(client.nonce(field('nonce') ?? 0)),
        code: bare(String(field('code') ?? '')),
        storage: slots(field('storage')),
      }
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1))

/** A slot that holds zero is not there. */
const slots = (storage: unknown): readonly (readonly [string, string])[] =>
  Object.entries((storage ?? {}) as Readonly<Record<string, unknown>>)
    .map(([slot, value]) => [word(slot), word(String(value))] as const)
    .filter(([, value]) => !/^0*$/.test(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** A storage word with all of its 64 digits. */
const word = (text: string): string => bare(text).padStart(64, '0')
