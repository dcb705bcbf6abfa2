import type { Risk } from '../../../network/risk.ts'
import { agreeing, counted as amount, several } from '../../../words.ts'
import { crashTolerance, quorum } from '../tolerance.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'

/** What is left of the chain's reserve of validators. `validatorsAfter` are those of the definition as it will be. */
export function quorumRisks(changes: ValidatorChanges, validatorsAfter: number): Risk[] {
  const total = changes.counted.length
  const spare = crashTolerance(total)
  const lost = lostOf(changes)
  if (lost.length > spare) return [stops(changes)]
  if (lost.length > 0) return [narrower(changes)]
  const later = crashTolerance(validatorsAfter)
  if (changes.demoted.length === 0 || later >= spare) return []
  return [
    {
      id: 'quorum-margin',
      severity: later === 0 ? 'danger' : 'caution',
      subject: 'validators',
      message: `${amount(total, 'validator')} become ${validatorsAfter}: once that is voted, ${mayBeDown(later)}, before at most ${spare}`,
      hint: 'add a validator for each that goes, and have it voted in first',
      path: ['organizations'],
    },
  ]
}

const mayBeDown = (count: number): string => (count === 0 ? 'none may be down' : `at most ${count} may be down`)

function stops(changes: ValidatorChanges): Risk {
  const total = changes.counted.length
  const lost = lostOf(changes)
  return {
    id: 'quorum-lost',
    severity: 'danger',
    subject: 'validators',
    message: `${lost.length} of ${amount(total, 'validator')} ${agreeing(lost.length, 'goes', 'go')} (${several(lost.map(({ id }) => id))}): ${total - lost.length} stay, ${quorum(total)} have to agree on a block. The chain stands still, and without blocks nobody can be voted out`,
    content: lost.map(({ id }) => id).join(' '),
    hint: 'one at a time: set validator: false, remove it when the chain no longer has it (chancery verify), then go on with the next',
    path: ['organizations'],
  }
}

function narrower(changes: ValidatorChanges): Risk {
  const total = changes.counted.length
  const lost = lostOf(changes)
  const spare = crashTolerance(total)
  const left = spare - lost.length
  return {
    id: 'quorum-margin',
    severity: left === 0 ? 'danger' : 'caution',
    subject: 'validators',
    message: `${lost.length} of ${amount(total, 'validator')} ${agreeing(lost.length, 'goes', 'go')} (${several(lost.map(({ id }) => id))}) and ${agreeing(lost.length, 'counts', 'count')} as down until voted out: of the others ${mayBeDown(left)}, before at most ${spare}`,
    content: lost.map(({ id }) => id).join(' '),
    hint: 'first set validator: false: one that has been voted out is missed by nobody',
    path: ['organizations'],
  }
}
