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
  'demo-zone': {
    title: 'A demo zone is for tests, or incomplete.',
    why: 'It has one network map and one notary. Its doorman signs every name that is free.',
    cases: [
      {
        severity: 'error',
        finds:
          'A node has the role `network-map`, and the zone is not a demo zone; or a demo zone has none, or several.',
        remedy: 'Follow the hint.',
      },
      {
        severity: 'error',
        finds:
          'A demo zone has no notary, or several. Its network map signs the network parameters once, with one notary: nodes would wait for ever.',
        remedy: 'Have one notary, with `serviceName`.',
      },
      {
        severity: 'error',
        finds: 'The network map has Corda 4.12 or newer. Its Java has no Nashorn, which runs the script.',
        remedy: 'Set `platformVersion` of that node to 4.11 or older. Other nodes can be newer.',
      },
      {
        severity: 'error',
        finds: 'The network map has a field for nodes of parties, such as `cordapps` or `existingSecret`.',
        remedy: 'Remove the field.',
      },
      {
        severity: 'warning',
        finds: 'A demo zone. Everyone who reaches the doorman gets a certificate.',
        remedy: 'Keep nothing of value in it, and accept the warning. For anything else, join a zone with an operator.',
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
        finds: 'A truststore is no Java key store (JKS), or no alias of the root truststore begins with `cordarootca`.',
        remedy: 'Follow the hint: it has the command.',
      },
    ],
  },
}
