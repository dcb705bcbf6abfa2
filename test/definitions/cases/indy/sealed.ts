import type { Case } from '../../case.ts'
import { ownSecret } from './others.ts'

const eu = 'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev'
const stewards = 'age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd'
const steward = 'material/sealed/stewards/bank/stewards/validator1.yaml'

/** Who can decrypt the keys of people and validators. */
export const sealed: readonly Case[] = [
  {
    name: 'nobody for the keys of stewards',
    change: [[`    stewardRecipients: [${stewards}]\n`, '']],
    findings: [
      {
        rule: 'steward-recipients',
        severity: 'error',
        at: '26:5',
        message: 'nobody could decrypt the keys of stewards and trustees of bank',
        hint: 'make an age key outside the clusters with `age-keygen`, and set its public half as stewardRecipients: the holder of the private half writes to the ledger',
      },
    ],
  },
  {
    name: 'a cluster called like the folder of sealed keys of stewards',
    change: [
      ['- name: eu', '- name: stewards'],
      ['cluster: eu', 'cluster: stewards'],
    ],
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '13:11',
        message: 'a cluster cannot be called "stewards"',
        hint: 'choose another name: a folder of material/sealed has this one',
      },
    ],
  },
  {
    name: 'a steward recipient of a cluster',
    change: [[`stewardRecipients: [${stewards}]`, `stewardRecipients: [${eu}]`]],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '28:25',
        message:
          'a steward recipient of organization bank is a recipient of cluster eu: its operator can write to the ledger in the name of the organization',
        hint: 'make an age key for the stewards with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: 'issuer recipients, of which Indy has none',
    change: [
      [
        `    stewardRecipients: [${stewards}]\n`,
        `    stewardRecipients: [${stewards}]\n    issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]\n`,
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '29:23',
        message: 'issuerRecipients of organization bank have no effect: Hyperledger Indy has no certificates',
        hint: 'remove them, or write them as stewardRecipients, for people who can act as its stewards and trustees',
      },
    ],
  },
  {
    name: 'the key of a steward is encrypted for a cluster, too',
    keysMade: true,
    files: (files) => ({
      [steward]: files[steward]?.replace(
        'recipient: age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd',
        `recipient: ${eu}`,
      ),
    }),
    findings: [
      {
        rule: 'steward-key-in-cluster',
        severity: 'error',
        at: 'material/sealed/stewards/bank/stewards/validator1.yaml:1:1',
        message:
          'material/sealed/stewards/bank/stewards/validator1.yaml is encrypted for cluster eu, which could act as bank steward of validator1',
        hint: 'run `chancery keys --recipients` with the age key of the stewards, and replace the key on the ledger when you can: the history of Git keeps the old file',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '32:9',
        message:
          'the key of bank steward of validator1 is not encrypted for the recipients of the definition (not for age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, still for age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'a validator that moved to another cluster',
    keysMade: true,
    change: (good) => good.replace('alias: School}', 'alias: School, cluster: us}'),
    files: (files) => ({
      'material/sealed/us/school/validator1.yaml': files['material/sealed/asia/school/validator1.yaml'],
    }),
    findings: [
      {
        rule: 'key-in-two-clusters',
        severity: 'error',
        at: '44:69',
        message:
          'school/validator1 moves to us, but its key is in asia, where it may still run: a validator must never run twice',
        hint: 'to move a validator, add one with another name and alias in us, let it join, and then let this one leave. If the node in asia is gone for good, remove material/sealed/asia/school/validator1.yaml and its line in network.lock.yaml',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 2 of 4 validators: without it the pool accepts no transactions (3 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '44:9',
        message:
          'the key of school/validator1 is not encrypted for the recipients of the definition (not for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, still for age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '44:52',
        message:
          'school/validator1 has the addresses 203.0.113.30:15002 and 203.0.113.30:15003, and 203.0.113.10:15000 and 203.0.113.10:15001 in material/public/pool_transactions_genesis: a transaction changes them',
        hint: 'nothing, if the pool knows it already; otherwise run `chancery indy node move school/validator1`',
      },
    ],
  },
  {
    name: 'the public half of one with its own Secret is missing',
    change: [ownSecret],
    missing: 'error',
    findings: [
      {
        rule: 'material-missing',
        severity: 'error',
        at: '26:3',
        message: 'the domain genesis does not exist yet: material/public/domain_transactions_genesis is missing',
        hint: 'run `chancery keys`, which makes it as soon as all trustees and stewards have keys',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '26:3',
        message: 'the pool genesis does not exist yet: material/public/pool_transactions_genesis is missing',
        hint: 'run `chancery keys`, which makes it as soon as all validators and their stewards have keys',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '29:16',
        message:
          'the key of bank trustee alice does not exist yet: material/public/bank/trustees/alice.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, bank runs `chancery keys --organization bank`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '30:17',
        message:
          'the key of bank endorser office does not exist yet: material/public/bank/endorsers/office.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, bank runs `chancery keys --organization bank`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '32:9',
        message:
          'the key of bank steward of validator1 does not exist yet: material/public/bank/stewards/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, bank runs `chancery keys --organization bank`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '32:9',
        message: 'the key of bank/validator1 does not exist yet: material/public/bank/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, bank runs `chancery keys --organization bank`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '39:9',
        message:
          'the key of post steward of validator1 does not exist yet: material/public/post/stewards/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, post runs `chancery keys --organization post`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '39:9',
        message: 'the key of post/validator1 does not exist yet: material/public/post/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, post runs `chancery keys --organization post`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '44:9',
        message:
          'the key of school steward of validator1 does not exist yet: material/public/school/stewards/validator1.yaml is missing',
        hint: 'run `chancery keys`; where organizations make their own keys, school runs `chancery keys --organization school`',
      },
      {
        rule: 'material-missing',
        severity: 'error',
        at: '44:9',
        message: 'the key of school/validator1 does not exist yet: material/public/school/validator1.yaml is missing',
        hint: 'commit the public half of the key in its Secret as material/public/school/validator1.yaml',
      },
    ],
  },
]
