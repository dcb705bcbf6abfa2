import type { Risk } from '../../../network/risk.ts'
import { agreeing, counted as amount, several } from '../../../words.ts'
import { crashTolerance, quorum } from '../tolerance.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'

/** How many validators may still fail. `validatorsAfter`: the number of validators in the new definition. */
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
      message: `${amount(total, 'validator')} become ${validatorsAfter}: after the votes ${mayBeDown(later)}, before at most ${spare}`,
      hint: 'add a validator for each one that leaves, and have it voted in first',
      path: ['organizations'],
    },
  ]
}

const mayBeDown = (count: number): string => (count === 0 ? 'none may fail' : `at most ${count} may fail`)

function stops(changes: ValidatorChanges): Risk {
  const total = changes.counted.length
  const lost = lostOf(changes)
  return {
    id: 'quorum-lost',
    severity: 'danger',
    subject: 'validators',
    message: `${lost.length} of ${amount(total, 'validator')} ${agreeing(lost.length, 'goes', 'go')} (${several(lost.map(({ id }) => id))}): ${total - lost.length} stay, ${quorum(total)} must agree on a block. The chain stops, and without blocks no validator can be voted out`,
    content: lost.map(({ id }) => id).join(' '),
    hint: 'remove one at a time: set validator: false, remove the node when it is no longer a validator on the chain (chancery verify), then the next',
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
    message: `${lost.length} of ${amount(total, 'validator')} ${agreeing(lost.length, 'goes', 'go')} (${several(lost.map(({ id }) => id))}) and ${agreeing(lost.length, 'counts', 'count')} as offline until voted out: of the others ${mayBeDown(left)}, before at most ${spare}`,
    content: lost.map(({ id }) => id).join(' '),
    hint: 'set validator: false first: a node that was voted out can leave without loss',
    path: ['organizations'],
  }
}
