import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../../case.ts'

const store = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path))
const sha256Of = (path: string): string => createHash('sha256').update(store(path)).digest('hex')
const digest = sha256Of('golden/corda/zone/network-root-truststore.jks')
const root = 'zone/network-root-truststore.jks'

/** Releases, network services and truststores. */
export const zone: readonly Case[] = [
  {
    name: 'Corda 5',
    change: [['platformVersion: "4.10"', 'platformVersion: "5.2"']],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '5:18',
        message:
          'Corda 5.2 is another ledger than Corda 4: clusters of workers with Kafka, which R3 installs with its own charts',
        hint: 'run Corda 5 with those charts, and Corda 4 here: 4.6 or newer',
      },
    ],
  },
  {
    name: 'a release before 4.6',
    change: [['platformVersion: "4.10"', 'platformVersion: "4.5.1"']],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '5:18',
        message:
          'Corda 4.5.1 is not supported: before 4.6 it cannot migrate its schema by itself (run-migration-scripts)',
        hint: 'use 4.6 or newer',
      },
    ],
  },
  {
    name: 'a release that Chancery does not know',
    change: [['platformVersion: "4.10"', 'platformVersion: "4.13"']],
    findings: [
      {
        rule: 'release',
        severity: 'warning',
        at: '5:18',
        message:
          'Corda 4.13 is newer than 4.12, the newest that Chancery knows: settings and its platform version are not checked',
        hint: 'check that the release exists, and try it with one node first (platformVersion of the node)',
      },
    ],
  },
  {
    name: 'a release without quotes',
    change: [['platformVersion: "4.10"', 'platformVersion: 4.10']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be text, got 4.10',
        hint: 'put it in quotes: Exact release of the ledger software, which is the tag of its image',
      },
    ],
  },
  {
    name: 'a node that is too old for the zone',
    change: [
      [
        'name: node1\n        role: node\n        legalName: "OU',
        'name: node1\n        platformVersion: "4.7"\n        role: node\n        legalName: "OU',
      ],
    ],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '15:27',
        message: 'shop/node1 has the platform version 9 (Corda 4.7), and the zone asks for 10: it would not start',
        hint: 'use a newer release',
      },
    ],
  },
  {
    name: 'a doorman without TLS',
    change: [['https://doorman', 'http://doorman']],
    findings: [
      {
        rule: 'zone',
        severity: 'warning',
        at: '9:12',
        message: 'doorman is reached without TLS: others on the way see requests, and can hold back answers',
        hint: 'use its https URL, with servicesTruststore for a certificate of a private authority',
      },
    ],
  },
  {
    name: 'no truststore',
    change: [[root, 'zone/other.jks']],
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '12:11',
        message: 'there is no file zone/other.jks',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'another truststore',
    bytes: { [root]: store('golden/corda/zone/services-truststore.jks') },
    findings: [
      {
        rule: 'truststore',
        severity: 'error',
        at: '13:13',
        message:
          'zone/network-root-truststore.jks has the SHA-256 e29e725dfdeacc58560e736b2e648a550c8630db1c33739169e96bfd7ca34e65, not that of the definition',
        hint: 'ask the operator of the zone which is right: the file decides whom nodes trust',
      },
    ],
  },
  {
    name: 'a truststore without a root of Corda',
    change: [[digest, sha256Of('golden/corda/zone/services-truststore.jks')]],
    bytes: { [root]: store('golden/corda/zone/services-truststore.jks') },
    findings: [
      {
        rule: 'truststore',
        severity: 'error',
        at: '12:11',
        message:
          'zone/network-root-truststore.jks has no certificate with an alias that begins with "cordarootca": Corda finds no root in it',
        hint: 'import the root certificate again: keytool -importcert -alias cordarootca -storetype JKS',
      },
    ],
  },
  {
    name: 'a truststore in another format',
    change: [[digest, sha256Of('network/keystores/certificates.pkcs12')]],
    bytes: { [root]: store('network/keystores/certificates.pkcs12') },
    findings: [
      {
        rule: 'truststore',
        severity: 'error',
        at: '12:11',
        message: 'zone/network-root-truststore.jks is no Java key store (JKS): Corda reads no other',
        hint: 'convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW -deststoretype JKS',
      },
    ],
  },
  {
    name: 'a truststore of the network services that needs its password',
    change: [
      [
        '  minimumPlatformVersion: 10',
        `  servicesTruststore: {file: zone/services.p12, sha256: "${sha256Of('network/keystores/certificates.pkcs12')}"}\n  minimumPlatformVersion: 10`,
      ],
    ],
    bytes: { 'zone/services.p12': store('network/keystores/certificates.pkcs12') },
    findings: [
      {
        rule: 'truststore',
        severity: 'error',
        at: '15:30',
        message: 'zone/services.p12 is no Java key store (JKS): Java reads no other without its password',
        hint: 'convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW -deststoretype JKS',
      },
    ],
  },
]
