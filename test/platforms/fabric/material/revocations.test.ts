import { beforeAll, expect, it } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { renew } from '../../../../src/material/renewal.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import { readRevocationList, serialText } from '../../../../src/material/x509/revocation-list.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { shortDigest } from '../../../../src/platforms/fabric/channel/fingerprint.ts'
import { updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { describeUpdate } from '../../../../src/platforms/fabric/channel/update-text.ts'
import { channelInput } from '../../../../src/platforms/fabric/channel-input.ts'
import type { FabricNetwork } from '../../../../src/platforms/fabric/network.ts'
import { nodeOverlay } from '../../../../src/platforms/fabric/overlay.ts'
import { renewals } from '../../../../src/platforms/fabric/renewals.ts'
import { missingLists, revocationsPath } from '../../../../src/platforms/fabric/revocations.ts'
import { holder } from '../../../material/sops-tool.ts'
import { fabricNetwork, type Holders, keyringFor, make } from './network.ts'

const folder = 'material/public/manufacturer'
const outside = () => ({ host: 'node.example.com', port: 15000 })

let holders: Holders
let network: FabricNetwork
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  holders = { eu: await holder(), us: await holder(), issuer: await holder(), recovery: await holder() }
  network = fabricNetwork(holders)
  files = (await make(network)).made
})

/** The same network, in which the manufacturer has revoked something. */
const revoking = (...revoked: readonly object[]): FabricNetwork => ({
  ...network,
  organizations: network.organizations.map((organization) =>
    organization.name === 'manufacturer' ? { ...organization, own: { ...organization.own, revoked } } : organization,
  ),
  nodes: network.nodes.map((node) =>
    node.organization.name === 'manufacturer'
      ? { ...node, organization: { ...node.organization, own: { ...node.organization.own, revoked } } }
      : node,
  ),
})

const pathIn = ({ organizations }: FabricNetwork): string => {
  const path = organizations.map(revocationsPath).find((one) => one !== undefined)
  if (path === undefined) throw new Error('nothing is revoked')
  return path
}

const serialOf = (text: string | undefined): string => serialText(readCertificate(text ?? '')?.serialNumber ?? '')

const renewed = async (among: FabricNetwork, ...wanted: readonly string[]) =>
  renew(renewals(among), files, {
    wanted,
    random: seededRandom('renewal'),
    now: () => new Date('2027-01-01T00:00:00Z'),
    keyring: keyringFor(holders.issuer),
  })

it('makes nothing while nothing is revoked', () => {
  expect([...files.keys()].filter((path) => path.endsWith('.crl'))).toEqual([])
})

it('lists all certificates of an identity, those before a renewal too, and serial numbers', async () => {
  const again = (await renewed(network, 'manufacturer/clients/app')).made
  const now = revoking({ identity: 'clients/app' }, { serial: '0A:bc' })
  const { made, missing } = await make(now, { files: new Map([...files, ...again]), holder: holders.issuer })
  expect([...made.keys()]).toEqual([pathIn(now)])
  expect(missing).toEqual([])
  const list = readRevocationList(made.get(pathIn(now)) ?? '')
  const sign = `${folder}/clients/app/sign.crt`
  expect(list?.serialNumbers).toEqual(['abc', serialOf(files.get(sign)), serialOf(again.get(sign))].sort())
  const authority = readCertificate(files.get(`${folder}/ca.crt`) ?? '')
  expect(authority !== undefined && list?.isIssuedBy(authority)).toBe(true)
})

it('is another file when something else is revoked, whatever the order', () => {
  const [one, two] = [{ identity: 'peer1' }, { serial: 'AB' }]
  expect(pathIn(revoking(one, two))).toBe(pathIn(revoking({ serial: '00:ab' }, one)))
  expect(pathIn(revoking(one))).not.toBe(pathIn(revoking(one, two)))
})

it('is left missing without the key of the authority, and says whose is needed', async () => {
  const { made, missing, unopened } = await make(revoking({ identity: 'peer2' }), { files })
  expect([made.size, missing.map(({ label }) => label)]).toEqual([0, ['the revocation list of manufacturer']])
  expect([...unopened.values()].map(({ hint }) => hint).join()).toContain(holders.issuer.recipient)
})

it('renews no certificate of a revoked identity', async () => {
  const { made, left } = await renewed(revoking({ identity: 'peer2' }), 'manufacturer/peer2', 'manufacturer/peer1')
  expect([...made.keys()]).toContain(`${folder}/peer1/sign.crt`)
  expect(left).toMatchObject([
    { name: 'manufacturer/peer2', reason: 'it is revoked: a new certificate for its key would not be revoked' },
  ])
})

it('lets a certificate of a revoked identity expire', async () => {
  const due = { within: 2 * 365 * 24 * 60 * 60 * 1000 }
  const { made, left } = await renew(renewals(revoking({ identity: 'peer2' })), files, {
    wanted: due,
    organization: 'manufacturer',
    random: seededRandom('due'),
    now: () => new Date('2026-11-24T00:00:00Z'),
    keyring: keyringFor(holders.issuer),
  })
  expect([...made.keys()]).toContain(`${folder}/peer1/sign.crt`)
  expect([...made.keys(), ...left.map(({ name }) => name)].filter((name) => name.includes('/peer2'))).toEqual([])
})

it('comes into nodes and, with words, into the update of a channel', async () => {
  const now = revoking({ identity: 'peer2' })
  const { made } = await make(now, { files, holder: holders.issuer })
  const material = materialOf(new Map([...files, ...made]))
  const [channel] = now.top.channels
  const node = now.nodes.find(({ name, organization }) => name === 'peer1' && organization.name === 'manufacturer')
  if (channel === undefined || node === undefined) throw new Error('there is neither channel nor node')

  const overlay = nodeOverlay(node, { network: now, cluster: 'eu', material, addressOf: outside, outside })
  expect(overlay.files['revoked.crl']).toBe(made.get(pathIn(now)))
  expect(JSON.stringify(overlay.patches)).toContain('{"key":"revoked.crl","path":"crls/revoked.pem"}')

  const before = desiredConfig(channelInput(network, channel, materialOf(files), outside))
  const after = desiredConfig(channelInput(now, channel, material, outside))
  const sets = updateSets(before, after)
  const serial = serialOf(files.get(`${folder}/peer2/sign.crt`))
  const shown = shortDigest(Buffer.from(made.get(pathIn(now)) ?? ''))
  const [added, removed] = ['added', 'removed'].map((what) => `revocation list of ManufacturerMSP ${shown} is ${what}`)
  const words = `certificate ${serial} of ManufacturerMSP is revoked`
  expect(sets === undefined ? [] : describeUpdate(before, sets)).toEqual(
    [added, words, added, words], // as a member, and as an orderer
  )
  const back = updateSets(after, before)
  expect(back === undefined ? [] : describeUpdate(after, back)).toEqual([
    removed,
    `${words} no more`,
    removed,
    `${words} no more`,
  ])
})

it('keeps an update from being made without the list', () => {
  const now = revoking({ identity: 'peer2' })
  const [channel] = now.top.channels
  expect(channel === undefined ? [] : missingLists(now, channel, materialOf(files))).toEqual([pathIn(now)])
})
