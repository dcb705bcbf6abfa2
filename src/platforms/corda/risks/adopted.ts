import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { isNotary, legalNameOf } from '../network.ts'
import { type CordaRevision, type KeptNode, keptNodes } from './revision.ts'

/** Nodes whose keys begin to run here, or no longer do: one identity must never run twice. */
export const handoverRisks = (before: CordaRevision, after: CordaRevision): Risk[] =>
  keptNodes(before, after).flatMap((kept) => {
    const { was, is } = kept
    if (was.elsewhere === is.elsewhere) return []
    return [was.elsewhere === true ? begins(kept) : returns(kept)]
  })

const twice = ({ is }: KeptNode): string =>
  isNotary(is)
    ? 'Two running copies of a notary sign two spendings of one state'
    : 'Two running copies of a node each get a part of its messages, and their vaults differ'

const begins = (kept: KeptNode): Risk => ({
  id: 'identity-adopted',
  severity: 'danger',
  subject: nodeId(kept.is),
  message: `${nodeId(kept.is)} is adopted: a pod with the keys of ${legalNameOf(kept.is)} starts in ${kept.is.cluster.name}, and something else runs with them still. ${twice(kept)}`,
  hint: `before the merge, stop the old one for good, and bring its key stores${kept.is.own.database === undefined ? ' and its database' : ''} onto the volume ${kept.is.name} of ${kept.is.organization.namespace}: without them it asks the doorman for other keys`,
  path: kept.is.path,
})

const returns = (kept: KeptNode): Risk => ({
  id: 'identity-returned',
  severity: 'danger',
  subject: nodeId(kept.is),
  message: `${nodeId(kept.is)} has adopted: false again: its pod in ${kept.is.cluster.name} stops. ${twice(kept)}`,
  hint: `start the old one only when the pod is gone, and with the data of the volume ${kept.is.name}: it has what happened since`,
  path: [...kept.is.path, 'adopted'],
})
