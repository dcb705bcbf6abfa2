import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const accounts = {
  v2: '5CQtGrfmTYoDxxHx8wWH5hmkbdPC6iKe15NywfKPBav6Kr5U',
  v4: '5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL',
  v5: '5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf',
  v6: '5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx',
} as const

type Name = keyof typeof accounts

const validator = (name: string, account: string): string =>
  `      - {name: ${name}, role: validator, account: ${account}}\n`

const line = (name: Name): string => validator(name, accounts[name])

const without = (...names: readonly Name[]): Edits => names.map((name) => [line(name), ''])

const other = '5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r'

const cases: readonly RiskCase[] = [
  {
    name: 'a validator leaves',
    edits: without('v5'),
    risks: [
      {
        risk: 'danger authority-removed retailer/v5 42:7',
        message:
          'retailer/v5 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'caution finality-margin validators 27:3',
        message:
          '1 of 7 validators (retailer/v5) stops to vote, and the chain counts it until it has other authorities: of the others at most 1 may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'have the chain remove a validator from its authorities first, and merge this when it has (chancery verify)',
      },
      {
        risk: 'caution node-removed retailer/v5 42:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'two leave',
    edits: without('v4', 'v5'),
    risks: [
      {
        risk: 'danger authority-removed maker/v4 36:7',
        message:
          'maker/v4 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'danger authority-removed retailer/v5 41:7',
        message:
          'retailer/v5 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'danger finality-margin validators 27:3',
        message:
          '2 of 7 validators (maker/v4 and retailer/v5) stop to vote, and the chain counts them until it has other authorities: of the others none may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'have the chain remove a validator from its authorities first, and merge this when it has (chancery verify)',
      },
      {
        risk: 'caution node-removed maker/v4 36:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 41:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'three leave',
    edits: without('v2', 'v4', 'v5'),
    risks: [
      {
        risk: 'danger authority-removed carrier/v2 30:7',
        message:
          'carrier/v2 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5CQtGrfmTYoDxxHx8wWH5hmkbdPC6iKe15NywfKPBav6Kr5U, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'danger authority-removed maker/v4 35:7',
        message:
          'maker/v4 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5CtznjEkoCVeaeqfkd8cfMWSR62NXZ4s8DvnBkaZXxBSVchL, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'danger authority-removed retailer/v5 40:7',
        message:
          'retailer/v5 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5Esvf1ynYsN9qJDYjC3wh24h69vxuRHwpjDvXqG8cVsHcsxf, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'danger finality-lost validators 27:3',
        message:
          '3 of 7 validators (carrier/v2, maker/v4 and retailer/v5) stop to vote: 4 stay, and finality needs 5. No block becomes final, and a new set of authorities needs final blocks',
        hint: 'change one validator in each pull request, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'caution node-removed carrier/v2 30:7',
        message: 'carrier/v2 leaves the definition: it stops, and its volume of 20Gi stays behind in us',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v2 in trade-carrier by hand',
      },
      {
        risk: 'caution node-removed maker/v4 35:7',
        message: 'maker/v4 leaves the definition: it stops, and its volume of 20Gi stays behind in eu',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v4 in trade-maker by hand',
      },
      {
        risk: 'caution node-removed retailer/v5 40:7',
        message: 'retailer/v5 leaves the definition: it stops, and its volume of 20Gi stays behind in asia',
        hint: 'when nobody needs its data any more, delete the PersistentVolumeClaim v5 in trade-retailer by hand',
      },
    ],
  },
  {
    name: 'one becomes a node for clients',
    edits: [[line('v6'), '      - {name: v6, role: rpc}\n']],
    risks: [
      {
        risk: 'danger authority-removed retailer/v6 44:26',
        message:
          'retailer/v6 stops to validate: its slots stay empty, and the chain counts its vote as missing until it has removed it from its authorities',
        hint: 'before the merge, have those who decide about validators remove 5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx, and wait until the chain has other authorities (chancery verify)',
      },
      {
        risk: 'caution finality-margin validators 27:3',
        message:
          '1 of 7 validators (retailer/v6) stops to vote, and the chain counts it until it has other authorities: of the others at most 1 may fail, before at most 2. Afterwards at most 1 may fail',
        hint: 'have the chain remove a validator from its authorities first, and merge this when it has (chancery verify)',
      },
    ],
  },
  {
    name: 'one comes',
    edits: [[line('v6'), `${line('v6')}${validator('v8', other)}`]],
    risks: [
      {
        risk: 'caution authority-added retailer/v8 45:9',
        message:
          'retailer/v8 is not a validator of the first block: it follows the chain until the runtime has it as an authority',
        hint: 'when it has the newest block, 5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r announces its session keys (`chancery substrate session-keys retailer/v8`), and those who decide about validators choose it',
      },
    ],
  },
  {
    name: 'one comes without an account',
    edits: [[line('v6'), `${line('v6')}      - {name: v8, role: validator}\n`]],
    errors: ['account'],
    risks: [
      {
        risk: 'caution authority-added retailer/v8 45:9',
        message:
          'retailer/v8 is not a validator of the first block: it follows the chain until the runtime has it as an authority',
        hint: 'set its account where the runtime has the session pallet. A runtime without it gets another authority by a runtime upgrade alone',
      },
    ],
  },
]

/** Validators of Substrate that come and go. */
export const authorities: readonly RiskCase[] = cases.map((one) => ({ ...one, platform: 'substrate' }))
