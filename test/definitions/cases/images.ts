import type { Case } from '../case.ts'

const platform = 'platform: besu\n'
const digest = `sha256:${'0'.repeat(64)}`

/** Where images come from, and labels for every object. */
export const imagesAndLabels: readonly Case[] = [
  { name: 'a digest of an image that is not used', change: [[platform, `${platform}images: {digests: {hyperledger/beso: "${digest}", nginx: "${digest}"}}\n`]], findings: [] },
  { name: 'a digest of an image with its tag', change: [[platform, `${platform}images: {digests: {"hyperledger/besu:26.8.1": "${digest}"}}\n`]], findings: [] },
  { name: 'a digest without sha256', change: [[platform, `${platform}images: {digests: {hyperledger/besu: "${'0'.repeat(64)}"}}\n`]], findings: [] },
  { name: 'a registry with a scheme', change: [[platform, `${platform}images: {registry: "https://registry.example.com"}\n`]], findings: [] },
  { name: 'a registry with a slash at its end', change: [[platform, `${platform}images: {registry: registry.example.com/}\n`]], findings: [] },
  { name: 'a pull Secret as a mapping', change: [[platform, `${platform}images: {pullSecret: {name: registry}}\n`]], findings: [] },
  { name: 'labels of Kubernetes', change: [[platform, `${platform}labels: {app.kubernetes.io/name: x, kubernetes.io/arch: x, node.k8s.io/x: x}\n`]], findings: [] },
  { name: 'a label that is a number', change: [[platform, `${platform}labels: {tier: 1}\n`]], findings: [] },
  { name: 'a label that YAML reads as false', change: [[platform, `${platform}labels: {public: false}\n`]], findings: [] },
  { name: 'a label with a space', change: [[platform, `${platform}labels: {owner: Carrier Inc}\n`]], findings: [] },
  { name: 'a label key with a slash too many', change: [[platform, `${platform}labels: {a/b/c: x}\n`]], findings: [] },
  { name: 'an endless label', change: [[platform, `${platform}labels: {owner: ${'x'.repeat(64)}}\n`]], findings: [] },
]
