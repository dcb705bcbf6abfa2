import { describe, expect, it } from 'vitest'
import { runtimeMemory } from '../../../../src/platforms/substrate/genesis/memory.ts'

const started = (at = 1001) => {
  const memory = runtimeMemory()
  memory.startAt(at, undefined)
  return memory
}

describe('the memory of a runtime', () => {
  // sc-allocator-31.0.0, freeing_bump.rs: should_allocate_properly and those after it, with 8 bytes for each header.
  it('has a header before each allocation, and sizes of powers of two', () => {
    const memory = started()
    expect([1, 9, 16, 17, 0].map((size) => memory.allocate(size))).toEqual([1016, 1032, 1056, 1080, 1120])
    const header = new DataView(memory.imported.buffer, 1080 - 8, 8)
    // An order above 8 bytes, and that it is in use.
    expect([header.getUint32(0, true), header.getUint32(4, true)]).toEqual([2, 1])
  })

  it('gives what was freed to the next of the same size', () => {
    const memory = started()
    const [first, second] = [memory.allocate(20), memory.allocate(20)]
    memory.free(first)
    expect(memory.allocate(33)).not.toBe(first)
    expect(memory.allocate(32)).toBe(first)
    expect(memory.allocate(32)).not.toBe(second)
    expect(() => memory.free(4)).toThrow('nothing is allocated at 4')
  })

  it('grows, up to what nodes give', () => {
    const memory = started()
    const before = memory.imported.buffer.byteLength
    const address = memory.allocate(2 ** 25)
    expect(memory.imported.buffer.byteLength).toBeGreaterThan(before)
    expect(address + 2 ** 25).toBeLessThanOrEqual(memory.imported.buffer.byteLength)
    expect(() => memory.allocate(2 ** 25 + 1)).toThrow(RangeError)
  })

  it('passes bytes as a length above an address', () => {
    const memory = started()
    const placed = memory.place(Uint8Array.of(7, 8, 9))
    expect([placed >> 32n, placed & 0xffff_ffffn]).toEqual([3n, 1016n])
    expect([...memory.read(placed)]).toEqual([7, 8, 9])
    memory.copy(Uint8Array.of(1, 2, 3, 4), placed)
    expect([...memory.read((4n << 32n) | 1016n)]).toEqual([1, 2, 3, 0])
  })
})
