import { accountsIn } from '../accounts.ts'
import type { EvmClient, GenesisFile } from '../client.ts'

export interface DerivedAccounts {
  readonly accounts: readonly Readonly<Record<string, unknown>>[]
  /** Code that is too long for a line of the definition, as files of a compiler have it. */
  readonly files: ReadonlyMap<string, string>
}

/** Hexadecimal digits of code that a line of the definition has room for. */
const longLine = 200

/** `genesis.accounts` for the accounts of a genesis file. */
export function derivedAccounts(alloc: GenesisFile['alloc'], client: EvmClient): DerivedAccounts {
  const files = new Map<string, string>()
  const accounts = accountsIn(alloc, client).map(({ address, balance, nonce, code, storage }) => {
    const artifact = `contracts/genesis-${address}.json`
    // Anything but bytes stays in the definition, whose schema refuses it.
    const isLong = code.length > longLine && code.length % 2 === 0 && !/[^0-9a-f]/.test(code)
    if (isLong) files.set(artifact, `${JSON.stringify({ deployedBytecode: `0x${code}` }, null, 2)}\n`)
    return {
      address: `0x${address}`,
      ...(balance === '0' ? {} : { balance }),
      ...(nonce === '0' ? {} : { nonce: Number(nonce) }),
      ...(code === '' ? {} : isLong ? { artifact } : { code: `0x${code}` }),
      ...(storage.length === 0
        ? {}
        : { storage: Object.fromEntries(storage.map(([slot, word]) => [`0x${slot}`, `0x${word}`])) }),
    }
  })
  return { accounts, files }
}
