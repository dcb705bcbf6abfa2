import { readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import type { ConfigGroup, ConfigState } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { anyOf, configPolicy } from '../../../../src/platforms/fabric/channel/policies.ts'
import { signUpdate } from '../../../../src/platforms/fabric/channel/signature.ts'
import { encodeUpdate, updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import type { Rule } from '../../../../src/platforms/fabric/policy/rule.ts'
import { bytes, message } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { signedBlock } from '../../../platforms/fabric/channel/signed-block.ts'
import type { Case } from '../../case.ts'

type Files = Readonly<Record<string, string>>

const genesis = 'material/public/channels/trade/genesis.yaml'
export const folder = 'material/public/channels/trade/updates/0001'

const slower: Case['change'] = [['batch: {timeout: 2s}', 'batch: {timeout: 5s}']]

function current(files: Files): ConfigState {
  const text = /block: \|\n([\s\S]*)/.exec(files[genesis] ?? '')?.[1] ?? ''
  return readConfigBlock(Buffer.from(text, 'base64')).state
}

/** The channel with another batch timeout, and maybe another policy for its administrators. */
function changed(files: Files, admins?: Rule): ConfigGroup {
  const { channel } = current(files)
  const [orderer, application] = [channel.groups.get('Orderer'), channel.groups.get('Application')]
  const timeout = orderer?.values.get('BatchTimeout')
  if (orderer === undefined || application === undefined || timeout === undefined)
    throw new Error('a channel has these')
  const values = new Map([...orderer.values, ['BatchTimeout', { ...timeout, value: bytes(1, '5s') }]])
  const policies = new Map([
    ...application.policies,
    ...(admins === undefined ? [] : [['Admins', configPolicy(admins)] as const]),
  ])
  const groups = new Map([
    ...channel.groups,
    ['Orderer', { ...orderer, values }],
    ['Application', { ...application, policies }],
  ])
  return { ...channel, groups }
}

function update(files: Files, admins?: Rule): Buffer {
  const sets = updateSets(current(files).channel, changed(files, admins))
  if (sets === undefined) throw new Error('the timeout differs')
  return encodeUpdate('trade', sets)
}

const words = {
  channel: 'trade',
  number: 1,
  changes: ['batch timeout: 2s → 5s'],
  signatures: [{ group: 'Orderer', needed: 2, of: ['CarrierMSP', 'ManufacturerMSP', 'RetailerMSP'] }],
}

const record = (name: string, value: object): Files => ({ [`${folder}/${name}.yaml`]: dumpYaml(value) })

export const withUpdate = (files: Files): Files =>
  record('update', { ...words, update: update(files).toString('base64') })

/** A block that nobody signed, in which one organization alone changes the channel. */
export function forged(files: Files): Files {
  const state = { sequence: 1, channel: changed(files, anyOf('CarrierMSP', 'admin')) }
  const block = signedBlock({ channel: 'trade', number: 9, state, signers: [] })
  return record('imported', {
    channel: 'trade',
    number: 1,
    blockNumber: 9,
    sequence: 1,
    changes: words.changes,
    block: block.toString('base64'),
  })
}

/** An update that hands the channel over, under harmless words. */
export const handingOver = (files: Files): Files =>
  record('update', { ...words, update: update(files, anyOf('CarrierMSP', 'admin')).toString('base64') })

const admins = "policy Application/Admins: MAJORITY Admins → OR('CarrierMSP.admin')"

const openBy = (group: string, progress: string) =>
  ({
    rule: 'channel-update-open',
    severity: 'notice',
    at: '49:5',
    message: `update 1 of channel trade waits for signatures: /Channel/${group}/Admins has ${progress}`,
    hint: 'each of them runs `chancery channel sign trade --organization NAME` and commits its signature',
  }) as const

const none = '0 of 2 signatures; 2 are missing, from CarrierMSP, ManufacturerMSP or RetailerMSP'
const open = openBy('Orderer', none)
const signedByCarrier = openBy(
  'Orderer',
  '1 of 2 signatures, from CarrierMSP; 1 is missing, from ManufacturerMSP or RetailerMSP',
)

const explicit: Case['change'] = [['  - name: carrier\n', '  - name: carrier\n    approvals: explicit\n']]
const approvals = 'material/public/carrier/approvals.yaml'
const approval = {
  channel: 'trade',
  name: 'assets',
  sequence: 1,
  version: '1.0',
  endorsement: '',
  collections: [],
  initRequired: false,
  label: 'assets_1.0',
  package: '',
  image: '',
}

const unapproved = {
  rule: 'chaincode-approval-open',
  severity: 'notice',
  at: '57:5',
  message:
    'carrier has not approved sequence 1 of chaincode assets of channel trade: its Jobs leave it out; /Channel/Application/LifecycleEndorsement has enough approvals, from ManufacturerMSP and RetailerMSP',
  hint: 'carrier runs `chancery chaincode approve assets --organization carrier` and commits its approval',
} as const

export const updates: readonly Case[] = [
  {
    name: 'a channel that was changed in the definition alone',
    change: slower,
    keysMade: true,
    findings: [
      {
        rule: 'channel-update-due',
        severity: 'notice',
        at: '49:5',
        message: 'the definition of channel trade has changed: batch timeout: 2s → 5s',
        hint: 'write an update, which members sign: `chancery channel update trade`',
      },
    ],
  },
  { name: 'an update that nobody has signed yet', change: slower, keysMade: true, files: withUpdate, findings: [open] },
  {
    name: 'an update whose bytes hand the channel over, while its words change a timeout',
    change: slower,
    keysMade: true,
    files: handingOver,
    findings: [
      {
        rule: 'channel-update-words',
        severity: 'error',
        at: `${folder}/update.yaml:1:1`,
        message: `${folder}/update.yaml does not match its bytes: changes is "batch timeout: 2s → 5s" in words and "${admins}; batch timeout: 2s → 5s" in bytes; signatures is "group Orderer, needed 2, of CarrierMSP, ManufacturerMSP and RetailerMSP" in words and "group Application, needed 2, of CarrierMSP, ManufacturerMSP and RetailerMSP; group Orderer, needed 2, of CarrierMSP, ManufacturerMSP and RetailerMSP" in bytes`,
        hint: 'do not sign it; `chancery channel update trade` writes what the bytes say',
      },
      {
        rule: 'channel-update-due',
        severity: 'notice',
        at: '49:5',
        message:
          "the definition of channel trade has changed: policy Application/Admins: OR('CarrierMSP.admin') → MAJORITY Admins",
        hint: 'write an update, which members sign: `chancery channel update trade`',
      },
      openBy('Application', none),
      open,
    ],
  },
  {
    name: 'an update with another one behind it, which only Fabric would read',
    change: slower,
    keysMade: true,
    files: (files) => {
      const second = message(3, bytes(5, 'Writers'))
      return record('update', { ...words, update: Buffer.concat([second, update(files)]).toString('base64') })
    },
    findings: [
      {
        rule: 'channel-update',
        severity: 'error',
        at: `${folder}/update.yaml:1:1`,
        message: `${folder}/update.yaml is not an update of a channel: its bytes are not those of an update of the configuration before it`,
        hint: 'restore it from Git, or remove it and run `chancery channel update` again',
      },
    ],
  },
  {
    name: 'an imported configuration that no orderer signed, with words of another',
    change: slower,
    keysMade: true,
    files: forged,
    findings: [
      {
        rule: 'channel-import',
        severity: 'error',
        at: `${folder}/imported.yaml:1:1`,
        message: `${folder}/imported.yaml cannot be trusted: block 9 lacks signatures of orderers that BlockValidation of the last trusted configuration requires; 0 of 0 are valid`,
        hint: `fetch the block again from an orderer that you trust, remove ${folder}/imported.yaml, and run \`chancery channel import trade FILE\`; where several configurations are missing, import them in their order`,
      },
      {
        rule: 'channel-update-words',
        severity: 'error',
        at: `${folder}/imported.yaml:1:1`,
        message: `${folder}/imported.yaml does not match its bytes: changes is "batch timeout: 2s → 5s" in words and "${admins}; batch timeout: 2s → 5s" in bytes`,
        hint: 'remove it, and import the block again: `chancery channel import trade FILE`',
      },
      {
        rule: 'channel-update-due',
        severity: 'notice',
        at: '49:5',
        message:
          "the definition of channel trade has changed: policy Application/Admins: OR('CarrierMSP.admin') → MAJORITY Admins",
        hint: 'write an update, which members sign: `chancery channel update trade`',
      },
    ],
  },
  {
    name: 'an imported configuration over an update of the same number',
    change: slower,
    keysMade: true,
    files: (files) => ({ ...withUpdate(files), ...forged(files) }),
    findings: [
      {
        rule: 'channel-update',
        severity: 'error',
        at: `${folder}/imported.yaml:1:1`,
        message: `${folder}/imported.yaml is not an update of a channel: there is an update with the same number beside it`,
        hint: 'restore it from Git, or remove it and run `chancery channel update` again',
      },
    ],
  },
  {
    name: 'an organization that approves chaincodes itself, and has not',
    change: explicit,
    keysMade: true,
    findings: [unapproved],
  },
  {
    name: 'an approval with the digest of something else',
    change: explicit,
    keysMade: true,
    files: () => ({ [approvals]: dumpYaml({ approvals: [{ ...approval, digest: 'sha256:00' }] }) }),
    findings: [
      {
        rule: 'chaincode-approval',
        severity: 'error',
        at: `${approvals}:1:1`,
        message: `${approvals} has an approval of sequence 1 of chaincode assets of channel trade whose digest does not match`,
        hint: 'restore it from Git; carrier approves with `chancery chaincode approve`',
      },
      unapproved,
    ],
  },
  {
    name: 'approvals that are none',
    change: explicit,
    keysMade: true,
    files: () => ({ [approvals]: 'approvals: all\n' }),
    findings: [
      {
        rule: 'chaincode-approval',
        severity: 'error',
        at: `${approvals}:1:1`,
        message: `${approvals} is not a list of approvals of chaincodes`,
        hint: 'restore it from Git; carrier approves with `chancery chaincode approve`',
      },
      unapproved,
    ],
  },
  {
    name: 'an update that cannot be read',
    keysMade: true,
    files: () => ({ [`${folder}/update.yaml`]: 'update: [1, 2]\n' }),
    findings: [
      {
        rule: 'channel-update',
        severity: 'error',
        at: `${folder}/update.yaml:1:1`,
        message: `${folder}/update.yaml is not an update of a channel: it has no field "update" with base64 in it`,
        hint: 'restore it from Git, or remove it and run `chancery channel update` again',
      },
    ],
  },
  {
    name: 'a signature that is none',
    change: slower,
    keysMade: true,
    files: (files) => ({ ...withUpdate(files), [`${folder}/signatures/CarrierMSP.yaml`]: 'signature: AAAA\n' }),
    findings: [
      {
        rule: 'channel-signature',
        severity: 'error',
        at: `${folder}/signatures/CarrierMSP.yaml:1:1`,
        message: 'the signature of CarrierMSP on update 1 of channel trade is invalid: it is not a signature',
        hint: `remove ${folder}/signatures/CarrierMSP.yaml, and sign again: \`chancery channel sign trade\``,
      },
      signedByCarrier,
    ],
  },
  {
    name: 'a signature by somebody who is no administrator',
    change: slower,
    keysMade: true,
    files: (files) => {
      const certificate = files['material/public/carrier/ca.crt'] ?? ''
      const signature = signUpdate(update(files), {
        mspId: 'CarrierMSP',
        certificate,
        privateKey: new Uint8Array(32).fill(1),
      })
      return {
        ...withUpdate(files),
        [`${folder}/signatures/CarrierMSP.yaml`]: `signature: ${signature.toString('base64')}\n`,
      }
    },
    findings: [
      {
        rule: 'channel-signature',
        severity: 'error',
        at: `${folder}/signatures/CarrierMSP.yaml:1:1`,
        message:
          "the signature of CarrierMSP on update 1 of channel trade is invalid: its certificate is not an administrator's: its OU is empty, not admin",
        hint: `remove ${folder}/signatures/CarrierMSP.yaml, and sign again: \`chancery channel sign trade\``,
      },
      signedByCarrier,
    ],
  },
]
