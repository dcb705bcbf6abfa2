import { type WasmMemory, webAssembly } from './web-assembly.ts'

/** 2048 pages are the heap that a node gives a runtime (sc-executor-0.42.0, DEFAULT_HEAP_ALLOC_STRATEGY); its code has some, too. */
const mostPages = 4096
const page = 2 ** 16

/** The largest allocation (sp-core-36.1.0, MAX_POSSIBLE_ALLOCATION). */
const largest = 2 ** 25

const headerSize = 8
const smallest = 8

export interface RuntimeMemory {
  /** For a runtime without its own memory. */
  readonly imported: WasmMemory
  /** From where on memory is free, and the memory of a runtime that has its own: known once it is loaded. */
  startAt(address: number, own: WasmMemory | undefined): void
  /** The address of that many new bytes. Throws a RangeError for more than a node gives. */
  allocate(size: number): number
  free(address: number): void
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

/**
 * The memory of one call of a runtime. Sizes are powers of two, and a header is before each allocation, as a node has it
 * (sc-allocator-31.0.0, freeing_bump.rs): some runtimes write to the last bytes of that header, which is harmless there only.
 */
export function runtimeMemory(): RuntimeMemory {
  const imported = new webAssembly.Memory({ initial: 512, maximum: mostPages })
  let memory = imported
  let unused = 0
  const orders = new Map<number, number>()
  const freed = new Map<number, number[]>()
  const all = (): Uint8Array => new Uint8Array(memory.buffer)

  function allocate(size: number): number {
    const wanted = size >>> 0
    if (wanted > largest) throw new RangeError(`${wanted} bytes at once are more than a node has for a runtime`)
    const order = Math.max(0, Math.ceil(Math.log2(Math.max(wanted, smallest) / smallest)))
    const address = freed.get(order)?.pop() ?? added(smallest * 2 ** order)
    const header = new DataView(memory.buffer, address - headerSize, headerSize)
    header.setUint32(0, order, true)
    header.setUint32(4, 1, true)
    orders.set(address, order)
    return address
  }

  function added(size: number): number {
    const address = unused + headerSize
    unused = address + size
    const missing = Math.ceil(unused / page) - memory.buffer.byteLength / page
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
      unused = Math.ceil(address / headerSize) * headerSize
      memory = own ?? imported
    },
    free: (address) => {
      const order = orders.get(address)
      if (order === undefined) throw new RangeError(`nothing is allocated at ${address}`)
      orders.delete(address)
      const free = freed.get(order)
      if (free === undefined) freed.set(order, [address])
      else free.push(address)
    },
    read: (at) => all().slice(addressOf(at), addressOf(at) + lengthOf(at)),
    place: (bytes) => (BigInt(bytes.length) << 32n) | BigInt(write(bytes)),
    copy: (bytes, into) => all().set(bytes.subarray(0, lengthOf(into)), addressOf(into)),
  }
}
