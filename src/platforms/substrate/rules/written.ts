import { formatJson } from '../../../json.ts'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { brief } from '../../../words.ts'
import { error } from '../../problem.ts'
import { isCompleted, isMapping, type Mapping, mappingOf, readSpec } from '../chain-spec/base-spec.ts'
import { specWith } from '../chain-spec/finished-spec.ts'
import { withoutAuthorities } from '../chain-spec/patch.ts'
import { type SessionKeyKind, type SubstrateNetwork, sessionKeyKinds } from '../network.ts'
import { chainSpecPath } from '../places.ts'

/** Fields of the definition that fields of a spec are from. */
const sources: Readonly<Record<string, string>> = {
  name: 'name',
  id: 'id',
  chainType: 'type',
  protocolId: 'protocolId',
  sudo: 'sudo',
  balances: 'balances',
}

/** The definition against the spec that exists. Its validators may differ: those of a chain come and go. */
export function writtenProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const text = isCompleted(network) ? material.text(chainSpecPath) : undefined
  if (text === undefined || material.standIns.has(chainSpecPath)) return []
  const written = readSpec(text)
  const desired = specWith(network, material, [])
  if (desired === undefined) return []
  if (written === undefined)
    return [error('chain-spec-changed', `${chainSpecPath} is no chain spec`, 'restore the file from Git', ['chain'])]
  const kinds = sessionKeyKinds(network)
  const [was, is] = [partsOf(written.value, kinds), partsOf(desired, kinds)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((part) => was.get(part) !== is.get(part))
    .map((part) => {
      const field = Object.hasOwn(sources, part) ? sources[part] : undefined
      const isNamed = field !== undefined && (network.top.chain as Mapping)[field] !== undefined
      return error(
        'chain-spec-changed',
        `${differenceOf(part, is.get(part), was.get(part))}: another spec is another chain`,
        part === 'code'
          ? 'restore the base spec: the runtime of a chain that runs is replaced by a transaction'
          : `restore ${isNamed ? `chain.${field}` : 'the base spec'}: what a chain began with never changes`,
        ['chain', isNamed ? field : 'spec'],
      )
    })
}

const differenceOf = (part: string, is: string | undefined, was: string | undefined): string =>
  part === 'code'
    ? `the base spec has another runtime than ${chainSpecPath}`
    : `${part} would be ${shown(is)}, and ${chainSpecPath} has ${shown(was)}`

const shown = (value: string | undefined): string => (value === undefined ? 'nothing' : brief(value.slice(0, 200)))

/** Fields of a spec, and the pallets of its genesis, each as JSON. */
function partsOf(spec: Mapping, kinds: readonly SessionKeyKind[]): Map<string, string> {
  const { genesis: _genesis, bootNodes: _bootNodes, ...fields } = spec
  const { code, patch, config } = mappingOf(mappingOf(spec, 'genesis'), 'runtimeGenesis')
  const pallets = withoutAuthorities(isMapping(patch) ? patch : isMapping(config) ? config : {}, kinds)
  return new Map(
    Object.entries({ ...fields, ...pallets, code })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, formatJson(value)]),
  )
}
