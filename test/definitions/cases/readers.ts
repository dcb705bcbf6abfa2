import type { Case } from '../case.ts'

/** Recipients who could read what is not theirs, or who are there without use. */
export const readers: readonly Case[] = [
  {
    name: "a recovery recipient that is a cluster's",
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '36:90',
        message:
          'a recovery recipient of organization carrier is a recipient of cluster us: it is lost with that cluster, and can read all other keys of the organization',
        hint: 'make an age key for recovery with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: "a recovery recipient that is another cluster's",
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recoveryRecipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '36:26',
        message:
          'a recovery recipient of organization carrier is a recipient of cluster eu: it is lost with that cluster, and can read all other keys of the organization',
        hint: 'make an age key for recovery with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: 'a recovery recipient of two organizations',
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
      [
        'name: manufacturer\n    cluster: eu',
        'name: manufacturer\n    cluster: eu\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '31:26',
        message:
          'organizations carrier and manufacturer have the same recovery recipient: its owner reads the keys of both',
        hint: 'accept this if both want it; otherwise make an age key for each',
      },
    ],
  },
  {
    name: 'a recovery recipient that another organization has in a cluster',
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
      [
        'name: manufacturer\n    cluster: eu',
        'name: manufacturer\n    cluster: eu\n    recipients: {eu: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]}',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '37:26',
        message:
          'a recovery recipient of organization carrier is a recipient of organization manufacturer in cluster eu: it is lost with that cluster, and can read all other keys of the organization',
        hint: 'make an age key for recovery with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: 'issuer recipients where there are no certificates',
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '36:23',
        message: 'issuerRecipients of organization carrier have no effect: Hyperledger Besu has no certificates',
        hint: 'remove them; recoveryRecipients can decrypt the keys of nodes',
      },
    ],
  },
  {
    name: 'a recipient of a cluster twice',
    change: [
      [
        'recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
        'recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev, age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '17:82',
        message: 'recipients of cluster eu have a duplicate recipient',
        hint: 'remove one of the two, or replace it by the intended recipient',
      },
    ],
  },
  {
    name: 'a recipient of an organization in a cluster twice',
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recipients: {us: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '36:87',
        message: 'recipients of organization carrier in cluster us have a duplicate recipient',
        hint: 'remove one of the two, or replace it by the intended recipient',
      },
    ],
  },
  {
    name: 'a recovery recipient twice',
    change: [
      [
        'name: carrier\n    cluster: us',
        'name: carrier\n    cluster: us\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '36:90',
        message: 'recoveryRecipients of organization carrier have a duplicate recipient',
        hint: 'remove one of the two, or replace it by the intended recipient',
      },
    ],
  },
]
