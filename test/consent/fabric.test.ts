import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Keyring, noKeys } from '../../src/material/identities.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { alice, judged, signers } from './signed-network.ts'
import { consentOf, type Definition, type FilesByPath, organizationIn, redefined, workplace } from './workplace.ts'

/** What a Fabric definition has besides. */
interface FabricDefinition extends Definition {
  channels: Record<string, unknown>[]
  chaincodes: ({ collections: Record<string, unknown>[] } & Record<string, unknown>)[]
}

let keyring: Keyring = noKeys
let signed: FilesByPath

beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, '../golden/fabric/network.yaml'), 'utf8')
  const holders = new Map<string, Holder>()
  for (const recipient of new Set(text.match(/age1[a-z0-9]{50,}/g))) holders.set(recipient, await holder())
  const own = text.replaceAll(/age1[a-z0-9]{50,}/g, (recipient) => holders.get(recipient)?.recipient ?? '')
  keyring = await keyringOf(...holders.values())
  const fresh = changed({ 'network.yaml': own }, (all) => {
    organizationIn(all, 'carrier').signers = [alice.line]
  })
  const place = workplace(fresh, { signers, keyring })
  for (const organization of ['manufacturer', 'retailer', 'carrier']) await place.keys(organization)
  const update = 'material/public/channels/trade/updates/0001/signatures/CarrierMSP.yaml'
  const withSignature = workplace({ ...place.files(), [update]: 'number: 1\n' }, { signers, keyring })
  await withSignature.sign({ key: 'alice' })
  signed = withSignature.files()
}, 120_000)

const changed = (files: FilesByPath, change: (definition: FabricDefinition) => void): FilesByPath =>
  redefined(files, (definition) => change(definition as FabricDefinition)) // it is the definition of a Fabric network

const firstOf = <Item>(items: readonly Item[]): Item => {
  const [first] = items
  if (first === undefined) throw new Error('there is none')
  return first
}

it('what is signed is taken by every command', async () => {
  expect(await judged(signed, signed)).toEqual({ validate: [], plan: [], commit: [], apply: [] })
})

const attacks: readonly (readonly [what: string, change: (files: FilesByPath) => FilesByPath, said: RegExp])[] = [
  [
    'who endorses a chaincode that it approves',
    (files) =>
      changed(files, ({ chaincodes }) => {
        Object.assign(firstOf(chaincodes), { sequence: 2, endorsementPolicy: "OR('ManufacturerMSP.peer')" })
      }),
    /agreements chaincodes trade\/assets endorsementPolicy: "OR\('ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer'\)" → "OR\('ManufacturerMSP.peer'\)"/,
  ],
  [
    'the image and sequence of a chaincode',
    (files) =>
      changed(files, ({ chaincodes }) => {
        Object.assign(firstOf(chaincodes), { image: 'evil.example.com/assets:2', version: '2', sequence: 2 })
      }),
    /chaincodes trade\/assets image: registry.example.com\/supplychain\/assets:1.0.0 → evil.example.com\/assets:2/,
  ],
  [
    'who has private data of a chaincode',
    (files) =>
      changed(files, ({ chaincodes }) => {
        Object.assign(firstOf(firstOf(chaincodes).collections), { policy: "OR('ManufacturerMSP.member')" })
      }),
    /chaincodes trade\/assets collections: added .*OR\('ManufacturerMSP.member'\)/,
  ],
  [
    'a chaincode more',
    (files) =>
      changed(files, ({ chaincodes }) => {
        chaincodes.push({ ...firstOf(chaincodes), name: 'backdoor', collections: [] })
      }),
    /chaincodes trade\/backdoor: new, \{/,
  ],
  [
    'a channel that it becomes a member of',
    (files) =>
      changed(files, ({ channels }) => {
        channels.push({ name: 'side', members: ['manufacturer', 'carrier'] })
      }),
    /channels side: new, \{.*"members":\["carrier","manufacturer"\]/,
  ],
  [
    'who is in its channel',
    (files) =>
      changed(files, ({ channels }) => {
        Object.assign(firstOf(channels), { members: ['manufacturer', 'carrier'] })
      }),
    /channels trade members: removed retailer/,
  ],
  [
    'the policies of its channel',
    (files) =>
      changed(files, ({ channels }) => {
        Object.assign(firstOf(channels), {
          policies: { admins: 'ANY Admins', lifecycleEndorsement: 'ANY Endorsement' },
        })
      }),
    /channels trade policies: new, \{.*"lifecycleEndorsement":"ANY Endorsement"/,
  ],
  [
    'who may do what in its channel',
    (files) =>
      changed(files, ({ channels }) => {
        Object.assign(firstOf(channels), { acls: { 'event/Block': '/Channel/Application/Writers' } })
      }),
    /channels trade acls: new, \{"event\/Block"/,
  ],
  [
    'a client, who would get an identity of it',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'carrier').clients = ['mallory']
      }),
    /definition clients: added mallory/,
  ],
  [
    'a peer in another cluster, with an administrator there',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'carrier').nodes.push({ name: 'peer7', role: 'peer', cluster: 'eu' })
      }),
    /nodes peer7: new, \{"cluster":"eu"/,
  ],
  [
    'who can issue its certificates',
    (files) =>
      changed(files, (all) => {
        organizationIn(all, 'carrier').issuerRecipients = organizationIn(all, 'manufacturer').issuerRecipients
      }),
    /definition issuerRecipients: added age1/,
  ],
  [
    'its signature of a channel update',
    (files) => ({ ...files, 'material/public/channels/trade/updates/0002/signatures/CarrierMSP.yaml': 'number: 2\n' }),
    /updates\/0002\/signatures\/CarrierMSP.yaml: new, sha256:/,
  ],
]

describe('a change by somebody else', () => {
  // What other rules refuse as well is refused all the same: signatures are looked at when they let it pass.
  it.each(attacks)('of %s is refused', async (_what, change, said) => {
    const files = change(signed)
    const place = workplace(files, { signers, keyring, base: signed })
    expect(await place.validate()).toMatchObject({ status: 1 })
    expect(await place.plan()).toMatchObject({ status: 1 })
    expect(await place.commit()).toMatchObject({ status: 1 })
    expect(await place.apply()).toMatchObject({ status: 1 })
    for (const result of [await place.validate(), await place.plan()])
      expect(consentOf(result).join('\n')).toMatch(said)
  })
})

describe('what is not its own', () => {
  it.each<[string, (files: FilesByPath) => FilesByPath]>([
    [
      "another organization's signature of a channel update",
      (files) => ({
        ...files,
        'material/public/channels/trade/updates/0002/signatures/RetailerMSP.yaml': 'number: 2\n',
      }),
    ],
    [
      'a channel without it',
      (files) =>
        changed(files, ({ channels }) => {
          channels.push({ name: 'side', members: ['manufacturer', 'retailer'], orderers: ['manufacturer'] })
        }),
    ],
    [
      'how fast blocks are cut',
      (files) =>
        changed(files, ({ channels }) => {
          Object.assign(firstOf(channels), { batch: { timeout: '3s' } })
        }),
    ],
  ])('%s needs no signature of it', async (_what, change) => {
    const place = workplace(change(signed), { signers, keyring, base: signed })
    expect(consentOf(await place.validate())).toEqual([])
  })
})
