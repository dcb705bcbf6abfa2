import type { Material } from '../../../material/material.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import { counted } from '../../../words.ts'
import { bad, good, type Verdict } from '../../health.ts'
import { quorumOf } from '../consensus.ts'
import { type SubstrateNetwork, validatorsOf } from '../network.ts'
import type { NodeAnswers } from './answers.ts'
import { ownerOf } from './authorities.ts'
import { type Answering, isAnswering, type Seen } from './seen.ts'

/** Blocks without finality that nothing has to be told about: a round of votes ends after a few of them. */
const farBehind = 50
/** A node may lag behind by ten blocks. */
const lagging = 10

/** Whether blocks are made and become final, and who is behind. */
export function progressVerdicts(
  network: SubstrateNetwork,
  material: Material,
  seen: readonly Seen[],
  seconds: number,
): Verdict[] {
  const answering = seen.filter(isAnswering)
  const best = Math.max(...answering.map(({ now }) => now.best))
  const finals = answering.flatMap(({ now }) => now.finalized ?? [])
  const final = finals.length === 0 ? undefined : Math.max(...finals)
  if (answering.some(finalizes))
    return [
      final !== undefined && best - final > farBehind
        ? bad(
            `block ${final} is final, and block ${best} the newest: finality is ${best - final} blocks behind`,
            'after an outage it catches up within minutes. If it does not, check whether enough authorities run, and how long messages between them take',
          )
        : good(final === undefined ? 'blocks become final' : `block ${final} is final, and block ${best} the newest`),
      ...behind(answering, best),
    ]
  const who = authoritiesIn(network, material, seen)
  if (answering.some(rises))
    return [
      bad(
        `blocks are made (${best}), but none becomes final in ${seconds} seconds${final === undefined ? '' : `: the last final one is ${final}`}; ${who}`,
        'bring authorities back: blocks that are not final can be replaced by others',
      ),
      ...behind(answering, best),
    ]
  return [
    bad(
      `the chain is stopped at block ${best}: no new block in ${seconds} seconds; ${who}`,
      'bring validators back. One that has no peer makes no blocks either: check that the validators reach each other',
    ),
  ]
}

const rises = ({ before, now }: Answering): boolean => before !== undefined && now.best > before.best

/** By number where metrics tell it, else by hash. */
function finalizes({ before, now }: Answering): boolean {
  if (before === undefined) return false
  if (before.finalized !== undefined && now.finalized !== undefined && now.finalized > before.finalized) return true
  return (
    before.finalizedHash !== undefined && now.finalizedHash !== undefined && before.finalizedHash !== now.finalizedHash
  )
}

const behind = (seen: readonly Answering[], best: number): Verdict[] =>
  seen
    .filter(({ now }) => now.best < best - lagging)
    .map((one) =>
      rises(one)
        ? bad(
            `${one.id} is at block ${one.now.best} of ${best} and is catching up`,
            'wait: it votes when it has caught up',
          )
        : bad(
            `${one.id} is stuck at block ${one.now.best} of ${best}`,
            'its peers send no blocks, or it rejects them: check its log',
          ),
    )

/** Who votes by the chain, or else by the definition; who is down is known of nodes that were asked, of others only that they may be. */
function authoritiesIn(network: SubstrateNetwork, material: Material, seen: readonly Seen[]): string {
  const keys = grandpaOf(seen.map(({ now }) => now))
  const names =
    keys === undefined
      ? validatorsOf(network).map(nodeId)
      : keys.map((key) => nameOf(ownerOf(network, material, 'grandpa', key), key))
  const asked = new Map(seen.map(({ id, now }) => [id, now !== undefined]))
  const list = (up: boolean | undefined): string[] => names.filter((name) => asked.get(name) === up)
  const [down, unknown, up] = [list(false), list(undefined), list(true)]
  return [
    `${up.length} of ${counted(names.length, 'authority', 'authorities')} run here, finality needs ${quorumOf(names.length)}`,
    ...(down.length === 0 ? [] : [`down: ${down.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`not asked: ${unknown.join(', ')}`]),
  ].join('; ')
}

const nameOf = (node: AnyNode | undefined, key: string): string => (node === undefined ? key : nodeId(node))

const grandpaOf = (answers: readonly (NodeAnswers | undefined)[]): readonly string[] | undefined =>
  answers.map((one) => one?.authorities.grandpa).find((keys) => keys !== undefined)
