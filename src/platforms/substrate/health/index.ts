import type { LedgerHealth } from '../../health.ts'
import type { LedgerStatus } from '../../live-ledger.ts'
import { paceOf } from '../pace.ts'
import type { SubstrateNode, SubstrateTop } from '../schema.ts'
import { answersOf, questions, reportOf } from './answers.ts'
import { judge } from './judge.ts'

/** How nodes are asked. A roll-out waits for finality: without it, blocks of the others prove nothing. */
export const health: LedgerHealth<SubstrateTop, SubstrateNode> = {
  questions,
  interval: paceOf,
  progress: {
    head: (replies) => {
      const answers = answersOf(replies)
      return answers?.finalized ?? answers?.best
    },
    pace: paceOf,
  },
  judge,
}

export const status: LedgerStatus<SubstrateTop, SubstrateNode> = { questions, report: reportOf }
