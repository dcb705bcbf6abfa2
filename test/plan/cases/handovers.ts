import type { RiskCase } from '../case.ts'

const s2 = '{name: s2, role: node, '
const s2Elsewhere = '{name: s2, role: node, adopted: false, '
const n1 = '{name: n1, role: notary, '
const n1Elsewhere = '{name: n1, role: notary, adopted: false, '
const b1Elsewhere: RiskCase['given'] = [
  [
    '        role: node\n        legalName: O=Bank',
    '        role: node\n        adopted: false\n        legalName: O=Bank',
  ],
]

const cases: readonly RiskCase[] = [
  {
    name: 'a node with its database on the volume is adopted',
    given: [[s2, s2Elsewhere]],
    edits: [[s2Elsewhere, s2]],
    risks: [
      {
        risk: 'danger identity-adopted shop/s2 45:9',
        message:
          'shop/s2 is adopted: a pod with the keys of O=Shop Osaka, L=Osaka, C=JP starts in asia, and something else runs with them still. Two running copies of a node each get a part of its messages, and their vaults differ',
        hint: 'before the merge, stop the old one for good, and bring its key stores and its database onto the volume s2 of trade-shop: without them it asks the doorman for other keys',
      },
    ],
  },
  {
    name: 'a node with a database elsewhere is adopted',
    given: b1Elsewhere,
    edits: [['        adopted: false\n', '']],
    risks: [
      {
        risk: 'danger identity-adopted bank/b1 34:9',
        message:
          'bank/b1 is adopted: a pod with the keys of O=Bank, L=New York, C=US starts in us, and something else runs with them still. Two running copies of a node each get a part of its messages, and their vaults differ',
        hint: 'before the merge, stop the old one for good, and bring its key stores onto the volume b1 of trade-bank: without them it asks the doorman for other keys',
      },
    ],
  },
  {
    name: 'a notary is adopted',
    given: [[n1, n1Elsewhere]],
    edits: [[n1Elsewhere, n1]],
    risks: [
      {
        risk: 'danger identity-adopted trust/n1 50:9',
        message:
          'trust/n1 is adopted: a pod with the keys of O=Trust, L=London, C=GB starts in eu, and something else runs with them still. Two running copies of a notary sign two spendings of one state',
        hint: 'before the merge, stop the old one for good, and bring its key stores and its database onto the volume n1 of trade-trust: without them it asks the doorman for other keys',
      },
    ],
  },
  {
    name: 'a notary is to run elsewhere again',
    edits: [[n1, n1Elsewhere]],
    risks: [
      {
        risk: 'danger identity-returned trust/n1 50:43',
        message:
          'trust/n1 has adopted: false again: its pod in eu stops. Two running copies of a notary sign two spendings of one state',
        hint: 'start the old one only when the pod is gone, and with the data of the volume n1: it has what happened since',
      },
    ],
  },
  {
    name: 'a notary that runs elsewhere comes into the definition',
    edits: [
      [
        '      - {name: t1,',
        '      - {name: n3, role: notary, adopted: false, legalName: "O=Trust Two, L=London, C=GB", existingSecret: n3, notary: {validating: false, serviceName: "O=Notary Two, L=London, C=GB"}}\n      - {name: t1,',
      ],
    ],
    risks: [],
  },
]

/** Nodes of Corda that something else runs before or afterwards. */
export const handovers: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'corda' }))
