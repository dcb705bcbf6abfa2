import { readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { signUpdate } from '../../../../src/platforms/fabric/channel/signature.ts'
import { encodeUpdate, updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { bytes } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import type { Case } from '../../case.ts'

type Files = Readonly<Record<string, string>>

const genesis = 'material/public/channels/trade/genesis.yaml'
const folder = 'material/public/channels/trade/updates/0001'

const slower: Case['change'] = [['batch: {timeout: 2s}', 'batch: {timeout: 5s}']]

/** The update that slows the channel down. */
function update(files: Files): Buffer {
  const text = /block: \|\n([\s\S]*)/.exec(files[genesis] ?? '')?.[1] ?? ''
  const current = readConfigBlock(Buffer.from(text, 'base64')).state.channel
  const orderer = current.groups.get('Orderer')
  const timeout = orderer?.values.get('BatchTimeout')
  if (orderer === undefined || timeout === undefined) throw new Error('a channel has a batch timeout')
  const values = new Map([...orderer.values, ['BatchTimeout', { ...timeout, value: bytes(1, '5s') }]])
  const desired: ConfigGroup = { ...current, groups: new Map([...current.groups, ['Orderer', { ...orderer, values }]]) }
  const sets = updateSets(current, desired)
  if (sets === undefined) throw new Error('the timeout differs')
  return encodeUpdate('trade', sets)
}

const withUpdate = (files: Files): Files => ({
  [`${folder}/update.yaml`]: `update: ${update(files).toString('base64')}\n`,
})

const open = {
  rule: 'channel-update-open',
  severity: 'notice',
  at: '49:5',
  message: 'update 1 of channel trade waits for signatures: 2 of CarrierMSP, ManufacturerMSP, RetailerMSP have to sign',
  hint: 'each of them runs `chancery channel sign trade --organization NAME` and commits its signature',
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
        hint: 'it takes an update, which members sign: `chancery channel update trade`',
      },
    ],
  },
  { name: 'an update that nobody has signed yet', change: slower, keysMade: true, files: withUpdate, findings: [open] },
  {
    name: 'an update that cannot be read',
    keysMade: true,
    files: () => ({ [`${folder}/update.yaml`]: 'update: [1, 2]\n' }),
    findings: [
      {
        rule: 'channel-update',
        severity: 'error',
        at: `${folder}/update.yaml:1:1`,
        message: `${folder}/update.yaml is no update of a channel: it has no field "update" with base64 in it`,
        hint: 'restore it from Git, or remove it and run `chancery channel update` again',
      },
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
          "the signature of CarrierMSP on update 1 of channel trade does not count: its certificate is not an administrator's: its OU is empty, not admin",
        hint: `remove ${folder}/signatures/CarrierMSP.yaml; the organization signs anew: \`chancery channel sign trade\``,
      },
      open,
    ],
  },
]
