import type { Material } from '../../material/material.ts'
import type { Path, Problem } from '../../network/finding.ts'
import type { LedgerRecord } from '../../network/lock.ts'
import type { ExternalNode } from '../../network/network.ts'
import {
  addressOfAny,
  type EvmLedgerNode,
  type EvmNetwork,
  genesisPath,
  isDesiredValidator,
  isValidator,
  nameOf,
  validatorsOf,
} from './network.ts'
import { readGenesis } from './read-genesis.ts'
import { byzantineTolerance } from './tolerance.ts'

/**
 * Three things decide who validates: the first block, the definition and the votes on the chain, which files do not show. So the
 * lock keeps what the chain was asked for last, for every address that was not in the first block or is to leave. The next change
 * is judged by it. Addresses stay in the lock for good.
 */
export function record(network: EvmNetwork, material: Material, recorded: LedgerRecord): LedgerRecord {
  const genesis = genesisAddresses(material)
  if (genesis === undefined) return recorded
  const now = [...desiredValidators(network, material)]
    .filter(([address, { desired }]) => address in recorded || !desired || !genesis.has(address))
    .map(
      ([address, { node, desired }]) => [address, entryOf(nameOf(node), String(desired), recorded[address])] as const,
    )
  return { ...recorded, ...Object.fromEntries(now) }
}

/** What the lock keeps of one address. A request that was reversed has a generation; the first one is not written. */
function entryOf(node: string, validator: string, last: LedgerRecord[string] | undefined): LedgerRecord[string] {
  const isReversed = last !== undefined && last.validator !== validator
  const generation = Number(last?.generation ?? 1) + (isReversed ? 1 : 0)
  return generation === 1 ? { node, validator } : { node, validator, generation: String(generation) }
}

/** 1, and one more each time that the request for any address was reversed. */
export const generationOf = (recorded: LedgerRecord): number =>
  Object.values(recorded).reduce((sum, { generation = '1' }) => sum + Number(generation) - 1, 1)

interface DesiredValidator {
  readonly node: EvmLedgerNode | ExternalNode
  readonly desired: boolean
}

/** Every node with the role, by its address. */
function desiredValidators(network: EvmNetwork, material: Material): Map<string, DesiredValidator> {
  const nodes = [...network.nodes, ...network.external].filter(isValidator)
  return new Map(
    nodes.flatMap((node) => {
      const address = addressOfAny(node, material)
      return address === undefined ? [] : [[address, { node, desired: isDesiredValidator(node) }] as const]
    }),
  )
}

/** Undefined while the chain has not begun. */
function genesisAddresses(material: Material): ReadonlySet<string> | undefined {
  if (material.standIns.has(genesisPath)) return undefined
  const validators = readGenesis(material.value(genesisPath))?.validators
  return validators === undefined ? undefined : new Set(validators)
}

/** A validator comes and goes in two steps each, and few at a time: the chain cannot be asked here, so each step has to be in Git. */
export function recordProblems(network: EvmNetwork, material: Material, recorded: LedgerRecord): Problem[] {
  const genesis = genesisAddresses(material)
  if (genesis === undefined) return []
  const now = desiredValidators(network, material)
  const asked = new Set([
    ...[...genesis].filter((address) => recorded[address]?.validator !== 'false'),
    ...Object.keys(recorded).filter((address) => recorded[address]?.validator === 'true'),
  ])
  const known = (address: string): boolean => genesis.has(address) || address in recorded
  const nodes = [...network.nodes, ...network.external]
  const newcomers = nodes.filter((node) => isDesiredValidator(node) && !known(addressOfAny(node, material) ?? ''))
  const gone = [...asked].filter((address) => !now.has(address))
  const changed = [...now].filter(([address, { desired }]) => known(address) && desired !== asked.has(address))
  return [
    ...newcomers.map(newcomer),
    ...gone.map((address) => {
      const other = nodes.find((node) => addressOfAny(node, material) === address)
      return other === undefined ? left(address, recorded) : demoted(other)
    }),
    ...(isReplaced(network)
      ? []
      : many(
          changed.map(([, { node }]) => node),
          asked.size,
        )),
  ]
}

/** Where a transition names them all nobody votes: that is for when more than half are lost. */
function isReplaced(network: EvmNetwork): boolean {
  const desired = validatorsOf(network).map(nameOf).sort().join()
  return network.top.transitions.some(({ validators = [] }) => [...validators].sort().join() === desired)
}

const error = (rule: string, message: string, hint: string, path: Path): Problem => ({
  rule,
  severity: 'error',
  message,
  hint,
  path,
})

const newcomer = (node: EvmLedgerNode | ExternalNode): Problem =>
  error(
    'validator-new',
    `${nameOf(node)} is new and would be voted in at once: until it has caught up, the chain would count it as offline`,
    'begin with validator: false; when it follows the chain (chancery verify), set validator: true in a second change',
    [...node.path, (node.own as { validator?: boolean }).validator === undefined ? 'role' : 'validator'],
  )

const left = (address: string, recorded: LedgerRecord): Problem =>
  error(
    'validator-gone',
    `the validator ${recorded[address]?.node ?? address} has left the definition without a vote to remove it: the chain counts it as offline`,
    'restore it with validator: false, and remove it when it is no longer a validator on the chain (chancery verify)',
    ['organizations'],
  )

const demoted = (node: EvmLedgerNode | ExternalNode): Problem =>
  error(
    'validator-gone',
    `${nameOf(node)} is a validator and changes its role to ${node.role}: the chain would still count it as a validator`,
    'keep the role and set validator: false; change the role when it is no longer a validator on the chain (chancery verify)',
    [...node.path, 'role'],
  )

/** As many as may fail, and one in a chain that tolerates none. */
function many(nodes: readonly (EvmLedgerNode | ExternalNode)[], validators: number): Problem[] {
  const most = Math.max(1, byzantineTolerance(validators))
  const [, second] = nodes
  if (nodes.length <= most || second === undefined) return []
  return [
    error(
      'validators-at-once',
      `${nodes.map(nameOf).join(', ')} change in one step: with ${validators} validators at most ${most} may`,
      'change them one after the other, each after the chain has applied the one before (chancery verify)',
      [...second.path, 'validator'],
    ),
  ]
}
