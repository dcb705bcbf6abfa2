import { isOurs, nodeId } from '../../../network/network.ts'
import { counted, several } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import type { NodeInfo } from '../amqp/objects.ts'
import {
  type CordaNetwork,
  isValidating,
  legalNameOf,
  notariesOf,
  notaryIdentityOf,
  ownPartiesOf,
  partiesOf,
} from '../network.ts'
import { platformVersionOf } from '../release.ts'
import { zoneWords } from '../zone.ts'
import type { ServiceAnswer, ZoneView } from './zone-view.ts'

/** What the network services of the zone say: whether they answer, and what the network map has of the definition. */
export function judgeZone(network: CordaNetwork, views: readonly ZoneView[]): readonly Verdict[] {
  const unreached = views.flatMap((view) => unreachedServices(network, view))
  // The network map is one: any Job that could read it will do.
  const view = views.find(({ signed }) => signed !== undefined)
  if (view?.signed === undefined) return unreached
  const found = [...missingNodes(network, view), ...movedNodes(network, view), ...parameterVerdicts(network, view)]
  const { update } = view.signed
  const own = ownPartiesOf(network)
  const known = own.filter((node) => infoOf(legalNameOf(node), view.nodes) !== undefined).length
  return [
    ...unreached,
    ...found,
    ...(found.length > 0
      ? []
      : [
          {
            good: true,
            message: `the network map has ${known} of ${counted(own.length, 'node')} of this definition at their addresses, of ${counted(view.signed.nodes.length, 'node')} in all`,
          },
        ]),
    ...(update === undefined
      ? []
      : [
          {
            good: true,
            message: `the operator of the zone announces other network parameters (${update.description}) by ${dateText(update.deadline)}: nodes that have not accepted them by then are out`,
          },
        ]),
  ]
}

const dateText = (date: Date): string =>
  Number.isNaN(date.getTime()) ? 'an unknown date' : date.toISOString().slice(0, 10)

function unreachedServices(
  network: CordaNetwork,
  { organization, cluster, doorman, map, signed }: ZoneView,
): Verdict[] {
  const from = `from ${organization} in cluster ${cluster}`
  const words = zoneWords(network)
  const hint = network.top.zone.demo
    ? 'read the log of its pod, and check that firewalls and network policies let the nodes reach it'
    : 'check the URL, and that firewalls and network policies let the nodes reach it'
  return [
    ...(doorman.status === 0
      ? []
      : [
          bad(
            `${words.doorman} is not reached ${from}: ${reasonOf(doorman)}`,
            `${hint}. Nodes need it for their first start only`,
          ),
        ]),
    ...(map.status !== 0 || map.http !== 200
      ? [
          bad(
            `${words.networkMap} does not answer ${from}: ${reasonOf(map)}`,
            `${hint}. Nodes that run continue, and learn of nothing new`,
          ),
        ]
      : signed === undefined
        ? [
            bad(
              `what ${words.networkMap} answers is no network map of Corda`,
              network.top.zone.demo ? 'read the log of its pod' : 'check the URL: nodes add /network-map to it',
            ),
          ]
        : []),
  ]
}

const reasonOf = ({ status, http, message }: ServiceAnswer): string =>
  status === 0 ? `it answers with the status ${http}` : message === '' ? `curl ${status}` : message

/** A node may have left older entries with other keys: the newest one counts. */
const infoOf = (name: string, infos: readonly NodeInfo[]): NodeInfo | undefined =>
  infos.filter(({ names }) => names[0] === name).toSorted((a, b) => b.serial - a.serial)[0]

/** A node publishes itself when it starts, and once a day (`tryPublishNodeInfoAsync` in AbstractNode.kt of Corda 4.12). */
function missingNodes(network: CordaNetwork, view: ZoneView): Verdict[] {
  return partiesOf(network).flatMap((node) => {
    const name = legalNameOf(node)
    if ((isOurs(node) && node.elsewhere) || infoOf(name, view.nodes) !== undefined) return []
    return [
      bad(
        `the network map does not have ${nodeId(node)} (${name}): nobody finds it`,
        isOurs(node)
          ? 'it publishes itself when it starts, and once a day: read its log. The operator may have removed it'
          : 'ask its owner: it publishes itself when it starts, and once a day',
      ),
    ]
  })
}

function movedNodes(network: CordaNetwork, view: ZoneView): Verdict[] {
  return partiesOf(network).flatMap((node) => {
    const [info, expected] = [infoOf(legalNameOf(node), view.nodes), view.expected.get(nodeId(node))]
    const addresses = info?.addresses.map(({ host, port }) => `${host}:${port}`) ?? []
    if (info === undefined || expected === undefined || addresses[0]?.toLowerCase() === expected.toLowerCase())
      return []
    return [
      bad(
        `the network map has ${nodeId(node)} at ${several(addresses)}, and the definition at ${expected}: others dial the one of the network map`,
        isOurs(node) ? 'restart it: it publishes its address when it starts' : 'ask its owner which one is right',
      ),
    ]
  })
}

/** Nodes believe the network parameters, not the definition, about notaries and versions. */
function parameterVerdicts(network: CordaNetwork, { parameters }: ZoneView): Verdict[] {
  if (parameters === undefined) return []
  const { minimumPlatformVersion, notaries } = parameters
  const tooOld = ownPartiesOf(network).filter(
    (node) => (platformVersionOf(node.platformVersion) ?? Infinity) < minimumPlatformVersion,
  )
  return [
    ...notariesOf(network).flatMap((notary) => {
      const [id, name] = [nodeId(notary), notaryIdentityOf(notary)]
      const known = notaries.find((one) => one.name === name)
      if (known === undefined)
        return [
          bad(
            `${name} (${id}) is not a notary of the network parameters: no transaction can use it`,
            'give the operator of the zone its node info, and have it added',
          ),
        ]
      if (known.validating === isValidating(notary)) return []
      return [
        bad(
          `the network parameters have ${name} (${id}) as a ${known.validating ? '' : 'non-'}validating notary, and the definition as the opposite`,
          `set \`validating: ${known.validating}\`, or have the operator of the zone change the parameters: nodes send what the notary does not understand`,
        ),
      ]
    }),
    ...(tooOld.length === 0
      ? []
      : [
          bad(
            `the network parameters ask for platform version ${minimumPlatformVersion}: ${several(tooOld.map(nodeId))} ${tooOld.length === 1 ? 'does' : 'do'} not start with an older one`,
            'raise platformVersion, and set zone.minimumPlatformVersion so that validate tells it',
          ),
        ]),
  ]
}
