import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import type { RuntimeMemory } from './memory.ts'
import { type RuntimeStorage, storageFunctions } from './storage.ts'
import type { WasmFunction } from './web-assembly.ts'
import { twox } from './xx-hash.ts'

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
  const hash =
    (of: (bytes: Uint8Array) => Uint8Array): WasmFunction =>
    (at: bigint) =>
      memory.write(of(memory.read(at)))
  const nothing = (): undefined => undefined

  return {
    ext_allocator_malloc_version_1: (size: number) => memory.allocate(size),
    ext_allocator_free_version_1: (address: number) => {
      memory.free(address >>> 0)
      return undefined
    },

    ext_hashing_twox_64_version_1: hash((bytes) => twox(bytes, 8)),
    ext_hashing_twox_128_version_1: hash((bytes) => twox(bytes, 16)),
    ext_hashing_twox_256_version_1: hash((bytes) => twox(bytes, 32)),
    ext_hashing_blake2_128_version_1: hash((bytes) => blake2b(bytes, { dkLen: 16 })),
    ext_hashing_blake2_256_version_1: hash((bytes) => blake2b(bytes, { dkLen: 32 })),
    ext_hashing_keccak_256_version_1: hash(keccak_256),
    ext_hashing_sha2_256_version_1: hash(sha256),

    ...storageFunctions(memory, storage),

    // Errors only (sp-core-36.1.0, LogLevelFilter): a runtime that panics logs why.
    ext_logging_max_level_version_1: () => 1,
    ext_logging_log_version_1: (_level: number, _target: bigint, message: bigint) => {
      log(new TextDecoder().decode(memory.read(message)))
      return undefined
    },
    ext_misc_print_num_version_1: nothing,
    ext_misc_print_utf8_version_1: nothing,
    ext_misc_print_hex_version_1: nothing,
  }
}
