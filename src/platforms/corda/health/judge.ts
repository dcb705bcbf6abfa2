import type { Material } from '../../../material/material.ts'
import { brief } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import type { InquiryAnswer } from '../../inquiry.ts'
import type { CordaNetwork } from '../network.ts'
import { handshakesIn } from './handshakes.ts'
import { topics } from './inquiries.ts'
import { judgeHandshakes } from './judge-handshakes.ts'
import { judgeRpc } from './judge-rpc.ts'
import { judgeZone } from './judge-zone.ts'
import { zoneViewIn } from './zone-view.ts'

/** What Jobs found at the P2P addresses of nodes, and at the network services of their zone. */
export const judgeInquiries = (
  network: CordaNetwork,
  material: Material,
  answers: readonly InquiryAnswer[],
): readonly Verdict[] => verdictsOf(network, material, answers).map(printable)

/** Texts of others are in it. */
const printable = (verdict: Verdict): Verdict => ({
  ...verdict,
  message: brief(verdict.message.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')),
})

function verdictsOf(network: CordaNetwork, material: Material, answers: readonly InquiryAnswer[]): readonly Verdict[] {
  const handshakes = answers
    .filter(({ topic }) => topic === topics.handshakes)
    .map((answer) => read(answer, handshakesIn))
  const views = answers.filter(({ topic }) => topic === topics.zone).map((answer) => read(answer, zoneViewIn))
  const shown = handshakes.flatMap(({ found }) => found ?? [])
  return [
    ...[...handshakes, ...views].flatMap(({ failure }) => failure ?? []),
    ...judgeHandshakes(network, material, shown),
    ...judgeRpc(network, shown),
    ...judgeZone(
      network,
      views.flatMap(({ found }) => found ?? []),
    ),
  ]
}

interface Read<Result> {
  readonly found?: Result
  readonly failure?: Verdict
}

function read<Result>(answer: InquiryAnswer, of: (answer: InquiryAnswer) => Result | undefined): Read<Result> {
  const found = of(answer)
  if (found !== undefined) return { found }
  const { topic, organization, cluster } = answer
  return {
    failure: bad(
      `${topic}: the Job of ${organization} in cluster ${cluster} ended before its last line`,
      'run it again',
    ),
  }
}
