import type { Case } from '../case.ts'

const platform = 'platform: besu\n'
const digest = `sha256:${'0'.repeat(64)}`

/** Where images come from, and labels for every object. */
export const imagesAndLabels: readonly Case[] = [
  {
    name: 'a digest of an image that is not used',
    change: [[platform, `${platform}images: {digests: {hyperledger/beso: "${digest}", nginx: "${digest}"}}\n`]],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '5:20',
        message: 'no image is called hyperledger/beso',
        hint: 'did you mean "hyperledger/besu"?',
      },
      {
        rule: 'image',
        severity: 'error',
        at: '5:113',
        message: 'no image is called nginx',
        hint: 'known: ghcr.io/emissary-ingress/emissary, hyperledger/besu, curlimages/curl',
      },
    ],
  },
  {
    name: 'a digest of an image with its tag',
    change: [[platform, `${platform}images: {digests: {"hyperledger/besu:26.8.0": "${digest}"}}\n`]],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '5:20',
        message: 'no image is called hyperledger/besu:26.8.0',
        hint: 'did you mean "hyperledger/besu"?',
      },
    ],
  },
  {
    name: 'a digest of an image without a name',
    change: [[platform, `${platform}images: {digests: {"": "${digest}"}}\n`]],
    findings: [
      {
        rule: 'image',
        severity: 'error',
        at: '5:20',
        message: 'no image is called ""',
        hint: 'known: ghcr.io/emissary-ingress/emissary, hyperledger/besu, curlimages/curl',
      },
    ],
  },
  ...(
    [
      ['0'.repeat(64), '"000000000000000000000000…"', 'write sha256: before it'],
      [`sha256:${'A'.repeat(64)}`, '"sha256:AAAAAAAAAAAAAAAAA…"', `write sha256:${'a'.repeat(64)}`],
      [`hyperledger/besu@${digest}`, '"hyperledger/besu@sha256:…"', `write ${digest}`],
      ['sha256:00', '"sha256:00"', 'write what `crane digest IMAGE:TAG` shows'],
      ['26.8.0', '"26.8.0"', 'write what `crane digest IMAGE:TAG` shows'],
    ] as const
  ).map(
    ([text, shown, hint]): Case => ({
      name: `the digest ${text}`,
      change: [[platform, `${platform}images: {digests: {hyperledger/besu: "${text}"}}\n`]],
      findings: [
        {
          rule: 'schema',
          severity: 'error',
          at: '5:38',
          message: `images.digests.hyperledger/besu must be a digest: sha256: and 64 hexadecimal digits, got ${shown}`,
          hint,
        },
      ],
    }),
  ),
  {
    name: 'a pull Secret as a mapping',
    change: [[platform, `${platform}images: {pullSecret: {name: registry}}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:22',
        message: 'images.pullSecret must be text, got a mapping',
        hint: 'Image pull Secret',
      },
    ],
  },
  {
    name: 'labels of Kubernetes',
    change: [[platform, `${platform}labels: {app.kubernetes.io/name: x, kubernetes.io/arch: x, node.k8s.io/x: x}\n`]],
    findings: [
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '5:10',
        message: 'the label app.kubernetes.io/name is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '5:37',
        message: 'the label kubernetes.io/arch is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
      {
        rule: 'reserved-label',
        severity: 'error',
        at: '5:60',
        message: 'the label node.k8s.io/x is set by Chancery, Flux or Kubernetes',
        hint: 'use a key with your own prefix, for example example.com/cost-centre',
      },
    ],
  },
  {
    name: 'labels of objects for Prometheus that nobody asked for',
    change: [[platform, `${platform}monitoring: {dashboard: true, labels: {release: prometheus}}\n`]],
    findings: [
      {
        rule: 'monitoring',
        severity: 'error',
        at: '5:39',
        message: 'monitoring.labels have no effect: monitoring enables neither podMonitor nor alerts',
        hint: 'add `podMonitor: true` or `alerts: true`, or remove the labels',
      },
    ],
  },
  {
    name: 'a label that is a number',
    change: [[platform, `${platform}labels: {tier: 1}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:16',
        message: 'labels.tier must be text, got 1',
        hint: 'put it in quotes',
      },
    ],
  },
  {
    name: 'a label that YAML reads as false',
    change: [[platform, `${platform}labels: {public: false}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'labels.public must be text, got false',
        hint: 'put it in quotes',
      },
    ],
  },
  {
    name: 'a label with a space',
    change: [[platform, `${platform}labels: {owner: Carrier Inc}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:17',
        message:
          'labels.owner must be a label value in quotes: at most 63 letters, digits, "-", "_", ".", got "Carrier Inc"',
      },
    ],
  },
  {
    name: 'a label key with a slash too many',
    change: [[platform, `${platform}labels: {a/b/c: x}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:10',
        message:
          'labels.a/b/c: must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
      },
    ],
  },
  {
    name: 'an endless label',
    change: [[platform, `${platform}labels: {owner: ${'x'.repeat(64)}}\n`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:17',
        message:
          'labels.owner must be a label value in quotes: at most 63 letters, digits, "-", "_", ".", got "xxxxxxxxxxxxxxxxxxxxxxxx…"',
      },
    ],
  },
]
