import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../plan/risk.ts'
import { counted as amount, several } from '../../../plan/risks/words.ts'
import type { BesuNetwork } from '../network.ts'
import { crashTolerance } from '../tolerance.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'
import type { BesuRevision, Participants } from './participants.ts'

/** Validators whose pods one commit replaces: Flux does not wait for one before it replaces the next. */
export function restartRisks(
  before: BesuRevision,
  after: BesuRevision,
  participants: Participants,
  changes: ValidatorChanges,
): Risk[] {
  const total = changes.counted.length
  const lost = lostOf(changes)
  const left = crashTolerance(total) - lost.length
  const gone = new Set(lost.map(({ id }) => id))
  // One that goes on under another name has another pod, too.
  const restarted = changes.counted.filter(
    ({ id, ours }) => ours && !gone.has(id) && before.pods.get(id) !== after.pods.get(id),
  )
  const many = restarted.length > left
  if (left < 0 || restarted.length === 0 || (!many && restarted.length === 1)) return [] // a quorum that is lost is told as such
  const names = several(restarted.map(({ id }) => id))
  const [first] = restarted
  return [
    {
      id: 'validators-restart',
      severity: many ? 'danger' : 'caution',
      subject: 'validators',
      message: `${restarted.length} of ${amount(total, 'validator')} ${restarted.length === 1 ? 'restarts' : 'restart at once'} (${names}): ${
        many
          ? `${left === 0 ? 'none' : `at most ${left}`} may be down, so the chain stands still until ${restarted.length - left} ${restarted.length - left === 1 ? 'is' : 'are'} back`
          : `meanwhile ${left === restarted.length ? 'none' : `at most ${left - restarted.length}`} of the others may be down`
      }`,
      hint: 'change one validator in a commit; for what concerns all, suspend the Flux Kustomizations of the organizations, merge, and resume one after the other',
      path: causeOf(before.network, after.network) ?? participants.get(first?.id ?? '')?.path ?? ['organizations'],
    },
  ]
}

/** What restarts everybody stands at one place. */
function causeOf(was: BesuNetwork, is: BesuNetwork): Path | undefined {
  if (was.platformVersion !== is.platformVersion) return ['platformVersion']
  return JSON.stringify(was.images) === JSON.stringify(is.images) ? undefined : ['images']
}
