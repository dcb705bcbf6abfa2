import { parseJson } from '../../../json.ts'
import type { Material } from '../../../material/material.ts'
import { isGiven, type SubstrateNetwork } from '../network.ts'

/** What a file of a chain spec is (sc-chain-spec-42.0.0, chain_spec.rs: Genesis). */
type SpecForm = 'patch' | 'config' | 'raw' | 'unknown'

export type Mapping = Readonly<Record<string, unknown>>

export interface BaseSpec {
  readonly form: SpecForm
  readonly value: Mapping
}

/** The file of the repository with the spec; undefined for a spec at a URL. */
export const specFileOf = ({ top: { chain } }: SubstrateNetwork): string | undefined =>
  typeof chain.spec === 'string' ? chain.spec : undefined

/** Whether Chancery completes the spec: it is a file for a chain that does not exist yet. */
export const isCompleted = (network: SubstrateNetwork): boolean => !isGiven(network)

const readByText = new Map<string, BaseSpec | undefined>()

/** A spec from its text; undefined for any other text. Specs have megabytes: the last one is kept. */
export function readSpec(text: string): BaseSpec | undefined {
  if (!readByText.has(text)) {
    readByText.clear()
    readByText.set(text, parsedSpec(text))
  }
  return readByText.get(text)
}

function parsedSpec(text: string): BaseSpec | undefined {
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    return undefined
  }
  return isMapping(value) ? { form: formOf(mappingOf(value, 'genesis')), value } : undefined
}

function formOf(genesis: Mapping): SpecForm {
  if (Object.hasOwn(genesis, 'raw')) return 'raw'
  const runtime = mappingOf(genesis, 'runtimeGenesis')
  if (typeof runtime.code !== 'string') return 'unknown'
  return isMapping(runtime.patch) ? 'patch' : isMapping(runtime.config) ? 'config' : 'unknown'
}

/** The base spec, or the spec of a chain that exists; undefined while its file is missing or invalid. */
export function baseSpecOf(network: SubstrateNetwork, material: Material): BaseSpec | undefined {
  const file = specFileOf(network)
  const text = file === undefined ? undefined : material.text(file)
  return text === undefined ? undefined : readSpec(text)
}

/** Prefix of the addresses of a chain without one in its properties (sp-core-36.1.0, crypto.rs: Ss58AddressFormat). */
const genericPrefix = 42

/** Prefix of the addresses of the chain. */
export function addressPrefixOf(network: SubstrateNetwork, material: Material): number {
  const { ss58Format } = mappingOf(baseSpecOf(network, material)?.value ?? {}, 'properties')
  return network.top.chain.addressPrefix ?? (typeof ss58Format === 'number' ? ss58Format : genericPrefix)
}

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function mappingOf(value: Mapping, key: string): Mapping {
  const one = value[key]
  return isMapping(one) ? one : {}
}
