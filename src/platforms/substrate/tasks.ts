import { isOurs, nodeId } from '../../network/network.ts'
import { several } from '../../words.ts'
import { isCompleted } from './chain-spec/base-spec.ts'
import { isValidator, type SubstrateLedgerNode, validatorsOf } from './network.ts'
import { specOf } from './risks/chain.ts'
import { type ValidatorChanges, validatorChanges } from './risks/changes.ts'
import { type Participant, participantsOf } from './risks/participants.ts'
import type { SubstrateState } from './risks/revision.ts'

/** Decisions that the chain needs before a merge: afterwards the validator no longer votes for them. */
export function tasksBefore(before: SubstrateState, after: SubstrateState): string[] {
  const begun = begunState(before)
  if (begun === undefined) return []
  return changesOf(begun, after)
    .removed.filter(({ ours, account }) => ours && account !== undefined)
    .map(
      ({ id, account }) =>
        `Have those who decide about validators remove \`${account}\` while \`${id}\` still runs, and check that the chain no longer has it as an authority (\`chancery verify\`)`,
    )
}

/** Announcements and decisions that follow a merge. */
export function tasks(before: SubstrateState | undefined, after: SubstrateState): string[] {
  const begun = begunState(before)
  return [
    ...joining(begun, after),
    ...(begun === undefined ? [] : changesOf(begun, after).rotated).flatMap(({ is }) => rotating(is)),
  ]
}

/** In a chain that has not begun, everybody is in its first block. */
const begunState = (state: SubstrateState | undefined): SubstrateState | undefined =>
  state === undefined || specOf(state) === undefined ? undefined : state

const changesOf = (before: SubstrateState, after: SubstrateState): ValidatorChanges =>
  validatorChanges(participantsOf(before), participantsOf(after))

function joining(before: SubstrateState | undefined, after: SubstrateState): string[] {
  if (before === undefined && isCompleted(after.network)) return []
  const known = new Set(before === undefined ? [] : validatorsOf(before.network).map(nodeId))
  return after.network.nodes
    .filter((node) => isOurs(node) && isValidator(node) && !known.has(nodeId(node)))
    .map((node) => {
      const id = nodeId(node)
      const { account, announcement } = node.own
      if (announcement !== undefined)
        return `When \`${id}\` has announced its session keys (the Job \`announce\`), have those who decide about validators choose \`${account}\``
      return account === undefined
        ? `Have a runtime upgrade make \`${id}\` an authority when it has the newest block (\`chancery verify\`): its session keys are in \`material/public/\``
        : `When \`${id}\` has the newest block (\`chancery verify\`), announce its session keys with \`${account}\` (\`chancery substrate session-keys ${id}\`), and have those who decide about validators choose it`
    })
}

const rotating = ({ id, ours, account, announces }: Participant): string[] =>
  ours && !announces
    ? [
        `Announce the new session keys of \`${id}\` with ${account === undefined ? 'the account of the validator' : `\`${account}\``} (\`chancery substrate session-keys ${id}\`), and check in the next session that the chain has them (\`chancery verify\`)`,
      ]
    : []

/** Why the Job that announces session keys comes. */
export function jobReasons(before: SubstrateState | undefined, after: SubstrateState): string[] {
  const known = new Map(before?.network.nodes.map((node) => [nodeId(node), announcementIn(node, before)]))
  const news = after.network.nodes.filter((node) => {
    const text = announcementIn(node, after)
    return text !== undefined && known.get(nodeId(node)) !== text
  })
  return news.length === 0
    ? []
    : [
        `The Job \`announce\` comes because ${several(news.map((node) => `\`${nodeId(node)}\``))} announces its session keys`,
      ]
}

const announcementIn = (
  { own: { announcement } }: SubstrateLedgerNode,
  { material }: SubstrateState,
): string | undefined => (announcement === undefined ? undefined : material.text(announcement))
