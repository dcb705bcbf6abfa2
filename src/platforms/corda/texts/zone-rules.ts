import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of releases, and of the zone that nodes join. */
export const zoneRules: RuleTexts = {
  release: {
    title: 'A release cannot run here, or not in this zone.',
    cases: [
      {
        severity: 'error',
        finds: 'Corda 5, which is another ledger, or a release before 4.6, which cannot migrate its schema by itself.',
        remedy: 'Use 4.6 or newer.',
      },
      {
        severity: 'error',
        finds: 'A node has a lower platform version than `zone.minimumPlatformVersion`. It would not start.',
        remedy: 'Use a newer release.',
      },
      {
        severity: 'warning',
        finds: 'A release that is newer than all that Chancery knows.',
        remedy: 'Check that it exists, and try it with one node.',
      },
    ],
  },
  zone: {
    title: 'Doorman or network map is reached without TLS.',
    why: 'Their answers are signed. Others on the way still see requests, and can hold back answers.',
    cases: [
      {
        severity: 'warning',
        remedy: 'Use the https URL. `servicesTruststore` is for a certificate of a private authority.',
      },
    ],
  },
  truststore: {
    title: 'A truststore of the zone cannot be used.',
    why: 'The file decides whom nodes trust.',
    cases: [
      {
        severity: 'error',
        finds: 'Its SHA-256 differs from that of the definition.',
        remedy: 'Ask the operator of the zone which is right.',
      },
      {
        severity: 'error',
        finds: 'The root truststore is no Java key store (JKS), or none of its aliases begins with `cordarootca`.',
        remedy: 'Follow the hint: it has the command.',
      },
    ],
  },
}
