import type { PlatformStarter, StarterNode } from '../starter.ts'
import { exampleLegalName, partyName } from './party-names.ts'
import { rootTruststorePath as truststore } from './places.ts'

/** The number of a node is in the names of all but the first. */
const partyOf = ({ organization, number }: StarterNode): string =>
  `${partyName(organization)}${number === 1 ? '' : ` ${number}`}`

const legalName = (party: string): string => `"${exampleLegalName(party)}"`

/** Nodes that join a zone: one for each organization, and a notary. */
export const starter: PlatformStarter = {
  roles: [
    {
      role: 'notary',
      total: () => 1,
      fieldsOf: (node) => ({
        legalName: legalName(`${partyOf(node)} Notary`),
        notary: `{validating: false, serviceName: ${legalName(`${partyOf(node)} Notary Service`)}}`,
      }),
      fields: { storage: '20Gi' },
    },
    {
      role: 'node',
      total: ({ length }) => length,
      fieldsOf: (node) => ({ legalName: legalName(partyOf(node)) }),
      fields: { storage: '20Gi' },
    },
  ],
  brought: [
    {
      file: truststore,
      what: 'the root truststore, which the operator of the zone gives out. Its SHA-256 belongs in `sha256`',
      command: `sha256sum ${truststore}`,
    },
  ],
  before: () => [
    'image: corda/corda # without tag: platformVersion is the tag',
    '',
    '# The zone that the nodes join. Its operator runs the doorman and the network map. For tests without an operator, write',
    '# `zone: {demo: true}` instead, and give one organization a node with `role: network-map`.',
    'zone:',
    '  doorman: https://doorman.example.com',
    '  networkMap: https://map.example.com',
    '  rootTruststore:',
    `    file: ${truststore}`,
    `    sha256: "${'0'.repeat(64)}" # sha256sum ${truststore}`,
    '    passwordSecret: {name: zone-truststore} # entry `password`',
  ],
  organization: (name) => [`emailAddress: ledger@${name}.example.com # for questions of the doorman`],
}
