import type { Material } from '../../material/material.ts'
import type { EvmClient } from './client.ts'
import { entryOf } from './entries.ts'
import { consensusIn, type EvmNetwork, genesisPath } from './network.ts'
import { readGenesis } from './read-genesis.ts'
import { emptyPeriodOf } from './written.ts'

/** Seconds between blocks. Only the chain knows which transitions have begun, so these are the longest of all. */
export interface Pace {
  /** With transactions. */
  readonly block: number
  /** Without; never less than with them. */
  readonly idle: number
}

/** The pace of a chain by its definition and by its genesis file, which may have times that the definition leaves out. */
export function paceOf({ top, ...network }: EvmNetwork, material: Material, client: EvmClient): Pace {
  const { genesis, transitions } = top
  const consensus = consensusIn({ top, ...network })
  const config = readGenesis(material.value(genesisPath))?.file.config
  const options = config === undefined ? {} : (client.consensusOf(config)?.options(consensus) ?? {})
  const written = config === undefined ? [] : client.transitionsIn(config, consensus)
  const block = longest([
    genesis.blockPeriodSeconds,
    ...transitions.map(({ blockPeriodSeconds }) => blockPeriodSeconds),
    ...written.map((one) => entryOf(one, 'blockperiodseconds')),
  ])
  const idle = longest([
    block,
    genesis.emptyBlockPeriodSeconds ?? emptyPeriodOf(options),
    ...transitions.map(({ emptyBlockPeriodSeconds }) => emptyBlockPeriodSeconds),
    ...written.map(emptyPeriodOf),
  ])
  return { block, idle }
}

const longest = (values: readonly unknown[]): number =>
  Math.max(0, ...values.map((value) => Number(value ?? 0)).filter((seconds) => Number.isFinite(seconds)))
