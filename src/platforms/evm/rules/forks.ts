import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { type Forks, forksIn, writtenForks } from '../forks.ts'
import type { EvmNetwork } from '../network.ts'
import type { Fork, Genesis } from '../schema.ts'
import { problem } from './genesis-problem.ts'

/** Forks that come: in an order that nodes start with, and at a time that is one. */
export function forkProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const forks = forksIn(network, material, client)
  const written = writtenForks(material, client)
  const given = network.top.genesis.forks
  return client.forks.flatMap((fork, at): Problem[] => {
    const begins = forks[fork]
    // What the chain began with cannot be wrong any more.
    if (begins === undefined || (written !== undefined && written[fork] === begins)) return []
    const order = orderProblem(fork, forks, client.forks.slice(0, at), given, client)
    if (order !== undefined) return [order]
    return given[fork] === undefined ? [] : timeProblems(fork, begins, written !== undefined)
  })
}

/**
 * Each fork builds on the one before: none is left out, none comes early. Besu compares blocks with times too, and does not start
 * with `londonBlock: 5` and `shanghaiTime: 0`: validateForkOrder in ProtocolScheduleBuilder.java.
 */
function orderProblem(
  fork: Fork,
  forks: Forks,
  earlier: readonly Fork[],
  given: Genesis['forks'],
  { title }: EvmClient,
): Problem | undefined {
  const wrong = (place: Fork, message: string, hint: string): Problem =>
    problem('error', 'fork-order', message, ['forks', place], hint)
  const [before] = earlier.slice(-1)
  if (before === undefined) return undefined
  const [begins, previous] = [forks[fork] ?? 0, forks[before]]
  if (previous === undefined)
    return wrong(fork, `${fork} needs ${before} before it`, `add ${before}: each fork builds on the one before`)
  if (begins >= previous) return undefined
  const kind = isTime(fork) ? 'time' : 'block'
  if (given[fork] === undefined) {
    if (previous < (forks[earlier.at(-2) ?? before] ?? 0)) return undefined // reported there
    return wrong(
      before,
      `${before} is ${previous}, and ${fork} is 0 unless it is given: ${title} does not start with a fork before the one that it builds on`,
      `give ${fork} too: a ${kind} after that`,
    )
  }
  return wrong(
    fork,
    `${fork} ${begins} is before ${before} ${previous}`,
    `forks follow each other: give it ${isTime(fork) === isTime(before) ? `the same ${kind} or a later one` : `a ${kind} after that`}`,
  )
}

const isTime = (fork: Fork): boolean => fork.endsWith('Time')

/** In seconds since 1970. */
const times = {
  /** Blocks are numbered below this for decades, and no chain of ours is as old as this. */
  first: 1_400_000_000,
  /** November 2023. */
  past: 1_700_000_000,
  /** 2100-01-01. */
  far: 4_102_444_800,
  /** In seconds the year 5138, in milliseconds 1973. */
  milliseconds: 100_000_000_000,
} as const

/** Blocks that no chain reaches within thirty years, one a second. */
const noBlock = 1_000_000_000

function timeProblems(fork: Fork, begins: number, begun: boolean): Problem[] {
  const found = (severity: Problem['severity'], message: string, hint: string): Problem[] => [
    {
      rule: 'fork-time',
      severity,
      message: `${fork} ${begins} ${message}`,
      hint,
      path: ['genesis', 'forks', fork],
    },
  ]
  if (!isTime(fork)) {
    if (begins < noBlock) return []
    return found('error', 'is no block that the chain will reach: it looks like a time', 'give the number of a block')
  }
  if (begins === 0) return []
  if (begins >= times.milliseconds) {
    return found(
      'error',
      `is in milliseconds: in seconds it is the year ${yearOf(begins)}, and the fork never comes`,
      `write ${Math.floor(begins / 1000)}: times of forks are seconds since 1970`,
    )
  }
  if (begun && begins < times.past) return [] // reported as a change of what the chain began with
  if (begins < times.first) {
    return found(
      'error',
      `is a time in ${yearOf(begins)}: the fork would hold from the first block on`,
      'give seconds since 1970, as this fork begins at a time, not at a block; or 0 for the first block',
    )
  }
  if (begins < times.past)
    return found('notice', `is a time in ${yearOf(begins)}: the fork holds from the first block on`, 'write 0')
  if (begins < times.far) return []
  return found('notice', `is in the year ${yearOf(begins)}`, 'leave the fork out until it is to come')
}

const yearOf = (seconds: number): number => {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.valueOf()) ? 1970 + Math.floor(seconds / 31_556_952) : date.getUTCFullYear()
}
