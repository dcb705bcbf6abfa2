import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, several } from '../../../words.ts'
import type { ExternalZone } from '../zone-schema.ts'
import { demoZoneRisks } from './demo-zone.ts'
import { type CordaRevision, type KeptNode, keptNodes } from './revision.ts'

/** Services and root of the zone. A node has what it needs of the root on its volume, from its registration on. */
export function zoneRisks(before: CordaRevision, after: CordaRevision): Risk[] {
  if (keptNodes(before, after).length === 0) return []
  const [was, is] = [before.network.top.zone, after.network.top.zone]
  if (was.demo && is.demo) return demoZoneRisks(before, after)
  if (was.demo || is.demo) return [anotherKind(before, after)]
  return [...anotherMap(was, is), ...anotherDoorman(was, is), ...anotherRoot(was, is, keptNodes(before, after))]
}

/** Certificates and network parameters are on the volumes of nodes: they are of the zone that a node registered with. */
function anotherKind(before: CordaRevision, after: CordaRevision): Risk {
  const kept = keptNodes(before, after).map(({ is }) => nodeId(is))
  const { demo } = after.network.top.zone
  return {
    id: 'zone-replaced',
    severity: 'danger',
    subject: 'zone',
    message: `the zone is ${demo ? 'a demo zone instead of that of an operator' : 'that of an operator instead of the demo zone'}: ${several(kept)} ${agreeing(kept.length, 'has its', 'have their')} certificates of the old one, and ${agreeing(kept.length, 'stops', 'stop')}. Identities and states do not move to another zone`,
    content: kept.join(' '),
    hint: 'keep the zone. For the other one, write another definition, with nodes that have new names and empty volumes',
    path: demo ? ['zone', 'demo'] : ['zone'],
  }
}

/** NetworkParametersReader.kt and NetworkMapUpdater.kt of Corda 4.12. */
function anotherMap(was: ExternalZone, is: ExternalZone): Risk[] {
  const [old, now] = [was.networkMap, is.networkMap]
  if (old === now) return []
  return [
    {
      id: 'network-map-changed',
      severity: 'danger',
      subject: 'zone.networkMap',
      message: `nodes ask the network map at ${now} instead of ${old}: they stop if it has other network parameters, and lose sight of all nodes that it does not have`,
      hint: 'ask the operator of the zone, outside of this pull request, whether it is the same network map at another address',
      path: ['zone', 'networkMap'],
    },
  ]
}

function anotherDoorman(was: ExternalZone, is: ExternalZone): Risk[] {
  const [old, now] = [was.doorman, is.doorman]
  if (old === now) return []
  return [
    {
      id: 'doorman-changed',
      severity: 'caution',
      subject: 'zone.doorman',
      message: `new nodes ask the doorman at ${now} instead of ${old} for their certificates; nodes that have theirs restart, and keep them`,
      hint: 'ask the operator of the zone, outside of this pull request, whether it is their doorman. Change it before or after nodes join, not with them',
      path: ['zone', 'doorman'],
    },
  ]
}

/** Only `initial-registration` reads the file: NetworkRegistrationHelper.kt. Then it makes the node's own truststore. */
function anotherRoot(
  { rootTruststore: was }: ExternalZone,
  { rootTruststore: is }: ExternalZone,
  nodes: readonly KeptNode[],
): Risk[] {
  if (was.sha256 === is.sha256) return []
  const kept = nodes.map((node) => nodeId(node.is))
  return [
    {
      id: 'root-truststore-changed',
      severity: 'danger',
      subject: 'zone.rootTruststore',
      message: `the root truststore of the zone is another one (${short(is.sha256)} instead of ${short(was.sha256)}): new nodes trust its root, and ${several(kept)} still ${kept.length === 1 ? 'trusts' : 'trust'} the one on ${kept.length === 1 ? 'its volume' : 'their volumes'}. With another root they refuse each other`,
      content: `${was.sha256} ${is.sha256}`,
      hint: 'ask the operator of the zone, outside of this pull request, for the SHA-256 of the file. A change of root replaces the certificates of all nodes, which nothing here does',
      path: ['zone', 'rootTruststore', 'sha256'],
    },
  ]
}

const short = (digest: string): string => digest.slice(0, 12)
