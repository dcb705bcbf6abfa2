import type { RiskCase } from '../case.ts'
import { cut } from '../revisions.ts'

/** Nodes, organizations, clusters and the network itself: gone, elsewhere, or called otherwise. */
export const things: readonly RiskCase[] = [
  {
    name: 'a node is removed',
    edits: [['      - {name: desk, role: rpc}\n', '']],
    risks: [
      {
        risk: 'caution node-removed maker/desk 33:7',
        message: 'maker/desk leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim desk in trade-maker by hand',
      },
    ],
  },
  {
    name: 'a node that never had a key is removed',
    edits: [['      - {name: desk, role: rpc}\n', '']],
    without: ['material/public/maker/desk.yaml'],
    risks: [],
  },
  {
    name: 'a node is added',
    edits: [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: shop, role: rpc}']],
    risks: [],
  },
  {
    name: 'a node moves',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, cluster: us}']],
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
    name: 'an organization is removed',
    given: [
      ['{name: v5, role: validator}', '{name: shop1, role: rpc}'],
      ['{name: v6, role: validator}', '{name: shop2, role: rpc}'],
    ],
    edits: (text) => cut(text, '  - name: retailer', 'external:'),
    risks: [
      {
        risk: 'danger organization-removed retailer 24:3',
        message:
          'organization retailer leaves the definition with 2 nodes (retailer/shop1 and retailer/shop2): they stop, and their volumes stay behind',
        hint: 'remove its nodes one after the other, each when the ledger can do without it; the material in Git is kept',
      },
    ],
  },
  {
    name: 'a cluster is removed, with all that is in it',
    given: [
      ['{name: v5, role: validator}', '{name: shop1, role: rpc}'],
      ['{name: v6, role: validator}', '{name: shop2, role: rpc}'],
    ],
    edits: (text) => cut(cut(text, '  - name: asia', '  - name: eu'), '  - name: retailer', 'external:'),
    risks: [
      {
        risk: 'danger cluster-removed asia 7:3',
        message:
          'cluster asia leaves the definition with 2 nodes (retailer/shop1 and retailer/shop2): nothing in it is removed, and nobody manages it any more',
        hint: 'move or remove its nodes first; then stop Flux in asia and delete the namespaces of the network by hand',
      },
      {
        risk: 'danger organization-removed retailer 19:3',
        message: 'organization retailer leaves the definition',
        hint: 'remove its nodes one after the other, each when the ledger can do without it; the material in Git is kept',
      },
    ],
  },
  {
    name: 'another namespace',
    edits: [['- name: retailer\n', '- name: retailer\n    namespace: retail\n']],
    risks: [
      {
        risk: 'danger namespace-changed retailer 37:16',
        message:
          'the namespace of retailer is retail instead of trade-retailer: 2 nodes (retailer/v5 and retailer/v6) are created there with empty volumes, and for a while two may run with one key',
        hint: 'set `namespace: trade-retailer`: data does not move from one namespace to another',
      },
    ],
  },
  {
    name: 'the namespace that it has already',
    edits: [['- name: retailer\n', '- name: retailer\n    namespace: trade-retailer\n']],
    risks: [],
  },
  {
    name: 'another name of the network',
    edits: [['name: trade', 'name: commerce']],
    risks: [
      {
        risk: 'danger network-renamed commerce 2:7',
        message:
          'the network is called commerce instead of trade: its objects are created under other names and labels, nodes with empty volumes, and what runs now stops or stays behind',
        hint: 'keep the name: nobody outside of the clusters sees it',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'another provider',
    edits: [['provider: gke', 'provider: kubernetes']],
    risks: [
      {
        risk: 'caution provider-changed us 19:15',
        message:
          "cluster us is of provider kubernetes instead of gke: the Ambassador's load balancer gets other settings, some of which Kubernetes refuses to change, and may get another address",
        hint: 'if it is another cluster, add it under another name and move node by node',
      },
    ],
  },
  {
    name: 'another kubeconfig context',
    edits: [['provider: gke', 'provider: gke\n    context: us-new']],
    risks: [
      {
        risk: 'danger context-changed us 20:14',
        message: 'direct apply reaches cluster us by the kubeconfig context us-new instead of us',
        hint: 'be sure that both are the same cluster: in another one every node starts a second time, with the same keys, decrypted, and no data',
      },
    ],
  },
  { name: 'labels', edits: [['clusters:\n', 'labels: {team: ledger}\nclusters:\n']], risks: [] },
]
