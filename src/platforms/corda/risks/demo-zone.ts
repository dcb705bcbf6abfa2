import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { demoMapOf } from '../zone.ts'
import type { CordaRevision } from './revision.ts'

/** What a demo zone keeps: the keys of its network map, and the network parameters, which that signs once. */
export function demoZoneRisks(before: CordaRevision, after: CordaRevision): Risk[] {
  const [was, is] = [demoMapOf(before.network), demoMapOf(after.network)]
  if (was === undefined || is === undefined) return []
  const places = [was, is].map((map) => `${nodeId(map)} in cluster ${map.cluster.name}`)
  if (places[0] !== places[1] || was.organization.namespace !== is.organization.namespace)
    return [
      {
        id: 'network-map-replaced',
        severity: 'danger',
        subject: 'zone',
        message: `${places[1]} is the network map instead of ${places[0]}: it has not the keys of the former one, and nodes do not accept what it signs`,
        hint: 'keep it where it is; or begin another network for tests, with empty volumes',
        path: is.path,
      },
    ]
  const [old, now] = [before, after].map(({ network }) => network.top.zone.minimumPlatformVersion)
  if (old === now) return []
  return [
    {
      id: 'network-parameters-kept',
      severity: 'caution',
      subject: 'zone.minimumPlatformVersion',
      message: `the network parameters of the demo zone keep the minimum platform version that they were signed with (${textOf(old)}), not ${textOf(now)}: ${nodeId(is)} signs them once`,
      content: `${textOf(old)} ${textOf(now)}`,
      hint: 'restore it; or begin another network for tests, with empty volumes',
      path: now === undefined ? ['zone'] : ['zone', 'minimumPlatformVersion'],
    },
  ]
}

const textOf = (version: number | undefined): string => (version === undefined ? 'the default' : String(version))
