import { ambassadorReplaced, type RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`

const pinned: Edits = [['clusters:\n', `images: {digests: {hyperledger/besu: "${digest('a')}"}}\nclusters:\n`]]

/** Other images. All nodes restart with another one: that is a case of validators.ts. */
export const images: readonly RiskCase[] = [
  { name: 'a newer release', given: 'no validator of ours', edits: [['26.8.0', '26.10.0']], risks: [] },
  {
    name: 'another major release',
    given: 'no validator of ours',
    edits: [['26.8.0', '27.1.0']],
    risks: [
      {
        risk: 'caution image-major-upgraded platformVersion 4:18',
        message: 'Hyperledger Besu goes from 26.8.0 to 27.1.0, another major release',
        hint: 'read the notes of every release in between: options and data formats may have changed, and there may be no way back',
      },
    ],
  },
  {
    name: 'an older release',
    given: 'no validator of ours',
    edits: [['26.8.0', '26.7.10']],
    risks: [
      {
        risk: 'danger image-downgraded platformVersion 4:18',
        message:
          'Hyperledger Besu 26.7.10 is older than 26.8.0, which runs: an older release may not read the data of a newer one',
        hint: 'stay at 26.8.0 or go forward; to go back, try it with one node and a copy of its volume first',
      },
    ],
  },
  {
    name: 'an older release whose name has more than three numbers',
    platform: 'indy',
    edits: [['- {name: v1, role: validator}', '- {name: v1, role: validator, platformVersion: 1.13.2-debian12-1.2.9}']],
    risks: [
      {
        risk: 'danger image-downgraded carrier/v1 27:54',
        message:
          'Hyperledger Indy 1.13.2-debian12-1.2.9 is older than 1.13.2-debian12-1.2.10, which runs: an older release may not read the data of a newer one',
        hint: 'stay at 1.13.2-debian12-1.2.10 or go forward; to go back, try it with one node and a copy of its volume first',
      },
    ],
  },
  {
    name: 'another release, with the same digest',
    given: pinned,
    edits: [['26.8.0', '27.1.0']],
    risks: [
      {
        risk: 'caution image-digest-kept platformVersion 4:18',
        message:
          'platformVersion is 27.1.0 instead of 26.8.0, but the digest of hyperledger/besu stays: the same image keeps running',
        hint: 'change images.digests too: the digest decides, the version is only what people read',
      },
    ],
  },
  {
    name: 'a digest of Emissary',
    edits: [['clusters:\n', `images: {digests: {ghcr.io/emissary-ingress/emissary: "${digest('b')}"}}\nclusters:\n`]],
    risks: [
      ambassadorReplaced('asia 11:17', 'image'),
      ambassadorReplaced('eu 16:17', 'image'),
      ambassadorReplaced('us 22:17', 'image'),
      {
        risk: 'caution image-digest-changed ghcr.io/emissary-ingress/emissary 6:55',
        message:
          'the digest of ghcr.io/emissary-ingress/emissary is sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb instead of that of its tag: which release that is, the definition does not say',
        hint: 'be sure that it is not an older release than the one that runs',
      },
    ],
  },
  {
    name: 'a digest of the ledger',
    given: 'no validator of ours',
    edits: pinned,
    risks: [
      {
        risk: 'caution image-digest-changed hyperledger/besu 6:38',
        message:
          'the digest of hyperledger/besu is sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa instead of that of its tag: which release that is, the definition does not say',
        hint: 'be sure that it is not an older release than the one that runs',
      },
    ],
  },
  {
    name: 'a mirror',
    given: 'no validator of ours',
    edits: [['clusters:\n', 'images: {registry: mirror.example.com/ledger}\nclusters:\n']],
    risks: [
      {
        risk: 'danger image-registry-changed images.registry 6:20',
        message: 'images come from mirror.example.com/ledger instead of their own registries',
        hint: 'ask who runs it: anyone who can change an image there runs as every node, with its key. Be sure that the images are there before this is merged',
      },
      ambassadorReplaced('asia 11:17', 'image'),
      ambassadorReplaced('eu 16:17', 'image'),
      ambassadorReplaced('us 22:17', 'image'),
    ],
  },
  {
    name: 'another digest of the same release',
    given: [
      ['genesis: {chainId', `images: {digests: {hyperledger/besu: sha256:${'a'.repeat(64)}}}\ngenesis: {chainId`],
    ],
    edits: [['a'.repeat(64), 'b'.repeat(64)]],
    risks: [
      {
        risk: 'danger image-digest-changed hyperledger/besu 5:38',
        message:
          'the digest of hyperledger/besu is sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb instead of sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: which release that is, the definition does not say',
        hint: 'be sure that it is not an older release than the one that runs',
      },
      {
        risk: 'danger validators-restart validators 5:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a digest of the router',
    platform: 'fabric',
    given: [['10.3.0.0/16]}', '10.3.0.0/16], passthrough: sni}']],
    edits: [['clusters:\n', `images: {digests: {docker.io/envoyproxy/envoy: "${digest('b')}"}}\nclusters:\n`]],
    risks: [
      ambassadorReplaced('us/router 23:17', 'image', { of: 'the router (passthrough)' }),
      {
        risk: 'caution image-digest-changed docker.io/envoyproxy/envoy 7:48',
        message:
          'the digest of docker.io/envoyproxy/envoy is sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb instead of that of its tag: which release that is, the definition does not say',
        hint: 'be sure that it is not an older release than the one that runs',
      },
    ],
  },
  {
    name: 'another Secret to pull with',
    edits: [['genesis: {chainId', 'images: {pullSecret: other}\ngenesis: {chainId']],
    risks: [
      {
        risk: 'danger validators-restart validators 5:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      ambassadorReplaced('asia 11:17', 'imagePullSecrets'),
      ambassadorReplaced('eu 16:17', 'imagePullSecrets'),
      ambassadorReplaced('us 22:17', 'imagePullSecrets'),
      {
        risk: 'caution image-pull-secret-changed images.pullSecret 5:22',
        message: 'images are pulled with the Secret other instead of none',
        hint: 'have it in every namespace before this is merged: nodes that cannot pull their image do not come back',
      },
    ],
  },
  {
    name: 'an older Ambassador',
    given: [['{sourceRanges: [198.51.100.0/24]}', '{sourceRanges: [198.51.100.0/24], version: 4.2.0}']],
    edits: [[', version: 4.2.0}', '}']],
    risks: [
      {
        risk: 'danger image-downgraded us/ambassador 21:17',
        message:
          'the Ambassador of us is Emissary 4.1.0, which is older than 4.2.0, which runs: its security fixes are lost',
        hint: 'stay at 4.2.0 or go forward',
      },
      ambassadorReplaced('us 21:17', 'image'),
    ],
  },
]
