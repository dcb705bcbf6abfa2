import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`

const pinned: Edits = [['clusters:\n', `images: {digests: {hyperledger/besu: "${digest('a')}"}}\nclusters:\n`]]

/** Other images. All nodes restart with another one: that is a case of validators.ts. */
export const images: readonly RiskCase[] = [
  { name: 'a newer release', given: 'no validator of ours', edits: [['26.8.1', '26.10.0']], risks: [] },
  {
    name: 'another major release',
    given: 'no validator of ours',
    edits: [['26.8.1', '27.1.0']],
    risks: [
      {
        risk: 'caution image-major-upgraded platformVersion 4:18',
        message: 'Hyperledger Besu goes from 26.8.1 to 27.1.0, another major release',
        hint: 'read the notes of every release in between: options and data formats may have changed, and there may be no way back',
      },
    ],
  },
  {
    name: 'an older release',
    given: 'no validator of ours',
    edits: [['26.8.1', '26.7.10']],
    risks: [
      {
        risk: 'danger image-downgraded platformVersion 4:18',
        message:
          'Hyperledger Besu 26.7.10 is older than 26.8.1, which runs: an older release may not read the data of a newer one',
        hint: 'stay at 26.8.1 or go forward; to go back, try it with one node and a copy of its volume first',
      },
    ],
  },
  {
    name: 'another release, with the same digest',
    given: pinned,
    edits: [['26.8.1', '27.1.0']],
    risks: [
      {
        risk: 'caution image-digest-kept platformVersion 4:18',
        message:
          'platformVersion is 27.1.0 instead of 26.8.1, but the digest of hyperledger/besu stays: the same image goes on running',
        hint: 'change images.digests too: the digest decides, the version is only what people read',
      },
    ],
  },
  {
    name: 'a digest of Emissary',
    edits: [['clusters:\n', `images: {digests: {ghcr.io/emissary-ingress/emissary: "${digest('b')}"}}\nclusters:\n`]],
    risks: [
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
        risk: 'caution image-registry-changed images.registry 6:20',
        message: 'images come from mirror.example.com/ledger instead of their own registries',
        hint: 'be sure that they are there, and are the same, before this is merged: nodes that cannot pull their image do not come back',
      },
    ],
  },
]
