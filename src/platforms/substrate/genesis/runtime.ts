import { zstdDecompressSync } from 'node:zlib'
import { bytesToHex } from '@noble/hashes/utils.js'
import { hostFunctions } from './host.ts'
import { runtimeMemory } from './memory.ts'
import type { RuntimeStorage } from './storage.ts'
import { isMemory, type WasmFunction, type WasmMemory, type WasmModule, webAssembly } from './web-assembly.ts'

/** What begins a compressed runtime, and how large it may become (sp-maybe-compressed-blob-11.0.0, lib.rs). */
const compressed = '52bc537646db8e05'
const largest = 50 * 2 ** 20

/** What begins a runtime for PolkaVM, another machine than WebAssembly (polkavm-common-0.18.0, program.rs: BLOB_MAGIC). */
const polkaVm = '50564d00'

/** Why there is no genesis: no node can build it, or only Chancery cannot. As the end of a sentence. */
export type GenesisProblem = { readonly refused: string } | { readonly unknown: string }

interface RuntimeAnswer {
  readonly output: Uint8Array
  readonly storage: ReadonlyMap<string, Uint8Array>
}

export interface Runtime {
  /** What one of its functions answers, with an empty storage, and what it stores. */
  call(name: string, argument: Uint8Array): RuntimeAnswer | GenesisProblem
}

/** The runtime of a chain spec: WebAssembly, with Zstandard or without. */
export function runtimeOf(code: Uint8Array): Runtime | GenesisProblem {
  try {
    const isCompressed = bytesToHex(code.subarray(0, 8)) === compressed
    const program = isCompressed ? zstdDecompressSync(code.subarray(8), { maxOutputLength: largest }) : code
    if (bytesToHex(program.subarray(0, 4)) === polkaVm) return { unknown: 'the runtime is for PolkaVM' }
    const module = new webAssembly.Module(program)
    return { call: (name, argument) => call(module, name, argument) }
  } catch (error) {
    return { refused: `the code of the runtime is damaged: ${reason(error)}` }
  }
}

function call(module: WasmModule, name: string, argument: Uint8Array): RuntimeAnswer | GenesisProblem {
  const memory = runtimeMemory()
  const storage: RuntimeStorage = new Map()
  let logged: string | undefined
  const known = hostFunctions(memory, storage, (text) => {
    logged = text
  })
  const imports: Record<string, WasmFunction | WasmMemory> = { memory: memory.imported }
  for (const { kind, name: wanted } of webAssembly.Module.imports(module)) {
    if (kind === 'function') imports[wanted] = known[wanted] ?? missing(wanted)
  }
  try {
    const { exports } = new webAssembly.Instance(module, { env: imports })
    const { [name]: entry, __heap_base: heap, memory: exported } = exports
    if (!isFunction(entry)) return { refused: `the runtime has no function ${name}` }
    if (!isAddress(heap)) return { refused: 'the runtime has no __heap_base' }
    memory.startAt(heap.value, isMemory(exported) ? exported : undefined)
    const output = memory.read(entry(memory.write(argument), argument.length))
    return { output, storage }
  } catch (error) {
    // What panics logs why.
    return logged === undefined ? { unknown: `${name} failed: ${reason(error)}` } : { refused: withoutPlace(logged) }
  }
}

/** Nodes link what they do not know in the same way: only the call fails (sc-executor-wasmtime-0.38.0, imports.rs). */
const missing = (name: string) => (): never => {
  throw new Error(`${name} is unknown`)
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** `panicked at lib.rs:519:5:\nthe balance of …` without the place in the sources. */
const withoutPlace = (text: string): string => text.replace(/^panicked at \S+:\s*/, '').slice(0, longestReason)
const longestReason = 200

/** Its functions get an address and a length, and give both in one number. */
const isFunction = (value: unknown): value is (address: number, length: number) => bigint => typeof value === 'function'
const isAddress = (value: unknown): value is { readonly value: number } =>
  typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number'
