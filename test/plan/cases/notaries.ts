import type { RiskCase } from '../case.ts'

const s2 = '      - {name: s2, role: node, legalName: "O=Shop Osaka, L=Osaka, C=JP", existingSecret: s2}\n'
const n1 =
  '      - {name: n1, role: notary, legalName: "O=Trust, L=London, C=GB", existingSecret: n1, notary: {validating: false, serviceName: "O=Notary, L=London, C=GB"}}\n'

const cases: readonly RiskCase[] = [
  {
    name: 'a notary leaves',
    edits: [[n1, '']],
    risks: [
      {
        risk: 'danger notary-removed trust/n1 50:7',
        message:
          'trust/n1 is no notary any more: states of O=Notary, L=London, C=GB cannot be spent, and no other notary can take its place',
        hint: 'keep it until the owners of its states have moved them to another notary (a notary change transaction of each state, which trust/n1 signs), and the operator of the zone has taken it out of the network parameters',
      },
      {
        risk: 'caution node-removed trust/n1 50:7',
        message: 'trust/n1 leaves the definition: it stops, and its volume of 10Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim n1 in trade-trust by hand',
      },
    ],
  },
  {
    name: 'a notary becomes a node',
    edits: [[n1, n1.replace('role: notary', 'role: node').replace(/, notary: .*}}/, '}')]],
    risks: [
      {
        risk: 'danger notary-removed trust/n1 50:26',
        message:
          'trust/n1 is no notary any more: states of O=Notary, L=London, C=GB cannot be spent, and no other notary can take its place',
        hint: 'keep it until the owners of its states have moved them to another notary (a notary change transaction of each state, which trust/n1 signs), and the operator of the zone has taken it out of the network parameters',
      },
    ],
  },
  {
    name: 'an external notary leaves',
    edits: (text) => text.slice(0, text.indexOf('external:')),
    risks: [
      {
        risk: 'caution notary-removed city/n2 1:1',
        message:
          'the notary city/n2, which somebody else runs, leaves the definition: it is no longer watched, and states of O=City Notary, L=Paris, C=FR need it still',
        hint: 'remove it when the operator of the zone has taken it out of the network parameters',
      },
    ],
  },
  {
    name: 'a node becomes a notary',
    edits: [
      [
        s2,
        s2
          .replace('role: node', 'role: notary')
          .replace('}\n', ', notary: {validating: true, serviceName: "O=Second, L=Osaka, C=JP"}}\n'),
      ],
    ],
    risks: [
      {
        risk: 'danger notary-added shop/s2 45:26',
        message:
          'shop/s2 becomes a notary: its volume has the keys of a node without those of a notary service, and it refuses to start',
        hint: 'restore its role, and add a notary with another name: a notary registers its service with its first keys',
      },
    ],
  },
  {
    name: 'a notary joins',
    edits: [
      [
        s2,
        s2 +
          s2
            .replaceAll('s2', 's3')
            .replace('Shop Osaka', 'Shop Notary')
            .replace('role: node', 'role: notary')
            .replace('}\n', ', notary: {validating: true, serviceName: "O=Second, L=Osaka, C=JP"}}\n'),
      ],
    ],
    risks: [
      {
        risk: 'caution notary-added shop/s3 46:9',
        message:
          'the notary shop/s3 is new: no transaction can use it until the network parameters of the zone have O=Second, L=Osaka, C=JP',
        hint: 'after the merge, give the operator of the zone its node info. Nodes take up new parameters on the day that the operator names',
      },
    ],
  },
  {
    name: 'an external notary comes',
    edits: (text) =>
      `${text}      - {name: n3, role: notary, host: 192.0.2.78, port: 10200, legalName: "O=Village, L=Paris, C=FR", notary: {validating: true, serviceName: "O=Village Notary, L=Paris, C=FR"}}\n`,
    risks: [
      {
        risk: 'caution external-added city/n3 56:9',
        message:
          'city/n3 (notary) is new and is run by somebody else: our nodes dial it at 192.0.2.78:10200, and let it in as legalName "O=Village, L=Paris, C=FR", notary {"validating":true,"serviceName":"O=Village Notary, L=Paris, C=FR","registeredWithoutService":false}',
        hint: 'ask city, outside of this pull request, whether that is its address and its key',
      },
      {
        risk: 'caution notary-added city/n3 56:9',
        message:
          'the notary city/n3 is new: no transaction can use it until the network parameters of the zone have O=Village Notary, L=Paris, C=FR',
        hint: 'ask the operator of the zone whether the network parameters have it',
      },
    ],
  },
  {
    name: 'a notary gets another service name',
    edits: [['serviceName: "O=Notary, L', 'serviceName: "O=Notaries, L']],
    risks: [
      {
        risk: 'danger notary-identity-changed trust/n1 50:133',
        message:
          'the notary trust/n1 signs as O=Notaries, L=London, C=GB instead of O=Notary, L=London, C=GB: it refuses to start, as its keys are for the old name',
        hint: 'restore O=Notary, L=London, C=GB. Another identity is another notary, to which owners move their states',
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
    name: 'an external notary gets another service name',
    edits: [['serviceName: "O=City Notary', 'serviceName: "O=City Notaries']],
    risks: [
      {
        risk: 'caution notary-identity-changed city/n2 55:141',
        message:
          'the notary city/n2 signs as O=City Notaries, L=Paris, C=FR instead of O=City Notary, L=Paris, C=FR: states name their notary',
        hint: 'ask its owner, outside of this pull request. Another identity is another notary',
      },
    ],
  },
  {
    name: 'a notary becomes validating',
    edits: [['validating: false', 'validating: true']],
    risks: [
      {
        risk: 'danger notary-validating-changed trust/n1 50:113',
        message:
          'the notary trust/n1 is validating now: the network parameters say the opposite, and it understands no request',
        hint: 'restore `validating: false`. A notary of the other kind is another notary, in the network parameters too',
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
    name: 'an external notary stops to validate',
    edits: [['validating: true', 'validating: false']],
    risks: [
      {
        risk: 'danger notary-validating-changed city/n2 55:122',
        message:
          'the notary city/n2 is not validating now: the network parameters say the opposite, and it understands no request',
        hint: 'restore `validating: true`. A notary of the other kind is another notary, in the network parameters too',
      },
    ],
  },
]

/** Notaries of Corda that come, go, and are known as something else. */
export const notaries: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
