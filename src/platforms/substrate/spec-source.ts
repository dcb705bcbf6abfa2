import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { contentName } from '../../content-name.ts'
import type { FileContent } from '../../file-content.ts'
import type { ClusterView } from '../platform.ts'
import { specTextOf } from './chain-spec/finished-spec.ts'
import { piecesOf } from './chain-spec/pieces.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/** Where pods get the spec: from a ConfigMap of the organization, or from a URL. */
export type SpecSource =
  | { readonly files: Readonly<Record<string, FileContent>>; readonly name: string }
  | { readonly url: string; readonly sha256: string }

const sourceByView = new WeakMap<View, SpecSource>()

export function specSourceOf(view: View): SpecSource {
  const source = sourceByView.get(view) ?? madeSource(view)
  sourceByView.set(view, source)
  return source
}

function madeSource({ network, material }: View): SpecSource {
  const { spec, publishedAt } = network.top.chain
  if (typeof spec !== 'string') return spec
  const text = specTextOf(network, material)
  if (text === undefined) throw new Error('no chain spec: material must be complete before rendering')
  if (publishedAt !== undefined) return { url: publishedAt, sha256: bytesToHex(sha256(utf8ToBytes(text))) }
  const { before, code, after } = piecesOf(text)
  const files = { 'before.json': before, 'code.wasm': code, 'after.json': after }
  // Of the whole text: a name follows its content only.
  return { files, name: contentName('chain-spec', text) }
}
