import { type LedgerNode, nodeId, type Organization } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { counted, several } from '../../words.ts'
import { type Kept, missingFrom, pairs, type Revision, runningNodes } from './revision.ts'

/** An organization goes, or its nodes get another namespace. */
export function organizationRisks(before: Revision, after: Revision): Risk[] {
  const [was, is] = [before.network.organizations, after.network.organizations]
  const name = (organization: Organization): string => organization.name
  // All namespaces follow the name of the network: reported once.
  const renamed = before.network.name !== after.network.name
  return [
    ...missingFrom(was, is, name).map((organization) => removed(before, after, organization)),
    ...(renamed ? [] : pairs(was, is, name).flatMap((kept) => namespaces(before, kept))),
  ]
}

const nodesIn = (before: Revision, organization: string): readonly LedgerNode[] =>
  runningNodes(before).filter((node) => node.organization.name === organization)

function removed(before: Revision, after: Revision, { name }: Organization): Risk {
  // Those of a cluster that goes too are not touched: that has been told.
  const nodes = nodesIn(before, name).filter(({ cluster }) =>
    after.network.clusters.some((other) => other.name === cluster.name),
  )
  return {
    id: 'organization-removed',
    severity: 'danger',
    subject: name,
    message: `organization ${name} leaves the definition${nodes.length === 0 ? '' : ` with ${counted(nodes.length, 'node')} (${several(nodes.map(nodeId))}): they stop, and their volumes stay behind`}`,
    content: nodes.map(nodeId).join(' '),
    hint: 'remove its nodes one after the other, each when the ledger can do without it; the material in Git is kept',
    path: ['organizations'],
  }
}

function namespaces(before: Revision, { was, is }: Kept<Organization>): Risk[] {
  const nodes = nodesIn(before, was.name).filter(({ elsewhere }) => !elsewhere)
  if (was.namespace === is.namespace || nodes.length === 0) return []
  return [
    {
      id: 'namespace-changed',
      severity: 'danger',
      subject: is.name,
      message: `the namespace of ${is.name} is ${is.namespace} instead of ${was.namespace}: ${counted(nodes.length, 'node')} (${several(nodes.map(nodeId))}) are created there with empty volumes${before.platform.definition.keysOnVolume ? ' and new keys' : ', and for a while two may run with one key'}`,
      content: nodes.map(nodeId).join(' '),
      hint: `set \`namespace: ${was.namespace}\`: data does not move from one namespace to another`,
      path: [...is.path, 'namespace'],
    },
  ]
}
