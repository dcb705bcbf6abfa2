import type { RiskCase } from '../case.ts'
import { type Edits, zone } from '../revisions.ts'

const external = zone.slice(zone.indexOf('zone:\n'), zone.indexOf('clusters:\n'))
const map = '      - {name: map1, role: network-map, legalName: "O=Test, L=London, C=GB"}\n'
const n1 =
  '      - {name: n1, role: notary, legalName: "O=Trust, L=London, C=GB", existingSecret: n1, notary: {validating: false, serviceName: "O=Notary, L=London, C=GB"}}\n'

const oneNotary: Edits = [[zone.slice(zone.indexOf('external:\n')), '']]
const inDemoZone: Edits = [
  [external, 'zone: {demo: true}\n'],
  [n1, `${map}${n1}`],
]

const notaryRestarts = (at: string) => ({
  risk: `caution notaries-restart notaries ${at}`,
  message:
    'trust/n1 restarts: its states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile',
  hint: 'merge this while nobody needs them, or tell those who do',
})

const cases: readonly RiskCase[] = [
  {
    name: 'a demo zone becomes that of an operator',
    given: [...oneNotary, ...inDemoZone],
    edits: [
      ['zone: {demo: true}\n', external],
      [map, ''],
    ],
    risks: [
      {
        risk: 'danger zone-replaced zone 7:3',
        message:
          'the zone is that of an operator instead of the demo zone: bank/b1, shop/s1, shop/s2, trust/n1 and trust/t1 have their certificates of the old one, and stop. Identities and states do not move to another zone',
        hint: 'keep the zone. For the other one, write another definition, with nodes that have new names and empty volumes',
      },
      {
        risk: 'caution node-removed trust/map1 50:7',
        message: 'trust/map1 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim map1 in trade-trust by hand',
      },
      notaryRestarts('50:9'),
    ],
  },
  {
    name: 'the zone of an operator becomes a demo zone',
    given: oneNotary,
    edits: inDemoZone,
    risks: [
      {
        risk: 'danger zone-replaced zone 6:14',
        message:
          'the zone is a demo zone instead of that of an operator: bank/b1, shop/s1, shop/s2, trust/n1 and trust/t1 have their certificates of the old one, and stop. Identities and states do not move to another zone',
        hint: 'keep the zone. For the other one, write another definition, with nodes that have new names and empty volumes',
      },
      notaryRestarts('45:9'),
    ],
  },
  {
    name: 'the network map of a demo zone moves to another cluster',
    given: [...oneNotary, ...inDemoZone],
    edits: [['{name: map1,', '{name: map1, cluster: asia,']],
    risks: [
      {
        risk: 'danger network-map-replaced zone 44:9',
        message:
          'trust/map1 in cluster asia is the network map instead of trust/map1 in cluster eu: it has not the keys of the former one, and nodes do not accept what it signs',
        hint: 'keep it where it is; or begin another network for tests, with empty volumes',
      },
      {
        risk: 'danger node-moved trust/map1 44:31',
        message:
          'trust/map1 moves from eu to asia: it begins there with an empty volume, its data and its keys stay in eu',
        hint: 'add a node with another name in asia, and remove this one when that one has caught up; to keep the key, stop the node in eu, and copy its volume first',
      },
      {
        risk: 'danger organization-in-cluster trust/asia 44:31',
        message:
          'trust enters cluster asia: 1 key of it (map1) is encrypted for age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy, who could decrypt none of its keys before',
        hint: 'ask trust itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as trust',
      },
      notaryRestarts('45:9'),
    ],
  },
  {
    name: 'another node becomes the network map of a demo zone',
    given: [...oneNotary, ...inDemoZone],
    edits: [['{name: map1,', '{name: map2,']],
    risks: [
      {
        risk: 'danger network-map-replaced zone 44:9',
        message:
          'trust/map2 in cluster eu is the network map instead of trust/map1 in cluster eu: it has not the keys of the former one, and nodes do not accept what it signs',
        hint: 'keep it where it is; or begin another network for tests, with empty volumes',
      },
      {
        risk: 'caution node-removed trust/map1 44:7',
        message: 'trust/map1 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim map1 in trade-trust by hand',
      },
      notaryRestarts('45:9'),
    ],
  },
  {
    name: 'a demo zone gets another minimum platform version',
    given: [...oneNotary, ...inDemoZone],
    edits: [['{demo: true}', '{demo: true, minimumPlatformVersion: 10}']],
    risks: [
      {
        risk: 'caution network-parameters-kept zone.minimumPlatformVersion 6:44',
        message:
          'the network parameters of the demo zone keep the minimum platform version that they were signed with (the default), not 10: trust/map1 signs them once',
        hint: 'restore it; or begin another network for tests, with empty volumes',
      },
    ],
  },
  {
    name: 'a demo zone gets another notary',
    given: [...oneNotary, ...inDemoZone],
    edits: [['{name: n1,', '{name: n3,']],
    risks: [
      {
        risk: 'danger legal-name-taken-over trust/n3 45:9',
        message:
          'trust/n3 takes over the legal name of trust/n1, O=Trust, L=London, C=GB: it begins with an empty volume, and asks the doorman for it with new keys. The keys that its states are for stay with trust/n1',
        hint: 'keep the name trust/n1: it is the name of the volume, too',
      },
      {
        risk: 'danger notary-added trust/n3 45:9',
        message:
          'the notary trust/n3 is new: the network parameters of the demo zone were signed with the former one, and stay as they are. No transaction can use O=Notary, L=London, C=GB',
        hint: 'restore the former notary; or begin another network for tests, with empty volumes',
      },
      {
        risk: 'danger notary-removed trust/n1 44:7',
        message:
          'trust/n1 is no notary any more: states of O=Notary, L=London, C=GB cannot be spent, and no other notary can take its place',
        hint: 'keep it: the network parameters of a demo zone have one notary, for good',
      },
      {
        risk: 'caution node-removed trust/n1 44:7',
        message: 'trust/n1 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim n1 in trade-trust by hand',
      },
    ],
  },
  {
    name: 'the network map of a demo zone gets another name in its certificates',
    given: [...oneNotary, ...inDemoZone],
    edits: [['O=Test, L=London', 'O=Rehearsal, L=London']],
    risks: [],
  },
]

/** Zones for tests: what the volume of their network map has, and that nodes cannot leave them. */
export const demoZone: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
