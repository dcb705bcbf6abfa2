import type { Risk } from '../../../network/risk.ts'
import { agreeing, counted as amount, several } from '../../../words.ts'
import { faultTolerance, quorumOf } from '../consensus.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'

/** How many validators may still fail, while the chain counts those that go, and then. */
export function quorumRisks(changes: ValidatorChanges): Risk[] {
  const total = changes.counted.length
  const lost = lostOf(changes)
  if (lost.length === 0) return []
  const most = faultTolerance(total)
  const place = {
    subject: 'validators',
    content: lost.map(({ id }) => id).join(' '),
    path: ['organizations'],
  }
  const which = `${lost.length} of ${amount(total, 'validator')} (${several(lost.map(({ id }) => id))}) ${agreeing(lost.length, 'stops', 'stop')} to vote`
  if (lost.length > most)
    return [
      {
        ...place,
        id: 'finality-lost',
        severity: 'danger',
        message: `${which}: ${total - lost.length} stay, and finality needs ${quorumOf(total)}. No block becomes final, and a new set of authorities needs final blocks`,
        hint: 'change one validator in each pull request, and wait until the chain has other authorities (chancery verify)',
      },
    ]
  const left = most - lost.length
  const later = faultTolerance(total - changes.removed.filter(({ ours }) => ours).length)
  return [
    {
      ...place,
      id: 'finality-margin',
      severity: left === 0 ? 'danger' : 'caution',
      message: `${which}, and the chain counts ${agreeing(lost.length, 'it', 'them')} until it has other authorities: of the others ${mayFail(left)}, before at most ${most}${later < most ? `. Afterwards ${mayFail(later)}` : ''}`,
      hint:
        changes.removed.length > 0
          ? 'have the chain remove a validator from its authorities first, and merge this when it has (chancery verify)'
          : 'merge this while all validators run; the risk of each validator says what else to do',
    },
  ]
}

const mayFail = (count: number): string => (count === 0 ? 'none may fail' : `at most ${count} may fail`)
