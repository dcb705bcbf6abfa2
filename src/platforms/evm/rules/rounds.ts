import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { requestTimeout } from '../genesis.ts'
import { consensusIn, type EvmNetwork, genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import { writtenGenesis } from '../written.ts'

/** After each transition a round is longer than the time of a block. */
export function roundProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const { genesis, transitions } = network.top
  let [period, timeout] = [genesis.blockPeriodSeconds, firstTimeout(network, material, client)]
  const inOrder = transitions.map((transition, at) => ({ ...transition, at })).sort((a, b) => a.block - b.block)
  return inOrder.flatMap(({ at, block, blockPeriodSeconds, requestTimeoutSeconds }) => {
    period = blockPeriodSeconds ?? period
    timeout = requestTimeoutSeconds ?? timeout
    if (period < timeout || (blockPeriodSeconds ?? requestTimeoutSeconds) === undefined) return []
    const field = blockPeriodSeconds === undefined ? 'requestTimeoutSeconds' : 'blockPeriodSeconds'
    return [
      {
        rule: 'transition',
        severity: 'error',
        message: `from block ${block} on a block is due after ${period} seconds, and a round ends after ${timeout}`,
        hint: 'set a block period below requestTimeoutSeconds: a shorter round would end before its block is due',
        path: ['transitions', at, field],
      },
    ]
  })
}

/** What the definition leaves out is what the genesis file says. */
function firstTimeout(network: EvmNetwork, material: Material, client: EvmClient): number {
  const { genesis } = network.top
  const file = readGenesis(material.value(genesisPath))?.file
  const chain = file === undefined ? undefined : client.consensusOf(file.config)
  if (
    file === undefined ||
    chain === undefined ||
    chain.timesByCommandLine ||
    genesis.requestTimeoutSeconds !== undefined
  )
    return requestTimeout(genesis)
  return Number(writtenGenesis(file, consensusIn(network), client).requestTimeoutSeconds.meaning)
}
