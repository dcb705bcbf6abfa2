import type { RiskCase } from '../case.ts'

/** Volumes that Kubernetes cannot change. */
export const volumes: readonly RiskCase[] = [
  {
    name: 'a smaller volume',
    edits: [['storage: 50Gi', 'storage: 20Gi']],
    risks: [
      {
        risk: 'danger storage-shrinks carrier/v1 27:46',
        message:
          'the volume of carrier/v1 would shrink from 50Gi to 20Gi: Kubernetes refuses that, and nothing of carrier in us is applied any more',
        hint: 'keep 50Gi; for a smaller volume, add a node with another name and remove this one when that one has caught up',
      },
    ],
  },
  {
    name: 'a volume whose size is left out, which is smaller',
    edits: [[', storage: 50Gi', '']],
    risks: [
      {
        risk: 'danger storage-shrinks carrier/v1 27:9',
        message:
          'the volume of carrier/v1 would shrink from 50Gi to 20Gi: Kubernetes refuses that, and nothing of carrier in us is applied any more',
        hint: 'keep 50Gi; for a smaller volume, add a node with another name and remove this one when that one has caught up',
      },
    ],
  },
  { name: 'a larger volume, in another unit', edits: [['storage: 50Gi', 'storage: 1Ti']], risks: [] },
  {
    name: 'another storage class',
    edits: [['gp3', 'gp2']],
    risks: [
      {
        risk: 'danger storage-class-changed eu 16:19',
        message:
          'the storage class of eu would change from gp3 to gp2: Kubernetes refuses that for volumes that exist (3 nodes), and their organizations are not applied any more',
        hint: 'keep the class; new nodes with another one need a separate cluster entry, or a patch in overrides/',
      },
    ],
  },
  {
    name: 'a storage class where there was none',
    edits: [['domain: us.example.com', 'domain: us.example.com\n    storageClass: premium-rwo']],
    risks: [
      {
        risk: 'danger storage-class-changed us 21:19',
        message:
          "the storage class of us would change from the cluster's default to premium-rwo: Kubernetes refuses that for volumes that exist (3 nodes), unless it is the same class, and their organizations are not applied any more",
        hint: 'keep the class; new nodes with another one need a separate cluster entry, or a patch in overrides/',
      },
    ],
  },
  {
    name: 'another storage class, with no node there',
    given: [
      ['      - {name: v6, role: validator}\n', ''],
      ['{name: v5, role: validator}', '{name: v5, role: validator, cluster: eu}'],
    ],
    edits: [['domain: asia.example.com', 'domain: asia.example.com\n    storageClass: fast']],
    risks: [],
  },
  {
    name: 'a smaller volume of a node that moves: it gets a new one',
    given: [['{name: desk, role: rpc}', '{name: desk, role: rpc, storage: 50Gi}']],
    edits: [['{name: desk, role: rpc, storage: 50Gi}', '{name: desk, role: rpc, cluster: us}']],
    risks: [
      {
        risk: 'danger node-moved maker/desk 35:42',
        message:
          'maker/desk moves from eu to us: it begins there with an empty volume, its data stays in eu, and for a while both may run with one key',
        hint: 'add a node with another name in us, and remove this one when that one has caught up; to keep the key, encrypt it for us, and stop the node in eu first',
      },
      {
        risk: 'danger organization-in-cluster maker/us 35:42',
        message:
          'maker enters cluster us: 1 key of it (desk) is encrypted for age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka, who could decrypt none of its keys before',
        hint: 'ask maker itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as maker',
      },
    ],
  },
  {
    name: 'a smaller volume of a node whose namespace changes: it gets a new one',
    given: [['{name: v5, role: validator}', '{name: v5, role: validator, storage: 50Gi}']],
    edits: [
      ['- name: retailer\n', '- name: retailer\n    namespace: retail\n'],
      ['{name: v5, role: validator, storage: 50Gi}', '{name: v5, role: validator}'],
    ],
    risks: [
      {
        risk: 'danger namespace-changed retailer 37:16',
        message:
          'the namespace of retailer is retail instead of trade-retailer: 2 nodes (retailer/v5 and retailer/v6) are created there with empty volumes, and for a while two may run with one key',
        hint: 'set `namespace: trade-retailer`: data does not move from one namespace to another',
      },
    ],
  },
]
