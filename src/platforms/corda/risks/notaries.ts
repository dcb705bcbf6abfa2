import type { Path } from '../../../network/finding.ts'
import { isOurs, nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import {
  type CordaAnyNode,
  type CordaNetwork,
  isNotary,
  isValidating,
  notariesOf,
  notaryIdentityOf,
  serviceNameOf,
} from '../network.ts'
import type { CordaRevision } from './revision.ts'

/** The same notary before and after, ours or external. */
interface KeptNotary {
  readonly was: CordaAnyNode
  readonly is: CordaAnyNode
}

/** Notaries that come, go, or are known as something else. The network parameters of the zone have them, which its operator changes. */
export function notaryRisks(before: CordaRevision, after: CordaRevision): Risk[] {
  const nodes = new Map([...after.network.nodes, ...after.network.external].map((node) => [nodeId(node), node]))
  const former = new Map([...before.network.nodes, ...before.network.external].map((node) => [nodeId(node), node]))
  const notaries = notariesOf(before.network)
  const kept = notaries.flatMap((was): KeptNotary[] => {
    const is = nodes.get(nodeId(was))
    return is === undefined || !isNotary(is) ? [] : [{ was, is }]
  })
  const staying = new Set(kept.map(({ was }) => nodeId(was)))
  return [
    ...notaries.filter((was) => !staying.has(nodeId(was))).map((was) => gone(was, after.network)),
    ...notariesOf(after.network)
      // One that is to be adopted runs already.
      .filter((is) => !staying.has(nodeId(is)) && !(isOurs(is) && is.elsewhere))
      .map((is) => added(is, former.get(nodeId(is)), after.network.top.zone.demo)),
    ...kept.flatMap((one) => [...anotherIdentity(one), ...anotherKind(one)]),
  ]
}

function gone(was: CordaAnyNode, network: CordaNetwork): Risk {
  const id = nodeId(was)
  const place = { id: 'notary-removed', subject: id, path: placeOf(was, network) } as const
  const states = `states of ${notaryIdentityOf(was)}`
  return isOurs(was)
    ? {
        ...place,
        severity: 'danger',
        message: `${id} is no notary any more: ${states} cannot be spent, and no other notary can take its place`,
        hint: network.top.zone.demo
          ? 'keep it: the network parameters of a demo zone have one notary, for good'
          : `keep it until the owners of its states have moved them to another notary (a notary change transaction of each state, which ${id} signs), and the operator of the zone has taken it out of the network parameters`,
      }
    : {
        ...place,
        severity: 'caution',
        message: `the notary ${id}, which somebody else runs, leaves the definition: it is no longer watched, and ${states} need it still`,
        hint: 'remove it when the operator of the zone has taken it out of the network parameters',
      }
}

function added(is: CordaAnyNode, was: CordaAnyNode | undefined, isDemo: boolean): Risk {
  const id = nodeId(is)
  const place = { id: 'notary-added', subject: id } as const
  if (isOurs(is) && was !== undefined)
    return {
      ...place,
      severity: 'danger',
      message: `${id} becomes a notary: its volume has the keys of a node without those of a notary service, and it refuses to start`,
      hint: 'restore its role, and add a notary with another name: a notary registers its service with its first keys',
      path: [...is.path, 'role'],
    }
  if (isDemo)
    return {
      ...place,
      severity: 'danger',
      message: `the notary ${id} is new: the network parameters of the demo zone were signed with the former one, and stay as they are. No transaction can use ${notaryIdentityOf(is)}`,
      hint: 'restore the former notary; or begin another network for tests, with empty volumes',
      path: is.path,
    }
  return {
    ...place,
    severity: 'caution',
    message: `the notary ${id} is new: no transaction can use it until the network parameters of the zone have ${notaryIdentityOf(is)}`,
    hint: isOurs(is)
      ? 'after the merge, give the operator of the zone its node info. Nodes take up new parameters on the day that the operator names'
      : 'ask the operator of the zone whether the network parameters have it',
    path: is.path,
  }
}

/** A notary refuses to start with a service name other than that of its keys: `loadNotaryIdentity` in KeyStoreHandler.kt of Corda 4.12. */
function anotherIdentity({ was, is }: KeptNotary): Risk[] {
  const [old, now] = [serviceNameOf(was), serviceNameOf(is)]
  if (old === now) return []
  const [from, to] = [old ?? 'its legal name', now ?? 'its legal name']
  return [
    {
      id: 'notary-identity-changed',
      severity: isOurs(is) ? 'danger' : 'caution',
      subject: nodeId(is),
      message: `the notary ${nodeId(is)} signs as ${to} instead of ${from}: ${isOurs(is) ? 'it refuses to start, as its keys are for the old name' : 'states name their notary'}`,
      hint: isOurs(is)
        ? `restore ${old === undefined ? 'the definition without serviceName' : old}. Another identity is another notary, to which owners move their states`
        : 'ask its owner, outside of this pull request. Another identity is another notary',
      path: now === undefined ? is.path : [...is.path, 'notary', 'serviceName'],
    },
  ]
}

/** Nodes send what the network parameters say: whole transactions to a validating notary, parts to another (NotaryFlow.kt of Corda 4.12). */
function anotherKind({ was, is }: KeptNotary): Risk[] {
  const [old, now] = [isValidating(was), isValidating(is)]
  if (old === now) return []
  return [
    {
      id: 'notary-validating-changed',
      severity: 'danger',
      subject: nodeId(is),
      message: `the notary ${nodeId(is)} is ${now ? '' : 'not '}validating now: the network parameters say the opposite, and it understands no request`,
      hint: `restore \`validating: ${old}\`. A notary of the other kind is another notary, in the network parameters too`,
      path: [...is.path, 'notary', 'validating'],
    },
  ]
}

/** The role of a node that stays, or the list that it was in. */
function placeOf(was: CordaAnyNode, { organizations, nodes, external }: CordaNetwork): Path {
  const id = nodeId(was)
  const kept = [...nodes, ...external].find((node) => nodeId(node) === id)
  if (kept !== undefined) return [...kept.path, 'role']
  if (!isOurs(was)) return ['external']
  const organization = organizations.find(({ name }) => name === was.organization.name)
  return organization === undefined ? ['organizations'] : [...organization.path, 'nodes']
}
