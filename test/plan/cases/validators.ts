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
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
      {
        risk: 'caution node-removed maker/v3 33:7',
        message: 'maker/v3 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v3 in trade-maker by hand',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as down until voted out: of the others at most 1 may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
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
          '2 of 7 validators go (maker/v3 and retailer/v5) and count as down until voted out: of the others none may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
      },
      {
        risk: 'danger validator-removed maker/v3 33:7',
        message:
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
      {
        risk: 'danger validator-removed retailer/v5 38:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
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
          '3 of 7 validators go (maker/v3, maker/v4 and retailer/v5): 4 stay, 5 have to agree on a block. The chain stands still, and without blocks nobody can be voted out',
        hint: 'one at a time: set validator: false, remove it when the chain no longer has it (chancery verify), then go on with the next',
      },
      {
        risk: 'danger validator-removed maker/v3 33:7',
        message:
          'the validator maker/v3 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
      {
        risk: 'danger validator-removed maker/v4 33:7',
        message:
          'the validator maker/v4 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
      {
        risk: 'danger validator-removed retailer/v5 37:7',
        message:
          'the validator retailer/v5 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
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
          'the validator bank/v7 leaves the definition: our nodes no longer dial it, and the chain counts it as down until it is voted out',
        hint: 'first set validator: false, and remove it when the chain no longer has it (chancery verify)',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (bank/v7) and counts as down until voted out: of the others at most 1 may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
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
          'maker/first takes over the key of maker/v3: it begins with an empty volume, and for a while both may run with one key',
        hint: 'be sure that maker/v3 has stopped before maker/first starts: a key belongs to one node that runs',
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
        message:
          'maker/v3 is to be no validator any more: on the chain it stays one, and makes blocks, until 4 of the 7 validators have voted it out',
        hint: 'merging this makes the validators of the definition vote; keep the node running until the chain no longer has it (chancery verify)',
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
        message: '6 validators become 5: once that is voted, at most 1 may be down, before at most 2',
        hint: 'add a validator for each that goes, and have it voted in first',
      },
      {
        risk: 'caution validator-demoted maker/v3 33:26',
        message:
          'maker/v3 is to be no validator any more: on the chain it stays one, and makes blocks, until 4 of the 6 validators have voted it out',
        hint: 'merging this makes the validators of the definition vote; keep the node running until the chain no longer has it (chancery verify)',
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
        message: 'maker/v3 leaves the definition: it is a validator still unless it has been voted out',
        hint: 'ask the chain before this is merged (chancery verify): it must not have it any more',
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
        message: 'maker/desk is to be a validator: on the chain it is one when 4 of the 7 validators have voted it in',
        hint: 'merging this makes the validators of the definition vote: be sure that the node has caught up (chancery verify), as one that is voted in and down counts as down',
      },
    ],
  },
  {
    name: 'a new one',
    edits: [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: v8, role: validator}']],
    risks: [
      {
        risk: 'caution validator-added maker/v8 36:26',
        message: 'maker/v8 is to be a validator: on the chain it is one when 4 of the 7 validators have voted it in',
        hint: 'merging this makes the validators of the definition vote: be sure that the node has caught up (chancery verify), as one that is voted in and down counts as down',
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
          'the validator maker/v3 has the key 0x2aa8fd733fa151ea2b9b1f7666ea2c94c743fc86 instead of 0xed058ad7c12f53dcefeef5a2bcc7f690ecfc8f74: with the new key it is none, and the chain counts the old one as down',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, then have it voted in, then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as down until voted out: of the others at most 1 may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
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
          'the validator maker/v3 has no key any more, and gets a new one in place of 0xed058ad7c12f53dcefeef5a2bcc7f690ecfc8f74: with the new key it is none, and the chain counts the old one as down',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, then have it voted in, then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (maker/v3) and counts as down until voted out: of the others at most 1 may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
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
          'maker/desk has no key any more, and gets a new one in place of 0x2aa8fd733fa151ea2b9b1f7666ea2c94c743fc86: nodes that run do not dial it until they start again',
        hint: 'restore the key from Git, unless it is meant: others need its new enode URL',
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
          'the validator bank/v7 has the key 0xe7e14b6cbdde548193d53dde3da8a8512090d7bb instead of 0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e: with the new key it is none, and the chain counts the old one as down',
        hint: 'restore the key from Git; to replace it, add a node with a new name and validator: false, then have it voted in, then this one out',
      },
      {
        risk: 'caution quorum-margin validators 24:3',
        message:
          '1 of 7 validators goes (bank/v7) and counts as down until voted out: of the others at most 1 may be down, before at most 2',
        hint: 'first set validator: false: one that has been voted out is missed by nobody',
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
          'maker/bureau takes over the key of maker/desk: it begins with an empty volume, and for a while both may run with one key',
        hint: 'be sure that maker/desk has stopped before maker/bureau starts: a key belongs to one node that runs',
      },
      {
        risk: 'caution node-removed maker/desk 33:7',
        message: 'maker/desk leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim desk in trade-maker by hand',
      },
    ],
  },
]
