import { type WasmMemory, webAssembly } from './web-assembly.ts'

/** 2048 pages are the heap that a node gives a runtime (sc-executor-0.42.0, DEFAULT_HEAP_ALLOC_STRATEGY); its code has some, too. */
const mostPages = 4096
const page = 2 ** 16

export interface RuntimeMemory {
  /** For a runtime without its own memory. */
  readonly imported: WasmMemory
  /** From where on memory is free, and the memory of a runtime that has its own: known once it is loaded. */
  startAt(address: number, own: WasmMemory | undefined): void
  /** The address of that many new bytes. */
  allocate(size: number): number
  /** Bytes that an address and a length in one number name. */
  read(at: bigint): Uint8Array
  /** The address of a copy. */
  write(bytes: Uint8Array): number
  /** Address and length of a copy. */
  place(bytes: Uint8Array): bigint
  /** Copies as many bytes as fit. */
  copy(bytes: Uint8Array, into: bigint): void
}

const addressOf = (at: bigint): number => Number(at & 0xffff_ffffn)
const lengthOf = (at: bigint): number => Number(at >> 32n) >>> 0

/** The memory of one call of a runtime. It only grows, as it is gone after the call. */
export function runtimeMemory(): RuntimeMemory {
  const imported = new webAssembly.Memory({ initial: 512, maximum: mostPages })
  let memory = imported
  let free = 0
  const all = (): Uint8Array => new Uint8Array(memory.buffer)
  const allocate = (size: number): number => {
    const address = (free + 7) & ~7
    free = address + (size >>> 0)
    const missing = Math.ceil(free / page) - memory.buffer.byteLength / page
    if (missing > 0) memory.grow(missing)
    return address
  }
  const write = (bytes: Uint8Array): number => {
    const address = allocate(bytes.length)
    all().set(bytes, address)
    return address
  }
  return {
    imported,
    allocate,
    write,
    startAt: (address, own) => {
      free = address
      memory = own ?? imported
    },
    read: (at) => all().slice(addressOf(at), addressOf(at) + lengthOf(at)),
    place: (bytes) => (BigInt(bytes.length) << 32n) | BigInt(write(bytes)),
    copy: (bytes, into) => all().set(bytes.subarray(0, lengthOf(into)), addressOf(into)),
  }
}
