import { isOurs, nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { legalNameOf, ownPartiesOf } from '../network.ts'
import { type CordaRevision, type KeptNode, keepsVolume, keptNodes } from './revision.ts'

/** Nodes whose certificates no longer fit: the keys are on their volume, and the certificates have the legal name. */
export const identityRisks = (before: CordaRevision, after: CordaRevision): Risk[] => [
  ...keptNodes(before, after).flatMap((kept) => [...renamed(kept), ...leftBehind(kept)]),
  ...takenOver(before, after),
  ...externalNames(before, after),
]

function renamed({ was, is }: KeptNode): Risk[] {
  const [old, now] = [legalNameOf(was), legalNameOf(is)]
  if (old === now) return []
  return [
    {
      id: 'legal-name-changed',
      severity: 'danger',
      subject: nodeId(is),
      message: `the legal name of ${nodeId(is)} is ${now} instead of ${old}: its certificates have the old one, and it refuses to start`,
      hint: `restore ${old}. Another legal name is another party: add a node with another name, have it registered, and move the states to it by transactions`,
      path: [...is.path, 'legalName'],
    },
  ]
}

/** In another cluster or namespace it begins with an empty volume. */
function leftBehind(kept: KeptNode): Risk[] {
  const { was, is } = kept
  if (keepsVolume(kept) || was.elsewhere || is.elsewhere) return []
  const [from, to] =
    was.cluster.name === is.cluster.name
      ? [`namespace ${was.organization.namespace}`, `namespace ${is.organization.namespace}`]
      : [`cluster ${was.cluster.name}`, `cluster ${is.cluster.name}`]
  return [
    {
      id: 'identity-left-behind',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} asks the doorman for ${legalNameOf(is)} anew in ${to}, with new keys: its volume in ${from} has the keys that its states are for`,
      hint: `keep the node in ${from}; or stop it, copy its volume${was.own.database === undefined ? '' : ', keep its database'}, and merge this when the copy is there`,
      path: is.path,
    },
  ]
}

/** A node with another name in the definition has the legal name of one that goes: its volume is another one. */
function takenOver(before: CordaRevision, after: CordaRevision): Risk[] {
  const [known, left] = [before, after].map(({ network }) => new Set(network.nodes.map(nodeId)))
  const gone = ownPartiesOf(before.network).filter((node) => left?.has(nodeId(node)) !== true)
  return ownPartiesOf(after.network).flatMap((is): Risk[] => {
    const was = gone.find((node) => legalNameOf(node) === legalNameOf(is))
    if (was === undefined || is.elsewhere || known?.has(nodeId(is)) === true) return []
    return [
      {
        id: 'legal-name-taken-over',
        severity: 'danger',
        subject: nodeId(is),
        message: `${nodeId(is)} takes over the legal name of ${nodeId(was)}, ${legalNameOf(is)}: it begins with an empty volume, and asks the doorman for it with new keys. The keys that its states are for stay with ${nodeId(was)}`,
        hint: `keep the name ${nodeId(was)}: it is the name of the volume, too`,
        path: is.path,
      },
    ]
  })
}

function externalNames(before: CordaRevision, after: CordaRevision): Risk[] {
  const known = new Map(before.network.external.map((node) => [nodeId(node), legalNameOf(node)]))
  return after.network.external.flatMap((node): Risk[] => {
    const [old, now] = [known.get(nodeId(node)), legalNameOf(node)]
    if (isOurs(node) || old === undefined || old === now) return []
    return [
      {
        id: 'legal-name-changed',
        severity: 'caution',
        subject: nodeId(node),
        message: `the legal name of ${nodeId(node)}, which somebody else runs, is ${now} instead of ${old}: \`chancery verify\` expects its certificate to have the new one`,
        hint: 'ask its owner, outside of this pull request. Another legal name is another party',
        path: [...node.path, 'legalName'],
      },
    ]
  })
}
