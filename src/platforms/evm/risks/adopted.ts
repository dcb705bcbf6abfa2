import type { Risk } from '../../../network/risk.ts'
import { counted, several } from '../../../words.ts'
import { crashTolerance } from '../tolerance.ts'
import type { ValidatorChanges } from './changes.ts'
import type { Participant, Participants } from './participants.ts'

/** A node that a pod of ours runs from now on, or no longer runs. */
interface Handover {
  /** Undefined where the definition did not have it. */
  readonly was: Participant | undefined
  readonly is: Participant
  readonly begins: boolean
}

/** Nodes that keep their key, and change what runs them. `chain` are the validators of the first block. */
export function handoversOf(before: Participants, after: Participants, chain: ReadonlySet<string>): Handover[] {
  const byAddress = new Map([...before.values()].map((participant) => [participant.address, participant]))
  return [...after.values()].flatMap((is): Handover[] => {
    if (!is.ours || is.address === undefined) return []
    const was = byAddress.get(is.address)
    if (is.elsewhere !== undefined) return was !== undefined && runsHere(was) ? [{ was, is, begins: false }] : []
    const begins = was === undefined ? chain.has(is.address) : !runsHere(was) && (was.ours || was.id === is.id)
    return begins ? [{ was, is, begins }] : []
  })
}

const runsHere = ({ ours, elsewhere }: Participant): boolean => ours && elsewhere === undefined

/** One key must never run twice, and few validators may pause at once. */
export const handoverRisks = (handovers: readonly Handover[], { counted: validators }: ValidatorChanges): Risk[] => [
  ...handovers.map((handover) => (handover.begins ? begins(handover) : returns(handover))),
  ...atOnce(validatorsIn(handovers), validators.length),
]

/** Validators that pause meanwhile. */
export const validatorsIn = (handovers: readonly Handover[]): readonly string[] =>
  handovers.filter(({ was, is }) => was?.validates ?? is.validates).map(({ is }) => is.id)

const stop = 'stop the old pod for good (scale its workload to 0, and wait until the pod is gone)'

function begins({ was, is }: Handover): Risk {
  const place = { id: 'node-adopted', severity: 'danger', subject: is.id } as const
  const starts = `a pod with its key starts in ${is.cluster}`
  if (was?.elsewhere !== undefined)
    return {
      ...place,
      message: `${is.id} is adopted: ${starts}, and ${was.elsewhere} runs it still. Two running copies of one key break consensus`,
      hint: `before the merge, ${stop}, and copy its data to ${is.volume}; without a copy the node synchronizes from its peers`,
      path: is.path,
    }
  return {
    ...place,
    message: `${is.id} has the key of ${was === undefined ? 'a validator of the first block' : 'an external node'}, and never had adopted: false: ${starts}, while another pod may run with it. Two running copies of one key break consensus`,
    hint: `set adopted: false and movesFrom first; where the old pod is stopped already, acknowledge this`,
    path: is.path,
  }
}

const returns = ({ is }: Handover): Risk => ({
  id: 'node-returned',
  severity: 'danger',
  subject: is.id,
  message: `${is.id} has adopted: false again: its pod in ${is.cluster} stops, and its peers dial ${is.elsewhere}`,
  hint: `start the old pod only when the pod in ${is.cluster} is gone: two running copies of one key break consensus. Its newest data is in ${is.volume}`,
  path: [...is.path, 'adopted'],
})

function atOnce(ids: readonly string[], total: number): Risk[] {
  const most = crashTolerance(total)
  if (ids.length <= most) return []
  return [
    {
      id: 'validators-adopted',
      severity: 'danger',
      subject: 'validators',
      message: `${ids.length} of ${counted(total, 'validator')} ${ids.length === 1 ? 'moves' : 'move'} at once (${several(ids)}): ${most === 0 ? 'none' : `at most ${most}`} may be down, so the chain stops meanwhile`,
      content: ids.join(' '),
      hint:
        most === 0
          ? 'do it when the chain may pause'
          : `change adopted of at most ${most} in one commit, and of the next ones when the chain makes progress with these (chancery verify)`,
      path: ['organizations'],
    },
  ]
}
