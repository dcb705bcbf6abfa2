import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { type Forks, forksIn, writtenForks } from '../forks.ts'
import type { EvmNetwork } from '../network.ts'
import type { Fork, Genesis } from '../schema.ts'
import { problem } from './genesis-problem.ts'

/** Future forks: in an order that nodes accept, and at a plausible time. */
export function forkProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const forks = forksIn(network, material, client)
  const written = writtenForks(material, client)
  const given = network.top.genesis.forks
  return client.forks.flatMap((fork, at): Problem[] => {
    const begins = forks[fork]
    // The forks of the first block cannot be wrong any more.
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
    return wrong(fork, `${fork} needs ${before}`, `add ${before}: each fork builds on the one before`)
  if (begins >= previous) return undefined
  const kind = isTime(fork) ? 'time' : 'block'
  if (given[fork] === undefined) {
    if (previous < (forks[earlier.at(-2) ?? before] ?? 0)) return undefined // reported there
    return wrong(
      before,
      `${before} is ${previous}, but ${fork} defaults to 0: ${title} does not start with a fork before its predecessor`,
      `set ${fork} too: a later ${kind}`,
    )
  }
  return wrong(
    fork,
    `${fork} ${begins} is before ${before} ${previous}`,
    `set ${isTime(fork) === isTime(before) ? `the same ${kind} or a later one` : `a later ${kind}`}`,
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
    return found('error', 'is a block that the chain never reaches: it looks like a time', 'set a block number')
  }
  if (begins === 0) return []
  if (begins >= times.milliseconds) {
    return found(
      'error',
      `looks like milliseconds: in seconds it is the year ${yearOf(begins)}`,
      `write ${Math.floor(begins / 1000)}: times of forks are seconds since 1970`,
    )
  }
  if (begun && begins < times.past) return [] // reported as a change of what the chain began with
  if (begins < times.first) {
    return found(
      'error',
      `is a time in ${yearOf(begins)}: the fork would apply from the first block on`,
      'set seconds since 1970, as this fork begins at a time, not at a block; or 0 for the first block',
    )
  }
  if (begins < times.past)
    return found('notice', `is a time in ${yearOf(begins)}: the fork applies from the first block on`, 'write 0')
  if (begins < times.far) return []
  return found('notice', `is in the year ${yearOf(begins)}`, 'remove the fork until it is scheduled')
}

const yearOf = (seconds: number): number => {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.valueOf()) ? 1970 + Math.floor(seconds / 31_556_952) : date.getUTCFullYear()
}
