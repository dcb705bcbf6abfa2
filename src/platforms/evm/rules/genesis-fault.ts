import { jsonProblem } from '../../../json.ts'
import type { Material } from '../../../material/material.ts'
import type { ChainConsensus, EvmClient, GenesisFile } from '../client.ts'
import { entryOf, isMapping } from '../entries.ts'
import { isIgnored } from '../genesis-keys.ts'
import { genesisPath } from '../network.ts'
import { genesisGap, withUsualNames } from '../read-genesis.ts'

interface Fault {
  readonly message: string
  readonly hint: string
}

/** Kinds of consensus by their key in `config`, in the order in which clients look at them. */
const kinds: readonly (readonly [name: string, title: string])[] = [
  ['clique', 'Clique'],
  ['ethash', 'proof of work'],
  ['fixedDifficulty', 'proof of work'],
  ['istanbul', 'IBFT'],
  ['ibft', 'IBFT'],
  ['ibft2', 'IBFT 2.0'],
]

/** Why nodes could not run with the genesis file; undefined when they can. */
export const genesisFault = (material: Material, client: EvmClient): Fault | undefined =>
  genesisFileFault(genesisPath, material.text(genesisPath) ?? '', material.value(genesisPath), client)

/** The same for a genesis file at any path: its text, and its value as JSON. */
export function genesisFileFault(path: string, text: string, read: unknown, client: EvmClient): Fault | undefined {
  const value = withUsualNames(read)
  const place = jsonProblem(text)
  if (place !== undefined) {
    return {
      message: `${path} is not valid JSON (${place})`,
      hint: `${client.title} reads strict JSON, without comments and trailing commas: restore the file from Git, or take it from a running node`,
    }
  }
  const config = isMapping(value) ? entryOf(value, 'config') : undefined
  const consensus = isMapping(config) ? client.consensusOf(config) : undefined
  if (isMapping(config) && consensus === undefined) {
    const fault = consensusFault(path, config, client)
    if (fault !== undefined) return fault
  }
  const gap = genesisGap(value) ?? (consensus === undefined ? 'config.qbft is missing' : undefined)
  if (gap !== undefined) {
    return {
      message: `${path} is not a valid genesis file: ${gap}`,
      hint: 'restore it from Git, or take the file of a running node: it cannot be made again',
    }
  }
  const file = value as GenesisFile // its shape has been checked
  const refusal = client.refuses(file, text)
  if (refusal !== undefined) {
    return {
      message: `${path}: ${client.title} does not start with this file: ${refusal}`,
      hint: 'take the file that the nodes of the chain run with',
    }
  }
  return consensus === undefined ? undefined : contractFault(path, file, consensus, client)
}

/** Another consensus than those that are supported. */
function consensusFault(path: string, config: GenesisFile['config'], client: EvmClient): Fault | undefined {
  const other = kinds.find(([name]) => entryOf(config, name) !== undefined)
  if (other === undefined) return undefined
  const [name, title] = other
  if (entryOf(config, 'qbft') !== undefined) {
    return {
      message: `${path}: config has ${name} besides qbft, and ${client.title} does not run QBFT with both`,
      hint: 'take the file that the nodes of the chain run with',
    }
  }
  const supported = client.consensuses.length === 1 ? 'only QBFT is' : 'only QBFT and IBFT 2.0 are'
  return {
    message: `${path} belongs to a chain with ${title} (config.${name}): ${supported} supported`,
    hint: title.startsWith('IBFT')
      ? client.changeToQbft
      : `begin a new chain with QBFT, and carry its state over: a chain cannot change from ${title} to QBFT`,
  }
}

/** Validators that a contract selects: in the options of the consensus, or from a transition on. */
function contractFault(
  path: string,
  { config }: GenesisFile,
  { names, options }: ChainConsensus,
  client: EvmClient,
): Fault | undefined {
  const [name] = names
  const listed = entryOf(options(name), 'validators')
  // GetValidatorsAt in consensus/istanbul/config.go of GoQuorum: such a list decides, and not the one in extraData.
  if (Array.isArray(listed) && listed.length > 0 && !isIgnored(name, 'validators', client.genesisKeys)) {
    return {
      message: `${path}: the validators of this chain are in config.${name}.validators`,
      hint: 'use a chain whose extraData lists the validators: another list is not supported',
    }
  }
  const block = (one: Readonly<Record<string, unknown>>): number => Number(entryOf(one, 'block'))
  const modes = [...client.transitionsIn(config, name)]
    .filter((one) => entryOf(one, 'validatorselectionmode') !== undefined)
    .sort((a, b) => block(a) - block(b))
  const decides = modes.at(-1) ?? options(name)
  const isByBlocks = String(entryOf(decides, 'validatorselectionmode')).toLowerCase() === 'blockheader'
  const contract = entryOf(decides, 'validatorContractAddress')
  if (isByBlocks || typeof contract !== 'string' || /^0x0*$/i.test(contract)) return undefined
  return {
    message: `${path}: the validators of this chain are in the contract ${contract}`,
    hint: 'use a chain whose blocks list the validators: a validator contract is not supported',
  }
}
