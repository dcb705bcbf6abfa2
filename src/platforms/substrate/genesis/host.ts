import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { RuntimeMemory } from './memory.ts'
import { compact, concat, readCompact, withLength } from './scale.ts'
import type { WasmFunction } from './web-assembly.ts'
import { twox } from './xx-hash.ts'

/** Values by keys in hexadecimal digits. */
export type RuntimeStorage = Map<string, Uint8Array>

/** Nothing, or bytes with their length: SCALE of an `Option<Bytes>`. */
const optional = (bytes: Uint8Array | undefined): Uint8Array =>
  bytes === undefined ? Uint8Array.of(0) : concat(Uint8Array.of(1), bytes)

/**
 * What a runtime requires from its host while it builds a genesis: memory, storage, hashes and logs (sp-io-40.0.1, lib.rs). Bytes come
 * and go as one number of 64 bits, the length above the address (sp-runtime-interface-29.0.1). Signatures, other chains' data and the
 * network are no part of a genesis.
 */
export function hostFunctions(
  memory: RuntimeMemory,
  storage: RuntimeStorage,
  log: (text: string) => void,
): Readonly<Record<string, WasmFunction>> {
  const { allocate, read, write, place } = memory
  const key = (at: bigint): string => bytesToHex(read(at))
  const hash =
    (of: (bytes: Uint8Array) => Uint8Array): WasmFunction =>
    (at: bigint) =>
      write(of(read(at)))

  return {
    ext_allocator_malloc_version_1: (size: number) => allocate(size),
    ext_allocator_free_version_1: () => undefined,

    ext_hashing_twox_64_version_1: hash((bytes) => twox(bytes, 8)),
    ext_hashing_twox_128_version_1: hash((bytes) => twox(bytes, 16)),
    ext_hashing_twox_256_version_1: hash((bytes) => twox(bytes, 32)),
    ext_hashing_blake2_128_version_1: hash((bytes) => blake2b(bytes, { dkLen: 16 })),
    ext_hashing_blake2_256_version_1: hash((bytes) => blake2b(bytes, { dkLen: 32 })),
    ext_hashing_keccak_256_version_1: hash(keccak_256),
    ext_hashing_sha2_256_version_1: hash(sha256),

    ext_storage_get_version_1: (at: bigint) => {
      const value = storage.get(key(at))
      return place(optional(value && withLength(value)))
    },
    ext_storage_read_version_1: (at: bigint, into: bigint, offset: number) => {
      const value = storage.get(key(at))?.subarray(offset >>> 0)
      if (value === undefined) return place(optional(undefined))
      memory.copy(value, into)
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, value.length, true)
      return place(optional(length))
    },
    ext_storage_set_version_1: (at: bigint, value: bigint) => {
      storage.set(key(at), read(value))
      return undefined
    },
    ext_storage_clear_version_1: (at: bigint) => {
      storage.delete(key(at))
      return undefined
    },
    ext_storage_exists_version_1: (at: bigint) => Number(storage.has(key(at))),
    ext_storage_append_version_1: (at: bigint, item: bigint) => {
      const list = storage.get(key(at)) ?? compact(0)
      const { value: length, next } = readCompact(list, 0)
      storage.set(key(at), concat(compact(length + 1), list.subarray(next), read(item)))
      return undefined
    },
    ext_storage_next_key_version_1: (at: bigint) => {
      const after = key(at)
      const next = [...storage.keys()].filter((one) => one > after).sort()[0]
      return place(optional(next === undefined ? undefined : withLength(hexToBytes(next))))
    },
    // A genesis that fails is thrown away whole: there is nothing to go back to.
    ext_storage_start_transaction_version_1: () => undefined,
    ext_storage_commit_transaction_version_1: () => undefined,

    // Errors only (sp-core-36.1.0, LogLevelFilter): a runtime that panics logs why.
    ext_logging_max_level_version_1: () => 1,
    ext_logging_log_version_1: (_level: number, _target: bigint, message: bigint) => {
      log(new TextDecoder().decode(read(message)))
      return undefined
    },
  }
}
