import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../../src/commands/commit.ts'
import { keys } from '../../../src/commands/keys.ts'
import { planMarkdown } from '../../../src/report/plan/markdown.ts'
import { dumpYaml } from '../../../src/yaml.ts'
import { tools } from '../../bed/tools/tool.ts'
import { type Holder, holder } from '../../material/sops-tool.ts'
import { keyringOf } from '../../material/unsealing.ts'
import { filesOf, git, onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition as besu, carrierNodes, type Holders, makeHolders } from '../definition.ts'
import { recordingPorts } from '../recording-ports.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

const network = 'network.yaml'
const lock = 'network.lock.yaml'

let holders: Holders
let carrier: Holder
let retailer: Holder
beforeAll(async () => {
  holders = await makeHolders()
  ;[carrier, retailer] = [await holder(), await holder()]
})
beforeEach(() => onlyConfiguration())

interface Change {
  readonly carrier?: object
  readonly retailerNodes?: readonly object[]
  readonly shipper?: boolean
  readonly channels?: readonly object[]
}

const nodes = [
  { name: 'orderer1', role: 'orderer' },
  { name: 'peer1', role: 'peer' },
]

const fabric = (change: Change = {}): string =>
  dumpYaml({
    version: 1,
    name: 'trade',
    platform: 'fabric',
    platformVersion: '2.5.16',
    clusters: [
      { name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [holders.eu.recipient] },
      { name: 'us', provider: 'gke', domain: 'us.example.com', recipients: [holders.us.recipient] },
    ],
    organizations: [
      { name: 'carrier', cluster: 'eu', issuerRecipients: [carrier.recipient], nodes, ...change.carrier },
      {
        name: 'retailer',
        cluster: 'eu',
        issuerRecipients: [retailer.recipient],
        nodes: [...nodes, ...(change.retailerNodes ?? [])],
      },
      ...(change.shipper === true
        ? [
            {
              name: 'shipper',
              cluster: 'eu',
              issuerRecipients: [retailer.recipient],
              nodes: [{ name: 'peer1', role: 'peer' }],
            },
          ]
        : []),
    ],
    channels: [{ name: 'assets', members: ['carrier', 'retailer'] }, ...(change.channels ?? [])],
  })

