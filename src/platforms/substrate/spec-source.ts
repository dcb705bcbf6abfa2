import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { contentName } from '../../content-name.ts'
import type { FileContent } from '../../file-content.ts'
import type { ClusterView } from '../platform.ts'
import { specTextOf } from './chain-spec/finished-spec.ts'
import { configMapsOf, piecesOf } from './chain-spec/pieces.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/** Where pods get the spec: from ConfigMaps of the organization, or from a URL. */
export type SpecSource =
  | { readonly configMaps: readonly SpecConfigMap[] }
  | { readonly url: string; readonly sha256: string }

interface SpecConfigMap {
  readonly name: string
  readonly files: Readonly<Record<string, FileContent>>
}

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
  const [first = {}, ...others] = configMapsOf(piecesOf(text))
  // Names of the whole text: they follow its content only.
  return {
    configMaps: [
      { name: contentName('chain-spec', text), files: first },
      ...others.map((files, at) => ({ name: contentName(`chain-spec-${at + 2}`, text), files })),
    ],
  }
}
