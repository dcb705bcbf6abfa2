import { blake2b } from '@noble/hashes/blake2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { compact, concat, withLength } from '../../../src/platforms/substrate/genesis/scale.ts'

/**
 * A runtime of some hundred bytes, which nodes and light clients take for one of the SDK: its functions answer with the same bytes
 * whatever they are asked, and its genesis has the whole configuration as the value of one key. A real one has a megabyte.
 */
export interface SmallRuntime {
  /** What its functions answer. */
  readonly answers: Readonly<Record<string, Uint8Array>>
  /** What it logs before it gives up to build a genesis. */
  readonly panic?: string
  /** The function of a node that it calls to keep its configuration, in place of ext_storage_set. */
  readonly asks?: string
  /** What its genesis has besides, whatever it is asked: values by keys. */
  readonly sets?: readonly (readonly [key: Uint8Array, value: Uint8Array])[]
}

/** APIs by name, and how state is hashed. */
export function runtimeVersion(apis: Readonly<Record<string, number>>, stateVersion: 0 | 1): Uint8Array {
  const name = withLength(utf8ToBytes('small'))
  const listed = Object.entries(apis).map(([api, version]) =>
    concat(blake2b(utf8ToBytes(api), { dkLen: 8 }), uint32(version)),
  )
  const numbers = concat(uint32(1), uint32(1), uint32(1))
  return concat(name, name, numbers, compact(listed.length), ...listed, uint32(1), Uint8Array.of(stateVersion))
}

/** Aura and GRANDPA, with one authority each. */
export const smallRuntime: SmallRuntime = {
  answers: {
    Core_version: runtimeVersion({ Core: 5, AuraApi: 1, GrandpaApi: 3, GenesisBuilder: 1 }, 1),
    AuraApi_slot_duration: concat(uint32(6000), uint32(0)),
    AuraApi_authorities: concat(compact(1), new Uint8Array(32).fill(1)),
    GrandpaApi_grandpa_authorities: concat(compact(1), new Uint8Array(32).fill(2), uint32(1), uint32(0)),
    GrandpaApi_current_set_id: new Uint8Array(8),
    GenesisBuilder_get_preset: concat(Uint8Array.of(1), withLength(utf8ToBytes('{"balances":{"balances":[]}}'))),
  },
}

const startOfData = 1024
const startOfHeap = 2 ** 16

/** https://webassembly.github.io/spec/core/binary/modules.html */
export function wasmOf({ answers, panic, asks = 'ext_storage_set_version_1', sets = [] }: SmallRuntime): Uint8Array {
  const constants = [
    ...sets.flat(),
    ...Object.values(answers),
    utf8ToBytes(panic ?? ':configuration'),
    Uint8Array.of(0),
  ]
  let next = startOfData
  const places = constants.map(({ length }) => {
    next += length
    return next - length
  })
  const packed = constants.map((bytes, n) => (BigInt(bytes.length) << 32n) | BigInt(places[n] ?? 0))
  const constant = (n: number): Uint8Array => concat(Uint8Array.of(0x42), signed(packed[n] ?? 0n))
  const setting = sets.flatMap((_, n) => [constant(2 * n), constant(2 * n + 1), Uint8Array.of(0x10, 0)]) // call 0
  const [text, done] = [constant(constants.length - 2), constant(constants.length - 1)]
  const build =
    panic === undefined
      ? concat(...setting, text, storeArgument, done)
      : concat(Uint8Array.of(0x41, 1), text, text, fail)
  const isAnswered = 'GenesisBuilder_build_state' in answers
  const names = [...Object.keys(answers), ...(isAnswered ? [] : ['GenesisBuilder_build_state'])]
  const bodies = names.map((name, n) => (name in answers ? constant(2 * sets.length + n) : build))
  return concat(
    Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    section(1, [
      Uint8Array.of(0x60, 2, 0x7f, 0x7f, 1, 0x7e),
      Uint8Array.of(0x60, 2, 0x7e, 0x7e, 0),
      ...(panic === undefined ? [] : [Uint8Array.of(0x60, 3, 0x7f, 0x7e, 0x7e, 0)]),
    ]),
    section(2, [
      concat(named('env'), named('memory'), Uint8Array.of(2, 0, 2)),
      concat(
        named('env'),
        named(panic === undefined ? asks : 'ext_logging_log_version_1'),
        Uint8Array.of(0, panic === undefined ? 1 : 2),
      ),
    ]),
    section(
      3,
      names.map(() => Uint8Array.of(0)),
    ),
    section(6, [concat(Uint8Array.of(0x7f, 0, 0x41), signed(BigInt(startOfHeap)), Uint8Array.of(0x0b))]),
    section(7, [
      ...names.map((name, n) => concat(named(name), Uint8Array.of(0), unsigned(n + 1))),
      concat(named('__heap_base'), Uint8Array.of(3, 0)),
    ]),
    section(
      10,
      bodies.map((body) => sized(concat(Uint8Array.of(0), body, Uint8Array.of(0x0b)))),
    ),
    section(
      11,
      constants.map((bytes, n) =>
        concat(Uint8Array.of(0, 0x41), signed(BigInt(places[n] ?? 0)), Uint8Array.of(0x0b), sized(bytes)),
      ),
    ),
  )
}

/** After a key: address and length of the argument as one number, `length << 32 | address`, and the call of ext_storage_set. */
const storeArgument = Uint8Array.of(
  ...[0x20, 1, 0xad, 0x42, 32, 0x86], // local.get 1, i64.extend_i32_u, i64.const 32, i64.shl
  ...[0x20, 0, 0xad, 0x84], // local.get 0, i64.extend_i32_u, i64.or
  ...[0x10, 0], // call 0
)

/** After a level, a target and a message: the call of ext_logging_log, and the end. */
const fail = Uint8Array.of(0x10, 0, 0x00) // call 0, unreachable

const section = (id: number, items: readonly Uint8Array[]): Uint8Array =>
  concat(Uint8Array.of(id), sized(concat(unsigned(items.length), ...items)))
const sized = (bytes: Uint8Array): Uint8Array => concat(unsigned(bytes.length), bytes)
const named = (name: string): Uint8Array => sized(utf8ToBytes(name))

/** LEB128. */
function unsigned(value: number): Uint8Array {
  return value < 0x80 ? Uint8Array.of(value) : concat(Uint8Array.of((value & 0x7f) | 0x80), unsigned(value >>> 7))
}

function signed(value: bigint): Uint8Array {
  const byte = Number(value & 0x7fn)
  const rest = value >> 7n
  const isLast = rest === 0n && (byte & 0x40) === 0
  return isLast ? Uint8Array.of(byte) : concat(Uint8Array.of(byte | 0x80), signed(rest))
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}