describe('a pull request of Fabric that needs the key of an issuer at its merge', () => {
  const merged = mergedNetwork(() => ({ [network]: fabric() }))
  let directory: string
  beforeEach(async () => {
    directory = await merged.change()
  })

  async function planned(change: Change) {
    await writeFiles(directory, { [network]: fabric(change) })
    await save(directory)
    const made = await planIn(directory)
    expect(made.all.filter(({ severity }) => severity === 'error')).toEqual([])
    return made
  }

  const needs = (organization: string, one: Holder, ...labels: readonly string[]): string =>
    `${organization} makes the keys of ${labels.map((label) => `\`${label}\``).join(' and ')} on this branch: their certificates need the age key of the issuers of ${organization} (\`${one.recipient}\`). Without this, the merge fails, unless its workflow has that age key`

  it.each<[string, Change, () => readonly string[]]>([
    [
      'a new node',
      { retailerNodes: [{ name: 'peer2', role: 'peer' }] },
      () => [needs('retailer', retailer, 'retailer/peer2')],
    ],
    [
      'the first node in a cluster, with its administrators',
      { retailerNodes: [{ name: 'peer2', role: 'peer', cluster: 'us' }] },
      () => [needs('retailer', retailer, 'retailer/peer2', 'retailer/administrators/us')],
    ],
    ['a client', { carrier: { clients: ['orders'] } }, () => [needs('carrier', carrier, 'carrier/clients/orders')]],
    [
      'a revocation',
      { carrier: { revoked: [{ serial: '0A0B' }] } },
      () => [needs('carrier', carrier, 'the revocation list of carrier')],
    ],
    [
      'nodes of two organizations',
      {
        carrier: { nodes: [...nodes, { name: 'peer2', role: 'peer' }] },
        retailerNodes: [{ name: 'peer2', role: 'peer' }],
      },
      () => [needs('carrier', carrier, 'carrier/peer2'), needs('retailer', retailer, 'retailer/peer2')],
    ],
    ['not a new organization, whose authorities the merge makes', { shipper: true }, () => []],
    [
      'not a new channel of nodes with certificates',
      { channels: [{ name: 'offers', members: ['carrier', 'retailer'] }] },
      () => [],
    ],
    [
      'not another setting of a node',
      { carrier: { nodes: nodes.map((node) => (node.role === 'peer' ? { ...node, anchor: true } : node)) } },
      () => [],
    ],
  ])('%s', async (_what, change, tasks) => {
    const { plan, all } = await planned(change)
    expect(plan?.beforeMerge.map(({ text }) => text)).toEqual(tasks())
    expect(all.filter(({ message }) => message.startsWith('the merge needs the age key'))).toHaveLength(tasks().length)
    if (plan !== undefined)
      expect(planMarkdown(plan).includes('### To do by hand before the merge')).toBe(tasks().length > 0)
  })

  it('fails at the merge with any other key, and asks for nothing once the organization has done it', async () => {
    const change: Change = { retailerNodes: [{ name: 'peer2', role: 'peer' }] }
    const { plan, findings } = await planned(change)
    expect(plan?.beforeMerge[0]?.commands).toEqual([
      'SOPS_AGE_KEY_FILE=<issuer.agekey> chancery keys --organization retailer',
    ])
    expect(findings).toContainEqual(
      expect.stringContaining(
        `the merge needs the age key of the issuers of retailer (${retailer.recipient}) for retailer/peer2`,
      ),
    )
    const as = (one: Holder) => ({ ...recordingPorts(directory), keyring: () => keyringOf(one) })
    expect(await commit({ network }, as(carrier))).toMatchObject({ status: 1 })
    expect(await git(directory, 'status', '--porcelain')).toBe('')
    expect(await keys({ network, organization: 'retailer' }, as(retailer))).toMatchObject({ status: 0 })
    await save(directory)
    expect((await planIn(directory)).plan?.beforeMerge).toEqual([])
    expect(await commit({ network }, as(carrier))).toMatchObject({ status: 0 })
  })

  it('warns where the organization keeps its authority elsewhere', async () => {
    for (const name of ['ca', 'tlsca', 'adminca'])
      await rm(join(directory, `material/sealed/issuers/retailer/${name}.yaml`))
    const text = (await filesOf(directory))[lock] ?? ''
    await writeFiles(directory, { [lock]: text.replace(/^ +material\/sealed\/issuers\/retailer\/.*\n/gm, '') })
    const { plan, findings } = await planned({ retailerNodes: [{ name: 'peer2', role: 'peer' }] })
    expect(plan?.beforeMerge).toEqual([
      {
        text: 'retailer issues the certificates of `retailer/peer2` with its own authority, and commits them with their sealed keys: the key of the authority is not in this repository, so the merge cannot make them',
        commands: [],
      },
    ])
    expect(findings).toContainEqual(
      expect.stringMatching(
        /^warning material-missing .*: the merge cannot make the certificates of retailer\/peer2: /,
      ),
    )
  })
})

describe('a pull request of an EVM ledger', () => {
  const merged = mergedNetwork(() => ({ [network]: besu(holders) }))

  it('needs no key: nothing is said', async () => {
    const directory = await merged.change()
    const more = [...carrierNodes, { name: 'rpc2', role: 'rpc' as const }]
    await writeFiles(directory, { [network]: besu(holders, { carrierNodes: more }) })
    await save(directory)
    const { plan, all } = await planIn(directory)
    expect(plan?.madeOnMerge).toEqual(['carrier/rpc2'])
    expect(plan?.beforeMerge).toEqual([])
    expect(all.filter(({ message }) => message.includes('age key of'))).toEqual([])
    expect(await commit({ network }, recordingPorts(directory))).toMatchObject({ status: 0 })
  })
})
