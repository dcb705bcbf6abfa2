import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { RuntimeMemory } from './memory.ts'
import { compact, concat, readCompact, withLength } from './scale.ts'
import type { WasmFunction } from './web-assembly.ts'

/** Values by keys in hexadecimal digits. */
export type RuntimeStorage = Map<string, Uint8Array>

/** The storage of a genesis: empty at first, without child tries (sp-state-machine-0.45.0, basic.rs). */
export function storageFunctions(
  { read, place, copy }: RuntimeMemory,
  storage: RuntimeStorage,
): Readonly<Record<string, WasmFunction>> {
  const key = (at: bigint): string => bytesToHex(read(at))
  /** Storage at the beginning of each transaction that is open. */
  const open: RuntimeStorage[] = []
  const done = (change: unknown): undefined => void change

  /** The count of keys that began so, as `KillStorageResult::AllRemoved`. */
  const clearPrefix = (prefix: bigint): Uint8Array => {
    const keys = [...storage.keys()].filter((one) => one.startsWith(key(prefix)))
    for (const one of keys) storage.delete(one)
    return concat(Uint8Array.of(0), uint32(keys.length))
  }

  return {
    ext_storage_get_version_1: (at: bigint) => {
      const value = storage.get(key(at))
      return place(optional(value && withLength(value)))
    },
    ext_storage_read_version_1: (at: bigint, into: bigint, offset: number) => {
      const value = storage.get(key(at))?.subarray(offset >>> 0)
      if (value !== undefined) copy(value, into)
      return place(optional(value && uint32(value.length)))
    },
    ext_storage_set_version_1: (at: bigint, value: bigint) => done(storage.set(key(at), read(value))),
    ext_storage_clear_version_1: (at: bigint) => done(storage.delete(key(at))),
    ext_storage_clear_prefix_version_1: (prefix: bigint) => done(clearPrefix(prefix)),
    ext_storage_clear_prefix_version_2: (prefix: bigint) => place(clearPrefix(prefix)),
    ext_storage_exists_version_1: (at: bigint) => Number(storage.has(key(at))),
    ext_storage_append_version_1: (at: bigint, item: bigint) => {
      const list = storage.get(key(at)) ?? compact(0)
      const { value: length, next } = readCompact(list, 0)
      return done(storage.set(key(at), concat(compact(length + 1), list.subarray(next), read(item))))
    },
    ext_storage_next_key_version_1: (at: bigint) => {
      const after = key(at)
      const next = [...storage.keys()].filter((one) => one > after).sort()[0]
      return place(optional(next === undefined ? undefined : withLength(hexToBytes(next))))
    },
    ext_storage_start_transaction_version_1: () => done(open.push(new Map(storage))),
    ext_storage_commit_transaction_version_1: () => done(open.pop()),
    ext_storage_rollback_transaction_version_1: () => {
      const before = open.pop() ?? storage
      for (const one of [...storage.keys()]) if (!before.has(one)) storage.delete(one)
      for (const [one, value] of before) storage.set(one, value)
      return undefined
    },
  }
}

/** Nothing, or bytes: SCALE of an `Option`. */
const optional = (bytes: Uint8Array | undefined): Uint8Array =>
  bytes === undefined ? Uint8Array.of(0) : concat(Uint8Array.of(1), bytes)

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}
