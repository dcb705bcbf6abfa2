import type { Case } from '../../case.ts'

type Files = Readonly<Record<string, string>>

const folder = 'material/public/channels/trade'

const adopted = (files: Files): Files => ({ [`${folder}/adopted.yaml`]: files[`${folder}/genesis.yaml`] ?? '' })

const asAdopted: Case['change'] = [['  - name: trade\n', '  - name: trade\n    adopted: true\n']]

export const adoptedChannels: readonly Case[] = [
  {
    name: 'an adopted channel without the block that it was adopted with',
    keysMade: true,
    change: asAdopted,
    findings: [
      {
        rule: 'adopted-channel',
        severity: 'error',
        at: '50:14',
        message: `channel trade is adopted, but ${folder}/adopted.yaml is missing`,
        hint: 'restore it from Git, or run `chancery adopt` with a configuration block of the channel',
      },
    ],
  },
  {
    name: 'a block of an adopted channel, where the channel is none',
    keysMade: true,
    files: adopted,
    findings: [
      {
        rule: 'adopted-channel',
        severity: 'error',
        at: `${folder}/adopted.yaml:1:1`,
        message: `${folder}/adopted.yaml exists, but channel trade is not marked as adopted`,
        hint: 'set `adopted: true` in the channel, or remove the file',
      },
    ],
  },
  {
    name: 'an adopted channel whose first block nobody has',
    keysMade: true,
    change: asAdopted,
    files: (files) => ({ ...adopted(files), [`${folder}/genesis.yaml`]: undefined }),
    findings: [
      {
        rule: 'adopted-channel',
        severity: 'warning',
        at: '49:5',
        message: `no Job joins carrier/peer1, carrier/peer2, manufacturer/peer1 and retailer/peer1 to channel trade: ${folder}/genesis.yaml is missing`,
        hint: 'fetch the first block with `peer channel fetch oldest`, and pass it to `chancery adopt` as --genesis-block',
      },
    ],
  },
]

/** The block is the first one: nothing of it has changed since. */
export const acceptedAdopted: readonly Case[] = [
  { name: 'an adopted channel with both blocks', keysMade: true, change: asAdopted, files: adopted, findings: [] },
]
