import type { Risk } from '../../../network/risk.ts'
import { agreeing, counted, several } from '../../../words.ts'
import { faultTolerance, quorumOf } from '../consensus.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'

/** How many validators may still fail, while transactions for those that change are not written, and then. */
export function quorumRisks(changes: ValidatorChanges): Risk[] {
  const { total } = changes
  const lost = lostOf(changes)
  if (lost.length === 0) return []
  const most = faultTolerance(total)
  const names = several(lost.map(({ id }) => id))
  const place = {
    subject: 'validators',
    content: lost.map(({ id }) => id).join(' '),
    path: ['organizations'],
  }
  const which = `${lost.length} of ${counted(total, 'validator')} (${names}) ${agreeing(lost.length, 'counts', 'count')} as offline`
  if (lost.length > most)
    return [
      {
        ...place,
        id: 'pool-quorum-lost',
        severity: 'danger',
        message: `${which}: ${total - lost.length} stay, and ${quorumOf(total)} must agree. The pool stops, and cannot write the transactions that would change this`,
        hint: 'change one validator in each pull request, and wait until the pool has its transaction (chancery verify --probe)',
      },
    ]
  const left = most - lost.length
  const later = faultTolerance(total - changes.removed.filter(({ ours }) => ours).length)
  return [
    {
      ...place,
      id: 'pool-quorum-margin',
      severity: left === 0 ? 'danger' : 'caution',
      message: `${which} until the pool has their transactions: of the others ${mayFail(left)}, before at most ${most}${later < most ? `. Afterwards ${mayFail(later)}` : ''}`,
      hint:
        changes.removed.length > 0
          ? 'remove a validator when the pool no longer counts it: `chancery indy node leave` comes first'
          : 'merge this while all validators run; the risk of each validator says what else to do',
    },
  ]
}

const mayFail = (count: number): string => (count === 0 ? 'none may fail' : `at most ${count} may fail`)
