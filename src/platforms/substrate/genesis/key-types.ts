import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { SessionKeyKind } from '../network.ts'
import { runtimeOf } from './runtime.ts'
import { readBytes, readCompact, withLength } from './scale.ts'

const typeLength = utf8ToBytes('aura').length

/**
 * The types of the keys of a validator, in the order of the SessionKeys of a runtime. It decodes keys of the given kinds, and names the
 * type of each (sp-session-38.1.0, lib.rs: decode_session_keys). `too few` where these are fewer bytes than the runtime has;
 * undefined where it cannot say.
 */
export function keyTypesOf(
  code: Uint8Array,
  kinds: readonly SessionKeyKind[],
): readonly string[] | 'too few' | undefined {
  const runtime = runtimeOf(code)
  if (!('call' in runtime)) return undefined
  const length = kinds.reduce((total, { scheme }) => total + (scheme === 'ecdsa' ? 33 : 32), 0)
  const answer = runtime.call('SessionKeys_decode_session_keys', withLength(new Uint8Array(length)))
  if (!('output' in answer)) return undefined
  // An `Option<Vec<(Vec<u8>, KeyTypeId)>>`.
  const { output } = answer
  if (output[0] !== 1) return 'too few'
  const types: string[] = []
  let { value: left, next } = readCompact(output, 1)
  for (; left > 0; left--) {
    const { next: afterKey } = readBytes(output, next)
    next = afterKey + typeLength
    types.push(new TextDecoder().decode(output.subarray(afterKey, next)))
  }
  return types
}
