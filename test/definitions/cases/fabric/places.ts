import type { Case } from '../../case.ts'

/** Recipients, amounts and fields of a cluster that cannot be with Fabric. */
export const places: readonly Case[] = [
  {
    name: 'an issuer recipient that is a recipient of its cluster',
    change: [
      [
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '28:88',
        message:
          'an issuer recipient of organization manufacturer is a recipient of cluster eu: its operator can issue certificates of the organization',
        hint: 'make an age key for the issuers with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: "an issuer recipient that is the organization's own in a cluster",
    change: [
      [
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]\n    recipients: {eu: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]}',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '28:24',
        message:
          'an issuer recipient of organization manufacturer is a recipient of organization manufacturer in cluster eu: its operator can issue certificates of the organization',
        hint: 'make an age key for the issuers with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: 'an issuer recipient that is a recipient of another cluster',
    change: [
      [
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
        'issuerRecipients: [age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'warning',
        at: '28:24',
        message:
          'an issuer recipient of organization manufacturer is a recipient of cluster us: its operator can issue certificates of the organization',
        hint: 'make an age key for the issuers with `age-keygen`, and keep it out of all clusters',
      },
    ],
  },
  {
    name: 'an issuer recipient of two organizations',
    change: [
      [
        'issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]',
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '28:24',
        message:
          'organizations carrier and manufacturer have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
  {
    name: 'an issuer recipient that recovers for another organization',
    change: [
      [
        'issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]',
        'issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]\n    recoveryRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '28:24',
        message:
          'an issuer recipient of organization manufacturer is a recovery recipient of organization carrier: one of them can issue certificates of the other',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each organization',
      },
    ],
  },
  {
    name: 'an issuer recipient twice',
    change: [
      [
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
        'issuerRecipients: [age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd, age12nfc2auuuvy0jy0faukwxt7m6chsjr2gphyam8jrrj90tjlhm9ts5rk8hd]',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '28:88',
        message: 'issuerRecipients of organization manufacturer have a duplicate recipient',
        hint: 'remove one of the two, or replace it by the intended recipient',
      },
    ],
  },
  {
    name: 'a peer with memory for nothing',
    change: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, resources: {requests: {memory: 32Mi}, limits: {memory: 32Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '40:114',
        message:
          'carrier/peer2 has a limit of 32Mi memory: with less than 64Mi the node is killed at its start, or soon after',
        hint: 'set at least 256Mi, or remove it: a peer validates blocks and their private data in memory',
      },
    ],
  },
  {
    name: 'a peer with little memory',
    change: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, resources: {requests: {memory: 128Mi}, limits: {memory: 128Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '40:115',
        message: 'carrier/peer2 has a limit of 128Mi memory: with less than 256Mi the node is killed under load',
        hint: 'set at least 256Mi: a peer validates blocks and their private data in memory',
      },
    ],
  },
  {
    name: 'an orderer with memory for nothing',
    change: [
      [
        '{name: orderer2, role: orderer}',
        '{name: orderer2, role: orderer, resources: {requests: {memory: 16Mi}, limits: {memory: 16Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '38:96',
        message:
          'carrier/orderer2 has a limit of 16Mi memory: with less than 32Mi the node is killed at its start, or soon after',
        hint: 'set at least 128Mi, or remove it: an orderer queues transactions in memory',
      },
    ],
  },
  {
    name: 'a CouchDB with memory for nothing',
    change: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, couchdb: {resources: {requests: {memory: 32Mi}, limits: {memory: 32Mi}}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '40:124',
        message:
          'the CouchDB of carrier/peer2 has a limit of 32Mi memory: with less than 64Mi the node is killed at its start, or soon after',
        hint: 'set at least 256Mi, or remove it: its indexes are built in memory',
      },
    ],
  },
  {
    name: 'a CouchDB with little memory',
    change: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, couchdb: {resources: {requests: {memory: 128Mi}, limits: {memory: 128Mi}}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '40:125',
        message:
          'the CouchDB of carrier/peer2 has a limit of 128Mi memory: with less than 256Mi the node is killed under load',
        hint: 'set at least 256Mi: its indexes are built in memory',
      },
    ],
  },
  {
    name: 'a CouchDB with thousands of processors',
    change: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, couchdb: {resources: {requests: {cpu: 2000}}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '40:97',
        message: 'the CouchDB of carrier/peer2 requests 2000 cpu, which is 2000 processors: no machine has that many',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'a port of a CA that is not exposed',
    change: [['{name: ca, role: ca}', '{name: ca, role: ca, port: 15900}']],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '33:36',
        message: 'port of manufacturer/ca has no effect: none of its endpoints has a port at the Ambassador',
        hint: 'remove it, or expose the node',
      },
    ],
  },
  {
    name: 'a service to ask about HTTP endpoints that no node has',
    change: [
      [
        'ambassador: {sourceRanges: [203.0.113.0/24]}',
        'ambassador: {sourceRanges: [203.0.113.0/24], authentication: {service: "checker.security:8080"}}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '17:66',
        message:
          'authentication of cluster eu has no effect: Hyperledger Fabric has no HTTP endpoints behind the Ambassador',
        hint: 'remove authentication',
      },
    ],
  },
  {
    name: 'a shared port in a cluster without names',
    change: [
      [
        '    domain: us.example.com\n    ambassador: {sourceRanges: [198.51.100.0/24, 10.3.0.0/16]}',
        '    address: 203.0.113.9\n    ambassador: {sourceRanges: [198.51.100.0/24, 10.3.0.0/16], passthrough: sni}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '22:77',
        message:
          'passthrough of cluster us has no effect: without a domain, endpoints have no names to share a port by',
        hint: 'remove passthrough',
      },
    ],
  },
]
