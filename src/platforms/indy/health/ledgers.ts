import { groupBy } from '../../../group-by.ts'
import { listed } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { faultTolerance, quorumOf } from '../consensus.ts'
import type { LedgerState } from './facts.ts'
import { answers, type Observed } from './observed.ts'

/** Ledgers of a pool by their numbers: plenum/common/constants.py of indy-plenum. */
const ledgerNames = ['pool', 'domain', 'config', 'audit'] as const

/** Who has other transactions than the others, or fewer than enough of them have. */
export function ledgerVerdicts(observed: readonly Observed[]): readonly Verdict[] {
  const asked = observed.filter(({ facts }) => answers(facts))
  const lags = asked.flatMap((one) => {
    const behind = ledgerNames.flatMap((ledger, number) => {
      const state = one.facts.ledgers.get(number)
      const common = commonSize(statesOf(asked, number))
      return state === undefined || state.size >= common ? [] : [`${state.size} of ${common} in the ${ledger} ledger`]
    })
    return behind.length === 0
      ? []
      : [
          bad(
            `${one.name} lacks transactions that the others have: ${listed(behind)}`,
            'ask again in a minute: if it does not catch up, read its log',
          ),
        ]
  })
  const most = faultTolerance(observed.length)
  return [...lags, ...ledgerNames.flatMap((ledger, number) => forkVerdicts(asked, ledger, number, most))]
}

const statesOf = (asked: readonly Observed[], ledger: number): readonly LedgerState[] =>
  asked.flatMap(({ facts }) => facts.ledgers.get(ledger) ?? [])

/** So many transactions are on as many of them as agree on a batch. One that has more is only ahead. */
function commonSize(states: readonly LedgerState[]): number {
  const sizes = states.map(({ size }) => size).sort((a, b) => b - a)
  return sizes[quorumOf(sizes.length) - 1] ?? 0
}

/** Who has, of as many transactions, others than most have. Only more than may be malicious tell which are those of the pool. */
function forkVerdicts(
  asked: readonly Observed[],
  ledger: string,
  number: number,
  malicious: number,
): readonly Verdict[] {
  const bySize = groupBy(asked, ({ facts }) => facts.ledgers.get(number)?.size)
  return [...bySize].flatMap(([size, same]) => {
    const byRoot = [...groupBy(same, ({ facts }) => facts.ledgers.get(number)?.root)].map(([, all]) => all)
    const [most = [], ...fewer] = byRoot.sort((a, b) => b.length - a.length)
    const [second] = fewer
    if (size === undefined || size === 0 || second === undefined) return []
    if (most.length <= malicious || most.length === second.length)
      return [
        bad(
          `${listed(same.map(({ name }) => name))} have different transactions in their ${ledger} ledgers`,
          'ask again when more validators answer: so few do not tell which transactions are those of the pool',
        ),
      ]
    return fewer
      .flat()
      .map(({ name }) =>
        bad(
          `${name} has other transactions in its ${ledger} ledger than the others`,
          'its data is not that of the pool: remove its volume, and it copies the ledgers from the others',
        ),
      )
  })
}
