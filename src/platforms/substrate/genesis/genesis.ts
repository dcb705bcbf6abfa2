import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { formatJson, parseJson } from '../../../json.ts'
import { type GenesisProblem, type Runtime, runtimeOf } from './runtime.ts'
import { compact, concat, readBytes, readCompact, withLength } from './scale.ts'
import { type StateVersion, trieRoot } from './trie-root.ts'

/** Values by keys in hexadecimal digits: what `build-spec --raw` of a node writes as `genesis.raw`. */
export interface GenesisState {
  readonly top: ReadonlyMap<string, Uint8Array>
  /** The states of child tries, by the keys of the tries. */
  readonly children: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
}

export type Genesis = { readonly hash: string; readonly state: GenesisState } | GenesisProblem

type Json = Readonly<Record<string, unknown>>

const code = bytesToHex(utf8ToBytes(':code'))
const childTrie = bytesToHex(utf8ToBytes(':child_storage:default:'))

/**
 * The genesis of a chain spec, plain or raw, as each node computes it at its first start (sc-chain-spec-42.0.0, chain_spec.rs,
 * genesis_config_builder.rs and genesis_block.rs): a plain one has the code of the runtime, which makes the state from the rest.
 * `genesis` is that of the file, with its numbers exact (`parseJson`). Why no node does this: decision 0031.
 */
export function genesisOf(genesis: unknown): Genesis {
  try {
    return computed(genesis)
  } catch (error) {
    // Of a runtime that answers otherwise than those of the SDK: too few bytes, or no JSON.
    if (error instanceof RangeError || error instanceof SyntaxError) return { unknown: error.message }
    throw error
  }
}

function computed(genesis: unknown): Genesis {
  const state = isObject(genesis) ? stateOf(genesis) : { refused: 'the chain spec has no genesis' }
  if (isProblem(state)) return state
  const wasm = state.top.get(code)
  if (wasm === undefined) return { refused: 'the state has no runtime' }
  const runtime = runtimeOf(wasm)
  if (isProblem(runtime)) return runtime
  const version = stateVersion(runtime)
  return typeof version === 'object' ? version : { hash: blockHash(state, version), state }
}

function stateOf({ raw, runtimeGenesis }: Json): GenesisState | GenesisProblem {
  if (isObject(raw)) {
    const children = Object.entries(isObject(raw.childrenDefault) ? raw.childrenDefault : {})
    return {
      top: entriesOf(raw.top),
      children: new Map(children.map(([trie, entries]) => [withoutPrefix(trie), entriesOf(entries)])),
    }
  }
  if (isObject(runtimeGenesis)) return builtState(runtimeGenesis)
  return { refused: 'it has neither runtimeGenesis nor raw' }
}

function builtState({ code: wasm, config, patch }: Json): GenesisState | GenesisProblem {
  if (typeof wasm !== 'string') return { refused: 'it has no code of a runtime' }
  const bytes = bytesOf(wasm)
  const runtime = runtimeOf(bytes)
  if (isProblem(runtime)) return runtime
  const whole = config === undefined ? patched(runtime, patch) : { config }
  if (isProblem(whole)) return whole
  const answer = runtime.call('GenesisBuilder_build_state', withLength(utf8ToBytes(formatJson(whole.config))))
  if (isProblem(answer)) return answer
  const { output, storage } = answer
  // A `Result<(), String>`.
  if (output[0] !== 0) return { refused: new TextDecoder().decode(readBytes(output, 1).value) }
  return { top: new Map([...storage, [code, bytes]]), children: new Map() }
}

/** The configuration that a patch makes of the runtime's default one. */
function patched(runtime: Runtime, patch: unknown): { readonly config: unknown } | GenesisProblem {
  // No name of a preset, `None`, asks for the default; the answer is an `Option<Vec<u8>>`.
  const answer = runtime.call('GenesisBuilder_get_preset', Uint8Array.of(0))
  if (isProblem(answer)) return answer
  if (answer.output[0] !== 1) return { refused: 'the runtime has no default configuration to patch' }
  return { config: merged(parseJson(new TextDecoder().decode(readBytes(answer.output, 1).value)), patch) }
}

/** Objects key by key; anything else is replaced, by null too (sc-chain-spec-42.0.0, json_patch.rs). */
function merged(base: unknown, patch: unknown): unknown {
  if (!isObject(base) || !isObject(patch)) return patch
  const all = Object.entries(patch).map(([key, value]) => [key, key in base ? merged(base[key], value) : value])
  return { ...base, ...Object.fromEntries(all) }
}

/** How its runtime's state is hashed: the last byte of its version, since version 4 of the API `Core` (sp-version-39.0.0, lib.rs). */
function stateVersion(runtime: Runtime): StateVersion | GenesisProblem {
  const answer = runtime.call('Core_version', new Uint8Array())
  if (isProblem(answer)) return answer
  const { output } = answer
  const implementation = readBytes(output, readBytes(output, 0).next)
  const { value: count, next } = readCompact(output, implementation.next + 3 * 4)
  const apis = Array.from({ length: count }, (_, n) => output.subarray(next + 12 * n, next + 12 * (n + 1)))
  const core = bytesToHex(blake2b(utf8ToBytes('Core'), { dkLen: 8 }))
  const found = apis.find((api) => bytesToHex(api.subarray(0, 8)) === core)
  const coreVersion = found?.at(8) ?? 0
  return coreVersion >= 4 && (output.at(next + 12 * count + 4) ?? 0) > 0 ? 1 : 0
}

/** The hash of the header of a block without a parent: number 0, the state, no extrinsics, no digest. */
function blockHash({ top, children }: GenesisState, version: StateVersion): string {
  const filled = [...children].filter(([, state]) => state.size > 0)
  const tries = filled.map(([trie, state]) => [childTrie + trie, trieRoot(state, version)] as const)
  const root = trieRoot(new Map([...top, ...tries]), version)
  const header = concat(new Uint8Array(32), compact(0), root, trieRoot(new Map(), version), compact(0))
  return `0x${bytesToHex(blake2b(header, { dkLen: 32 }))}`
}

const entriesOf = (entries: unknown): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries(isObject(entries) ? entries : {}).map(([key, value]) => [
      withoutPrefix(key),
      bytesOf(String(value)),
    ]),
  )

const withoutPrefix = (text: string): string => text.replace(/^0x/, '').toLowerCase()

/** None for what is not hexadecimal, which damages the code, too. */
const bytesOf = (text: string): Uint8Array => {
  const digits = withoutPrefix(text)
  return /^(?:[0-9a-f]{2})*$/.test(digits) ? hexToBytes(digits) : new Uint8Array()
}

const isProblem = (value: object): value is GenesisProblem => 'refused' in value || 'unknown' in value

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
