import type { Case } from '../../case.ts'

const bank = 'legalName: O=Bank, L=London, C=GB'
const named = (name: string) => [[bank, `legalName: "${name}"`]] as const

/** Legal names of nodes and of services. */
export const names: readonly Case[] = [
  {
    name: 'no locality',
    change: named('O=Bank, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name with O, L and C: L is missing, got "O=Bank, C=GB"',
        hint: 'write one such as "O=Bank, L=London, C=GB"',
      },
    ],
  },
  {
    name: 'an attribute that Corda does not know',
    change: named('O=Bank, L=London, DC=example, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name: Corda does not know the attribute DC, got "O=Bank, L=London, DC=example, C=GB"',
        hint: 'it knows CN, OU, O, L, ST, C',
      },
    ],
  },
  {
    name: 'a comma in a value',
    change: named('O=Bank, Inc., L=London, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name such as "O=Bank, L=London, C=GB": "Inc." is no attribute with its value, got "O=Bank, Inc., L=London, C=GB"',
        hint: 'separate attributes by commas; values have no commas',
      },
    ],
  },
  {
    name: 'an attribute twice',
    change: named('O=Bank, L=London, L=Paris, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name: L occurs twice, got "O=Bank, L=London, L=Paris, C=GB"',
        hint: 'keep one L',
      },
    ],
  },
  {
    name: 'a special character',
    change: named('O=Bank + Sons, L=London, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name: O contains +, got "O=Bank + Sons, L=London, C=GB"',
        hint: 'write it in letters and digits, as in "O=Bank, L=London, C=GB"',
      },
    ],
  },
  {
    name: 'no value',
    change: named('O=, L=London, C=GB'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:20',
        message:
          'organizations[bank].nodes[node1].legalName must be a legal name: O has no value, got "O=, L=London, C=GB"',
        hint: 'write it in letters and digits, as in "O=Bank, L=London, C=GB"',
      },
    ],
  },
  {
    name: 'a country that is none',
    change: named('O=Bank, L=London, C=UK'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '37:20',
        message: 'C of bank/node1 is "UK": must be a country code of ISO 3166, such as GB',
        hint: 'write the code of its country, such as GB',
      },
    ],
  },
  {
    name: 'a long organization',
    change: named(`O=${'Bank'.repeat(32)}, L=London, C=GB`),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '37:20',
        message: 'O of bank/node1 has 128 characters',
        hint: 'write at most 127',
      },
    ],
  },
  {
    name: 'a long locality',
    change: named(`O=Bank, L=${'London'.repeat(11)}, C=GB`),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '37:20',
        message: 'L of bank/node1 has 66 characters',
        hint: 'write at most 63',
      },
    ],
  },
  {
    name: 'one letter',
    change: named('O=X 24, L=London, C=GB'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '37:20',
        message: 'O of bank/node1 has fewer than two letters: the node refuses it',
        hint: 'write the name of the organization',
      },
    ],
  },
  {
    name: 'two spaces',
    change: named('O=The  Bank, L=London, C=GB'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '37:20',
        message: 'O of bank/node1 is not normalized (NFKC, single spaces): the node refuses it',
        hint: 'write The Bank',
      },
    ],
  },
  {
    name: 'a letter beyond Basic Latin',
    change: named('O=Bank, L=Zürich, C=CH'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'warning',
        at: '37:20',
        message: 'L of bank/node1 has other letters than Basic Latin: doormen refuse it',
        hint: 'write it in A to Z',
      },
    ],
  },
  {
    name: 'a quote',
    change: named("O=Bank's, L=London, C=GB"),
    findings: [
      {
        rule: 'legal-name',
        severity: 'warning',
        at: '37:20',
        message: "O of bank/node1 contains ': doormen refuse it",
        hint: 'write it without',
      },
    ],
  },
  {
    name: 'a small letter',
    change: named('O=bank, L=London, C=GB'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'warning',
        at: '37:20',
        message: 'O of bank/node1 begins with a small letter: doormen refuse it',
        hint: 'write Bank',
      },
    ],
  },
  {
    name: 'the name of another node, in another order',
    change: named('C=US, ST=New York, O=Shop Ltd., L=New York, OU=IT'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '52:20',
        message:
          'bank/node1 and shop/node1 have the legal name OU=IT, O=Shop Ltd., L=New York, ST=New York, C=US: the network map takes one',
        hint: 'give each node its own, for example by OU; a notary service has another name than its node',
      },
    ],
  },
  {
    name: 'a service with the name of its node',
    change: [['serviceName: "O=Trade Notary Service, L=London, C=GB"', 'serviceName: "O=Bank Notary, L=London, C=GB"']],
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '44:50',
        message:
          'bank/notary1 and the service of bank/notary1 have the legal name O=Bank Notary, L=London, C=GB: the network map takes one',
        hint: 'give each node its own, for example by OU; a notary service has another name than its node',
      },
    ],
  },
  {
    name: 'the name of an external node',
    change: named('O=Regulator, L=London, C=GB'),
    findings: [
      {
        rule: 'legal-name',
        severity: 'error',
        at: '58:97',
        message:
          'bank/node1 and regulator/observer have the legal name O=Regulator, L=London, C=GB: the network map takes one',
        hint: 'give each node its own, for example by OU; a notary service has another name than its node',
      },
    ],
  },
]

export const acceptedNames: readonly Case[] = [
  { name: 'attributes in another order, with spaces', change: named('C = GB,L=London ,  O=Bank'), findings: [] },
  { name: 'a country that is not known', change: named('O=Bank, L=London, C=ZZ'), findings: [] },
]
