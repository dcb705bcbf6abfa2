import { nodeId } from '../../../network/network.ts'
import { bad, type Verdict } from '../../health.ts'
import { membershipVerdicts } from '../health/membership.ts'
import type { OrdererQuestion } from './questions.ts'
import { jsonIn, type Reply, reasonOf } from './replies.ts'

/** Of the administration API: orderer/common/types/channelinfo.go of Fabric. */
interface ChannelInfo {
  readonly consensusRelation?: string
  readonly status?: string
  readonly height?: number
}

/** How orderers take part in channels, as they report it now; their metrics have what it was when they joined. */
export const ordererVerdicts = (
  questions: readonly OrdererQuestion[],
  replies: ReadonlyMap<number, Reply>,
): readonly Verdict[] =>
  questions.flatMap(({ node, channel }, number): readonly Verdict[] => {
    const id = nodeId(node)
    const reply = replies.get(number)
    if (reply === undefined || reply.status === 0)
      return [
        bad(
          `${id} does not answer at its administration API`,
          reply === undefined ? 'the Job ended before it asked: run this again' : `it reports: ${reasonOf(reply)}`,
        ),
      ]
    if (reply.status !== 200 && reply.status !== 404)
      return [
        bad(
          `${id} refuses the administrator of orderers: HTTP status ${reply.status}`,
          'its certificate must be of the adminca of the organization: chancery validate',
        ),
      ]
    const { consensusRelation: relation, status: participation, height } = (jsonIn(reply.out) ?? {}) as ChannelInfo // Fabric's own answer
    const now =
      reply.status === 404
        ? undefined
        : {
            isLeader: false,
            ...(relation === undefined ? {} : { relation }),
            ...(participation === undefined ? {} : { participation }),
          }
    const found = membershipVerdicts(channel, [{ node, id, seconds: 0, answers: true, before: undefined, now }])
    if (found.length > 0) return found
    return [
      { good: true, message: `${id} is an ${participation} ${relation} of channel ${channel.name}, height ${height}` },
    ]
  })
