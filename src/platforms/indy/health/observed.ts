import { bad, type Verdict } from '../../health.ts'
import type { IndyNetwork } from '../network.ts'
import type { InquiryFacts, ValidatorFacts } from './facts.ts'
import { nameOf } from './targets.ts'

/** A validator, as all Jobs together saw it. */
export interface Observed {
  readonly alias: string
  readonly name: string
  /** Of the Job that learned most. */
  readonly facts: ValidatorFacts
  /** The time of that Job. */
  readonly time: number
  /** Clusters from which it does not answer. */
  readonly silentFrom: readonly string[]
}

export function observe(network: IndyNetwork, jobs: readonly InquiryFacts[]): readonly Observed[] {
  const aliases = [...new Set(jobs.flatMap(({ validators }) => [...validators.keys()]))]
  return aliases
    .flatMap((alias): Observed[] => {
      const seen = jobs.flatMap(({ cluster, time, validators }) => {
        const facts = validators.get(alias)
        return facts === undefined ? [] : [{ cluster, time, facts }]
      })
      const [best] = [...seen].sort((a, b) => knowledge(b.facts) - knowledge(a.facts))
      const silentFrom = [...new Set(seen.filter(({ facts }) => !answers(facts)).map(({ cluster }) => cluster))].sort()
      return best === undefined
        ? []
        : [{ alias, name: nameOf(alias, network), facts: best.facts, time: best.time, silentFrom }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const knowledge = ({ connected, handshake, ledgers, reply, pool }: ValidatorFacts): number =>
  ledgers.size + [connected, handshake, reply !== undefined, pool !== undefined].filter(Boolean).length

/** Whether it said anything about its ledgers. */
export const answers = ({ ledgers }: ValidatorFacts): boolean => ledgers.size > 0

/** Those that do not answer clients, and why, as far as it shows. */
export const silenceVerdicts = (observed: readonly Observed[]): readonly Verdict[] =>
  observed.flatMap(({ name, facts, silentFrom }) => {
    if (silentFrom.length === 0) return []
    const from = `from ${silentFrom.length === 1 ? 'cluster' : 'clusters'} ${silentFrom.join(', ')}`
    if (answers(facts))
      return [
        bad(`${name} does not answer clients ${from}, but others`, 'check what is between: chancery verify --probe'),
      ]
    if (facts.handshake)
      return [
        bad(
          `${name} accepts clients, but does not answer them`,
          'read its log: it may still be starting, or have too many clients',
        ),
      ]
    if (facts.connected)
      return [
        bad(
          `at the client port of ${name} answers something that does not have its verkey`,
          'check the address, and that the node has the Secret of the definition',
        ),
      ]
    return [
      bad(
        `${name} does not answer clients ${from}`,
        'check its pod and its log, and the way to it: chancery verify --probe',
      ),
    ]
  })
