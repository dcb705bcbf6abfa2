import type { RiskCase } from '../case.ts'

/** Validators that one commit restarts. What restarts a pod is taken from what is rendered. */
export const restarts: readonly RiskCase[] = [
  {
    name: 'one of seven',
    edits: [['{name: v3, role: validator}', '{name: v3, role: validator, settings: {max-peers: 50}}']],
    risks: [],
  },
  {
    name: 'two of seven',
    edits: [
      ['{name: v3, role: validator}', '{name: v3, role: validator, settings: {max-peers: 50}}'],
      ['{name: v5, role: validator}', '{name: v5, role: validator, resources: {limits: {memory: 3Gi}}}'],
    ],
    risks: [
      {
        risk: 'caution validators-restart validators 33:9',
        message:
          '2 of 7 validators restart (maker/v3 and retailer/v5), one after the other in each of 2 clusters, in parallel: meanwhile none of the others may fail',
        hint: 'merge this while all validators run: a validator that is already offline counts',
      },
    ],
  },
  {
    name: 'all',
    edits: [['26.8.0', '26.8.2']],
    risks: [
      {
        risk: 'danger validators-restart validators 4:18',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'one, while another leaves',
    edits: [
      ['{name: v3, role: validator}', '{name: v3, role: validator, settings: {max-peers: 50}}'],
      ['      - {name: v5, role: validator}\n', ''],
    ],
    risks: [
      {
        risk: 'danger validator-removed retailer/v5 39:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'caution node-removed retailer/v5 39:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (retailer/v5) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'one, while two others leave',
    edits: [
      ['{name: v3, role: validator}', '{name: v3, role: validator, settings: {max-peers: 50}}'],
      ['      - {name: v5, role: validator}\n', ''],
      ['      - {name: v4, role: validator}\n', ''],
    ],
    risks: [
      {
        risk: 'danger quorum-margin validators 24:3',
        message:
          '2 of 7 validators go (maker/v4 and retailer/v5) and count as offline until voted out: of the others none may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
      {
        risk: 'danger validator-removed maker/v4 33:7',
        message:
          'the validator maker/v4 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'danger validator-removed retailer/v5 38:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'danger validators-restart validators 33:9',
        message: '1 of 7 validators restarts (maker/v3): none may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution node-removed maker/v4 33:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 38:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'the only one',
    given: 'alone',
    edits: [['{name: v2, role: validator}', '{name: v2, role: validator, settings: {max-peers: 50}}']],
    risks: [
      {
        risk: 'danger validators-restart validators 16:9',
        message: '1 of 1 validator restarts (carrier/v2): none may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'none: lists of peers are read at the next start',
    edits: [['domain: us.example.com', 'domain: america.example.com']],
    given: [[', expose: [rpc]', '']],
    risks: [
      {
        risk: 'danger host-changed us 20:13',
        message:
          'us is reached at america.example.com instead of us.example.com: the address of 3 nodes changes, and nodes elsewhere dial the old one until they restart',
        hint: 'let us.example.com also resolve to the Ambassador until every node elsewhere has restarted, and tell the external parties',
      },
    ],
  },
]
