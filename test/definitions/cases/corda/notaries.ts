import type { Case } from '../../case.ts'

const second =
  '      - {name: notary2, role: notary, legalName: "O=Bank Two, L=London, C=GB", notary: {validating: true, serviceName: "O=Second Service, L=London, C=GB"}, database: {url: "jdbc:postgresql://postgres.bank.example.com/notary2", user: notary2, passwordSecret: {name: notary2-database}, driver: {image: "registry.example.com/postgresql:42"}}}\n'

/** Several notaries, and where they are. */
export const notaries: readonly Case[] = [
  {
    name: 'all notaries with one organization in one cluster',
    change: [['  - name: shop\n', `${second}  - name: shop\n`]],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '18:5',
        message: 'cluster eu has all 2 notaries: without it no state can be spent',
        hint: 'run a notary in another cluster: the states of that one can be spent then',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '31:5',
        message: 'organization bank has all 2 notaries: if it stops them no state can be spent',
        hint: 'have a notary of another organization: the states of that one can be spent then',
      },
    ],
  },
]

const external = 'role: node, host: corda.regulator.example.org, port: 10002, legalName: "O=Regulator, L=London, C=GB"'

export const acceptedNotaries: readonly Case[] = [
  {
    name: 'a second notary, of another party',
    change: [
      [
        external,
        `${external.replace('role: node', 'role: notary')}, notary: {validating: true, serviceName: "O=Strict, L=London, C=GB"}`,
      ],
    ],
    findings: [],
  },
]
