import type { RiskCase } from '../case.ts'

const [v5, v6] = [
  '5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf',
  '5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx',
]
const other = '5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r'

const cases: readonly RiskCase[] = [
  {
    name: 'one rotates its session keys',
    edits: [[v5, `${v5}, keyRotation: 1`]],
    risks: [
      {
        risk: 'caution session-keys-rotated retailer/v5 43:109',
        message: 'retailer/v5 gets new session keys: it signs with the old ones until the chain has the new ones',
        hint: 'after the merge 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf announces them (`chancery substrate session-keys retailer/v5`). Rotate again only when the chain has them: the node keeps the keys of one rotation before',
      },
    ],
  },
  {
    name: 'one rotates twice at once',
    edits: [[v5, `${v5}, keyRotation: 2`]],
    risks: [
      {
        risk: 'danger session-keys-lost retailer/v5 43:9',
        message:
          'retailer/v5 gets the session keys of keyRotation 2 after those of 0, which it no longer has: it cannot sign for the authority that the chain has (aura 0x924e7bd61adb64eb114585006b6371dc7f1fa6fd499f91bcf7fc5640fd4acb17), which counts as offline',
        hint: 'restore the keys from Git. To rotate them, raise keyRotation by one, announce the new keys, and wait until the chain has them',
      },
      {
        risk: 'caution finality-margin validators 27:3',
        message:
          '1 of 7 validators (retailer/v5) stops to vote, and the chain counts it until it has other authorities: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
    ],
  },
  {
    name: 'one loses its keys',
    edits: [],
    files: (files) => files.delete('material/public/retailer/v5.yaml'),
    risks: [
      {
        risk: 'danger session-keys-lost retailer/v5 43:9',
        message:
          'retailer/v5 has lost its session keys, and gets new ones: it cannot sign for the authority that the chain has (aura 0x924e7bd61adb64eb114585006b6371dc7f1fa6fd499f91bcf7fc5640fd4acb17), which counts as offline',
        hint: 'restore the keys from Git. To rotate them, raise keyRotation by one, announce the new keys, and wait until the chain has them',
      },
      {
        risk: 'caution finality-margin validators 27:3',
        message:
          '1 of 7 validators (retailer/v5) stops to vote, and the chain counts it until it has other authorities: of the others at most 1 may fail, before at most 2',
        hint: 'merge this while all validators run; the risk of each validator says what else to do',
      },
      {
        risk: 'caution peer-id-changed retailer/v5 43:9',
        message:
          'retailer/v5 has lost its node key, and gets another peer ID than 12D3KooWNWUfH25xBtf6XoejKkTkePQhFTymWVuu1pDoZTTmMea4: nobody reaches it by the old one',
        hint: 'restore the node key from Git. Where another one is intended, tell everybody outside of this definition who has the node as a bootnode',
      },
    ],
  },
  {
    name: 'one gets another account',
    edits: [[v5, other]],
    risks: [
      {
        risk: 'caution validator-account-changed retailer/v5 43:46',
        message:
          'the account of retailer/v5 is 5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r instead of 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf: the chain has its session keys for the old one',
        hint: 'restore 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf. To move a validator to another account, rotate its keys (keyRotation), announce them with the new account, and have the old one removed',
      },
    ],
  },
  {
    name: 'one continues under another name',
    edits: [[`{name: v6, role: validator, account: ${v6}}`, `{name: v8, role: validator, account: ${v6}}`]],
    files: (files) => {
      files.set('material/public/retailer/v8.yaml', files.get('material/public/retailer/v6.yaml') ?? '')
      files.delete('material/public/retailer/v6.yaml')
    },
    risks: [
      {
        risk: 'danger session-keys-inherited retailer/v8 44:9',
        message:
          'retailer/v8 takes over session keys of retailer/v6: while both run, they sign two blocks for one slot, and two votes in one round. Runtimes punish that',
        hint: 'make sure that retailer/v6 has stopped before retailer/v8 starts: only one running node may have a key',
      },
      {
        risk: 'caution node-removed retailer/v6 42:7',
        message: 'retailer/v6 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v6 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'the only bootnode leaves',
    edits: [['      - {name: boot, role: bootnode}\n', '']],
    risks: [
      {
        risk: 'caution bootnode-removed carrier/boot 30:7',
        message:
          'the bootnode carrier/boot leaves the definition: a node outside of this definition that begins with it (peer ID 12D3KooWAjRoFVva7yL5wnA7KpDrjLEr88uhoXevK7ZLymr8UYhN) finds nobody',
        hint: 'give others the address of a validator first: it is in deploy/README.md, with its peer ID',
      },
      {
        risk: 'caution node-removed carrier/boot 30:7',
        message: 'carrier/boot leaves the definition: it stops, and its volume of 20Gi stays behind in us',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim boot in trade-carrier by hand',
      },
    ],
  },
  {
    name: 'a bootnode becomes a node for clients',
    edits: [['{name: boot, role: bootnode}', '{name: boot, role: rpc}']],
    risks: [],
  },
  {
    name: 'a bootnode gets another peer ID',
    edits: [],
    files: (files) => {
      const file = 'material/public/carrier/boot.yaml'
      files.set(
        file,
        (files.get(file) ?? '').replace(
          /^peerId: .*$/m,
          'peerId: 12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp',
        ),
      )
    },
    risks: [
      {
        risk: 'danger peer-id-changed carrier/boot 30:9',
        message:
          'carrier/boot has the peer ID 12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp instead of 12D3KooWAjRoFVva7yL5wnA7KpDrjLEr88uhoXevK7ZLymr8UYhN: nobody reaches it by the old one',
        hint: 'restore the node key from Git. Where another one is intended, tell everybody outside of this definition who has the node as a bootnode',
      },
    ],
  },
  {
    name: 'an external validator leaves',
    edits: (text) => text.slice(0, text.indexOf('external:')),
    risks: [
      {
        risk: 'caution authority-removed bank/v7 1:1',
        message: 'the validator bank/v7, which somebody else runs, leaves the definition: the chain has it still',
        hint: 'remove it when the chain has removed it from its authorities (chancery verify)',
      },
    ],
  },
  {
    name: 'an external validator has other keys',
    edits: [
      ['5HQh8gwpNX54hnaLxeiJp3UuZwHzAjmcSTdndgKSa2hxaZqn', '5HYVFQFUyYwVqvkVfz2tDad2dCm9yQmG7RCs7wPYjxNDVPd1'],
      ['5GqekWdS9wAfSYDE6ZcU9bhUyknM2pKgqNGQKGswWz2ae5H4', '5CPbZuy6umbdeccX4DQzpvTLEmGyVaM6xnZoDLKbkFBPBzTN'],
    ],
    risks: [
      {
        risk: 'caution session-keys-lost bank/v7 55:11',
        message:
          'the session keys of bank/v7 are other ones: the authorities of the chain are compared with the new ones',
        hint: 'ask its owner, outside of this pull request, whether the chain has them',
      },
    ],
  },
]

/** Keys and accounts of validators of Substrate, and peer IDs. */
export const sessionKeys: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'substrate' }))
