import { hexToBytes } from '@noble/hashes/utils.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RuntimeMemory, runtimeMemory } from '../../../../src/platforms/substrate/genesis/memory.ts'
import { storageFunctions } from '../../../../src/platforms/substrate/genesis/storage.ts'

let memory: RuntimeMemory
let storage: Map<string, Uint8Array>
let functions: Readonly<Record<string, (...values: readonly unknown[]) => unknown>>

beforeEach(() => {
  memory = runtimeMemory()
  memory.startAt(0, undefined)
  storage = new Map()
  functions = storageFunctions(memory, storage) as unknown as typeof functions // called with what each takes
})

const bytes = (hex: string): bigint => memory.place(hexToBytes(hex))
const call = (name: string, ...values: readonly unknown[]): unknown => functions[`ext_storage_${name}`]?.(...values)
const answer = (name: string, ...values: readonly unknown[]): string =>
  Buffer.from(memory.read(call(name, ...values) as bigint)).toString('hex') // those that answer with bytes
const set = (key: string, value: string): unknown => call('set_version_1', bytes(key), bytes(value))
const stored = (): object =>
  Object.fromEntries([...storage].map(([key, value]) => [key, Buffer.from(value).toString('hex')]))

describe('the storage of a genesis', () => {
  it('has what was set, as an option', () => {
    set('01', 'aabb')
    expect(answer('get_version_1', bytes('01'))).toBe('0108aabb')
    expect(answer('get_version_1', bytes('02'))).toBe('00')
    expect([call('exists_version_1', bytes('01')), call('exists_version_1', bytes('02'))]).toEqual([1, 0])
    call('clear_version_1', bytes('01'))
    expect(stored()).toEqual({})
  })

  it('is read from an offset, with the length from there', () => {
    set('01', '0a0b0c0d')
    const into = bytes('0000')
    expect(answer('read_version_1', bytes('01'), into, 1)).toBe('0103000000')
    expect([...memory.read(into)]).toEqual([0x0b, 0x0c])
    expect(answer('read_version_1', bytes('02'), into, 0)).toBe('00')
  })

  it('appends to lists, whose length is before them', () => {
    for (const item of ['0a', '0b']) call('append_version_1', bytes('01'), bytes(item))
    expect(stored()).toEqual({ '01': '080a0b' })
  })

  it('knows the next key, and forgets those that begin so', () => {
    for (const key of ['0201', '01', '0202', '03']) set(key, '00')
    expect(answer('next_key_version_1', bytes('01'))).toBe('01080201')
    expect(answer('next_key_version_1', bytes('03'))).toBe('00')
    expect(answer('clear_prefix_version_2', bytes('02'), bytes('00'))).toBe('0002000000')
    expect(Object.keys(stored())).toEqual(['01', '03'])
  })

  it('is as before after a transaction that is rolled back, also within another', () => {
    set('01', '01')
    call('start_transaction_version_1')
    set('02', '02')
    call('start_transaction_version_1')
    set('01', 'ff')
    set('03', '03')
    call('rollback_transaction_version_1')
    call('commit_transaction_version_1')
    expect(stored()).toEqual({ '01': '01', '02': '02' })
  })
})
