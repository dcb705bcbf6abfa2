import { groupBy } from '../../group-by.ts'
import type { Path } from '../../network/finding.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import type { Guard } from '../../platforms/guard.ts'
import { agreeing, several } from '../../words.ts'
import { type Loosening, loosening, textOf } from './loosened.ts'
import type { Revision } from './revision.ts'

/**
 * What keeps others out of a node, by a field or by a setting, is gone, wider or another one. A new node is compared with the same one
 * without settings: they can switch off what a field switches on.
 */
export function guardRisks(before: Revision, after: Revision): Risk[] {
  if (before.platform !== after.platform) return []
  const old = new Map(before.network.nodes.map((node) => [nodeId(node), node]))
  const changes = after.network.nodes.flatMap((node) => {
    const was = old.get(nodeId(node))
    return guardChanges({
      subject: nodeId(node),
      was: was === undefined ? guardsOf(after, withoutSettings(node)) : guardsOf(before, { ...was, role: node.role }),
      is: guardsOf(after, node),
      path: node.path,
      isReached: isReached(after, node),
    })
  })
  return guardRisksOf(changes)
}

const guardsOf = ({ platform, network, material }: Revision, node: LedgerNode): readonly Guard[] =>
  platform.operation.guards?.(node, network, material) ?? []

/** Own fields are the platform's; those that have settings call them so. */
const withoutSettings = (node: LedgerNode): LedgerNode => ({ ...node, own: { ...(node.own as object), settings: {} } })

/** Others reach what the node guards: an exposed endpoint, or one with TLS of the ledger's own. */
const isReached = ({ platform }: Revision, node: LedgerNode): boolean =>
  node.expose.length > 0 ||
  platform.definition.endpoints(node).some(({ reached, protocol }) => reached === 'by-port' && protocol === 'tls')

/** Guards of one thing, before and after. */
export interface GuardPair {
  readonly subject: string
  readonly was: readonly Guard[]
  readonly is: readonly Guard[]
  readonly path: Path
  readonly isReached: boolean
}

/** Guards of one thing that let more through, of one kind. */
export interface GuardChange {
  readonly id: string
  readonly subject: string
  readonly severity: Loosening
  readonly texts: readonly string[]
  readonly path: Path
}

export function guardChanges({ subject, was, is, path, isReached }: GuardPair): GuardChange[] {
  const names = [...new Set([...was, ...is].map(({ name }) => name))]
  const loosened = names.flatMap((name): Loosened[] => {
    const [old, now] = [was, is].map((guards) => guards.find((guard) => guard.name === name))
    const guard = now ?? old
    const severity = loosening(old, now)
    if (severity === undefined || guard === undefined) return []
    return [
      {
        guard,
        severity: isReached || guard.always === true ? severity : 'caution',
        text: `${name} is ${textOf(now?.value)} instead of ${textOf(old?.value)}`,
        isGone: ['not set', 'false'].includes(textOf(now?.value).toLowerCase()),
      },
    ]
  })
  const asking = loosened.filter(({ guard }) => guard.authenticates === true)
  const others = loosened.filter(({ guard }) => guard.authenticates !== true)
  const removed = asking.some(({ isGone }) => isGone)
  return [
    ...(removed
      ? changeOf('authentication-removed', subject, path, essential(asking))
      : changeOf('authentication-changed', subject, path, asking)),
    ...changeOf('guard-loosened', subject, path, others),
  ]
}

/** What asks, without how it asked: that goes with it. */
function essential(asking: readonly Loosened[]): readonly Loosened[] {
  const switches = asking.filter(({ guard }) => guard.kind === 'on')
  return switches.length > 0 ? switches : asking.filter(({ isGone }) => isGone).slice(0, 1)
}

interface Loosened {
  readonly guard: Guard
  readonly severity: Loosening
  readonly text: string
  readonly isGone: boolean
}

function changeOf(id: string, subject: string, path: Path, loosened: readonly Loosened[]): GuardChange[] {
  const worst = loosened.find(({ severity }) => severity === 'danger') ?? loosened[0]
  if (worst === undefined) return []
  return [
    {
      id,
      subject,
      severity: worst.severity,
      texts: loosened.map(({ text }) => text),
      path: worst.guard.path.length === 0 ? path : worst.guard.path,
    },
  ]
}

/** What happens to several things in the same way is one risk. */
export const guardRisksOf = (changes: readonly GuardChange[]): Risk[] =>
  [...groupBy(changes, ({ id, severity, texts }) => JSON.stringify([id, severity, texts]))].flatMap(([, group]) => {
    const [first] = group
    if (first === undefined) return []
    const { severity, subject, texts, path } = first
    const subjects = group.map((change) => change.subject)
    const risk = {
      severity,
      subject: subjects.length === 1 ? subject : `${subject}+${subjects.length - 1}`,
      content: subjects.join(' '),
      path,
    }
    return [riskOf(first.id, risk, several(subjects), subjects.length, texts.join('; '))]
  })

function riskOf(
  kind: string,
  risk: Pick<Risk, 'severity' | 'subject' | 'content' | 'path'>,
  names: string,
  count: number,
  what: string,
): Risk {
  switch (kind) {
    case 'authentication-removed':
      return {
        ...risk,
        id: 'authentication-removed',
        message: `clients of ${names} are no longer authenticated as before: ${what}`,
        hint: 'put it back, or let in known addresses only; ask the owner, outside of this pull request, whether it is intended',
      }
    case 'authentication-changed':
      return {
        ...risk,
        id: 'authentication-changed',
        message: `the clients of ${names} are authenticated by another authority: ${what}`,
        hint: 'ask the owner, outside of this pull request, whose key or service this is: it can let in anyone',
      }
    default:
      return {
        ...risk,
        id: 'guard-loosened',
        message: `${names} ${agreeing(count, 'is', 'are')} guarded in another way: ${what}`,
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      }
  }
}
