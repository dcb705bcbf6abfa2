import type { RiskCase } from '../case.ts'

const cases: readonly RiskCase[] = [
  {
    name: 'nodes ask another network map',
    edits: [['https://map.example', 'https://maps.example']],
    risks: [
      {
        risk: 'danger network-map-changed zone.networkMap 8:15',
        message:
          'nodes ask the network map at https://maps.example.com instead of https://map.example.com: they stop if it has other network parameters, and lose sight of all nodes that it does not have',
        hint: 'ask the operator of the zone, outside of this pull request, whether it is the same network map at another address',
      },
      {
        risk: 'caution notaries-restart notaries 50:9',
        message:
          'trust/n1 restarts: its states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile',
        hint: 'merge this while nobody needs them, or tell those who do',
      },
    ],
  },
  {
    name: 'nodes ask another doorman',
    edits: [['https://doorman.ex', 'https://door.ex']],
    risks: [
      {
        risk: 'caution doorman-changed zone.doorman 7:12',
        message:
          'new nodes ask the doorman at https://door.example.com instead of https://doorman.example.com for their certificates; nodes that have theirs restart, and keep them',
        hint: 'ask the operator of the zone, outside of this pull request, whether it is their doorman. Change it before or after nodes join, not with them',
      },
      {
        risk: 'caution notaries-restart notaries 50:9',
        message:
          'trust/n1 restarts: its states cannot be spent until it has started again, which takes minutes. Transactions wait meanwhile',
        hint: 'merge this while nobody needs them, or tell those who do',
      },
    ],
  },
  {
    name: 'the root truststore is another one',
    edits: [['sha256: e77', 'sha256: a77']],
    risks: [
      {
        risk: 'danger root-truststore-changed zone.rootTruststore 11:13',
        message:
          'the root truststore of the zone is another one (a77eab18a0a1 instead of e77eab18a0a1): new nodes trust its root, and bank/b1, shop/s1, shop/s2, trust/n1 and trust/t1 still trust the one on their volumes. With another root they refuse each other',
        hint: 'ask the operator of the zone, outside of this pull request, for the SHA-256 of the file. A change of root replaces the certificates of all nodes, which nothing here does',
      },
    ],
  },
  {
    name: 'the same truststore is in another file',
    edits: [['zone/network-root-truststore.jks', 'zone/root.jks']],
    risks: [],
  },
]

/** The zone that nodes of Corda are in: its services and its root. */
export const zone: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
