import type { RiskCase } from '../case.ts'
import { cut } from '../revisions.ts'

/** Who makes blocks, and how many of them may be missing. */
export const validators: readonly RiskCase[] = [
  {
    name: 'one of seven is removed',
    edits: [['      - {name: v3, role: validator}\n', '']],
    risks: [
      {
        risk: 'danger validator-removed maker/v3 33:7',
        message:
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'two of seven are removed',
    edits: [
      ['      - {name: v3, role: validator}\n', ''],
      ['      - {name: v5, role: validator}\n', ''],
    ],
    risks: [
      {
        risk: 'danger quorum-margin validators 24:3',
        message:
          '2 of 7 validators go (maker/v3 and retailer/v5) and count as offline until voted out: of the others none may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
      {
        risk: 'danger validator-removed maker/v3 33:7',
        message:
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'danger validator-removed retailer/v5 38:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 38:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'three of seven are removed',
    edits: [
      ['      - {name: v3, role: validator}\n', ''],
      ['      - {name: v4, role: validator}\n', ''],
      ['      - {name: v5, role: validator}\n', ''],
    ],
    risks: [
      {
        risk: 'danger quorum-lost validators 24:3',
        message:
          '3 of 7 validators go (maker/v3, maker/v4 and retailer/v5): 4 stay, 5 must agree on a block. The chain stops, and without blocks no validator can be voted out',
        hint: 'remove one at a time: set validator: false, remove the node when it is no longer a validator on the chain (chancery verify), then the next',
      },
      {
        risk: 'danger validator-removed maker/v3 33:7',
        message:
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'danger validator-removed maker/v4 33:7',
        message:
          'the validator maker/v4 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'danger validator-removed retailer/v5 37:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed maker/v4 33:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 37:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'an external one leaves',
    edits: (text) => cut(text, 'external:'),
    risks: [
      {
        risk: 'danger validator-removed bank/v7 1:1',
        message:
          'the validator bank/v7 leaves the definition: our nodes no longer dial it, and the chain counts it as offline until it is voted out',
        hint: 'first set validator: false, and remove the node when it is no longer a validator on the chain (chancery verify)',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (bank/v7) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'one goes on under another name, with its key',
    edits: [['{name: v3, role: validator}', '{name: first, role: validator}']],
    files: (files) => files.set('material/public/maker/first.yaml', files.get('material/public/maker/v3.yaml') ?? ''),
    risks: [
      {
        risk: 'danger node-key-inherited maker/first 33:9',
        message:
          'maker/first takes over the key of maker/v3: it begins with an empty volume, and both may run with one key for a while',
        hint: 'make sure that maker/v3 has stopped before maker/first starts: only one running node may have a key',
      },
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
    ],
  },
  {
    name: 'one gets another role',
    edits: [['{name: v3, role: validator}', '{name: v3, role: rpc}']],
    risks: [
      {
        risk: 'caution validator-demoted maker/v3 33:26',
        message: 'maker/v3 is to be voted out: it stays a validator until 4 of the 7 validators have voted',
        hint: 'after the merge the validators of the definition vote; keep the node running until it is no longer a validator on the chain (chancery verify)',
      },
    ],
  },
  {
    name: 'one of six gets another role',
    given: [['      - {name: v6, role: validator}\n', '']],
    edits: [['{name: v3, role: validator}', '{name: v3, role: rpc}']],
    risks: [
      {
        risk: 'caution quorum-margin validators 24:3',
        message: '6 validators become 5: after the votes at most 1 may fail, before at most 2',
        hint: 'add a validator for each one that leaves, and have it voted in first',
      },
      {
        risk: 'caution validator-demoted maker/v3 33:26',
        message: 'maker/v3 is to be voted out: it stays a validator until 4 of the 6 validators have voted',
        hint: 'after the merge the validators of the definition vote; keep the node running until it is no longer a validator on the chain (chancery verify)',
      },
    ],
  },
  {
    name: 'one that began as a validator, and has another role now, is removed',
    given: [['{name: v3, role: validator}', '{name: v3, role: rpc}']],
    genesis: 'running',
    edits: [['      - {name: v3, role: rpc}\n', '']],
    risks: [
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
      {
        risk: 'caution validator-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it is still a validator unless it was voted out',
        hint: 'check before the merge that it is no longer a validator on the chain (chancery verify)',
      },
    ],
  },
  {
    name: 'one that began as a validator gets the role back',
    given: [['{name: v3, role: validator}', '{name: v3, role: rpc}']],
    genesis: 'running',
    edits: [['{name: v3, role: rpc}', '{name: v3, role: validator}']],
    risks: [],
  },
  {
    name: 'another node becomes one',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: validator}']],
    risks: [
      {
        risk: 'caution validator-added maker/desk 35:28',
        message: 'maker/desk is to be voted in: it becomes a validator when 4 of the 7 validators have voted',
        hint: 'after the merge the validators of the definition vote: make sure that the node has caught up (chancery verify), as a validator that is behind counts as offline',
      },
    ],
  },
  {
    name: 'a new one',
    edits: [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: v8, role: validator}']],
    risks: [
      {
        risk: 'caution validator-added maker/v8 36:26',
        message: 'maker/v8 is to be voted in: it becomes a validator when 4 of the 7 validators have voted',
        hint: 'after the merge the validators of the definition vote: make sure that the node has caught up (chancery verify), as a validator that is behind counts as offline',
      },
    ],
  },
  {
    name: 'one gets another key',
    edits: [],
    files: (files) => files.set('material/public/maker/v3.yaml', files.get('material/public/maker/desk.yaml') ?? ''),
    errors: ['identity'],
    risks: [
      {
        risk: 'danger node-key-changed maker/v3 33:9',
        message:
          'the validator maker/v3 changes its key from 0xed058ad7c12f53dcefeef5a2bcc7f690ecfc8f74 to 0x2aa8fd733fa151ea2b9b1f7666ea2c94c743fc86: the new key is not a validator, and the chain counts the old one as offline',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, have it voted in, and then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'the key of one is taken away',
    edits: [],
    files: (files) => files.delete('material/public/maker/v3.yaml'),
    risks: [
      {
        risk: 'danger node-key-changed maker/v3 33:9',
        message:
          'the validator maker/v3 has lost the key 0xed058ad7c12f53dcefeef5a2bcc7f690ecfc8f74, and gets a new one: the new key is not a validator, and the chain counts the old one as offline',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, have it voted in, and then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'the key of another node is taken away',
    edits: [],
    files: (files) => files.delete('material/public/maker/desk.yaml'),
    risks: [
      {
        risk: 'caution node-key-changed maker/desk 35:9',
        message:
          'maker/desk has lost the key 0x2aa8fd733fa151ea2b9b1f7666ea2c94c743fc86, and gets a new one: running nodes do not dial it until they restart',
        hint: 'restore the key from Git, unless the change is intended: other parties need its new enode URL',
      },
    ],
  },
  {
    name: 'an external one gets another key',
    edits: (text) =>
      text.replace(
        /nodeId: .*/,
        'nodeId: cfe7a3d7cd9a53f4bb3461e97eeb481c7a5ce9ebfe31e7d69c86a96f4c600fcfe234a5adafdb2b92159a0abf83b1810b0ee6ece6712020c69b40bf7fc6f981af',
      ),
    risks: [
      {
        risk: 'danger node-key-changed bank/v7 48:17',
        message:
          'the validator bank/v7 changes its key from 0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e to 0xe7e14b6cbdde548193d53dde3da8a8512090d7bb: the new key is not a validator, and the chain counts the old one as offline',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, have it voted in, and then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (bank/v7) and counts as offline until voted out: of the others at most 1 may fail, before at most 2',
        hint: 'set validator: false first: a node that was voted out can leave without loss',
      },
    ],
  },
  {
    name: 'another node goes on under another name, with its key',
    edits: [['{name: desk, role: rpc}', '{name: bureau, role: rpc}']],
    files: (files) =>
      files.set('material/public/maker/bureau.yaml', files.get('material/public/maker/desk.yaml') ?? ''),
    risks: [
      {
        risk: 'caution node-key-inherited maker/bureau 35:9',
        message:
          'maker/bureau takes over the key of maker/desk: it begins with an empty volume, and both may run with one key for a while',
        hint: 'make sure that maker/desk has stopped before maker/bureau starts: only one running node may have a key',
      },
      {
        risk: 'caution node-removed maker/desk 33:7',
        message: 'maker/desk leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim desk in trade-maker by hand',
      },
    ],
  },
]
