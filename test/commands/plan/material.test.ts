import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keys } from '../../../src/commands/keys.ts'
import { render } from '../../../src/commands/render.ts'
import { systemRandom } from '../../../src/material/random.ts'
import { seal } from '../../../src/material/sops.ts'
import { dumpYaml } from '../../../src/yaml.ts'
import { tools } from '../../bed/tools/tool.ts'
import { type Holder, holder } from '../../material/sops-tool.ts'
import { keyringOf } from '../../material/unsealing.ts'
import { git, onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { carrierNodes, definition, type Holders, keyFiles, makeHolders } from '../definition.ts'
import { recordingPorts } from '../recording-ports.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

let holders: Holders
let issuer: Holder
let directory: string
beforeAll(async () => {
  holders = await makeHolders()
  issuer = await holder()
})
beforeEach(() => onlyConfiguration())

const lock = 'network.lock.yaml'
const network = 'network.yaml'
const read = (path: string): Promise<string> => readFile(join(directory, path), 'utf8')
const edit = async (path: string, change: (text: string) => string): Promise<void> =>
  writeFiles(directory, { [path]: change(await read(path)) })
/** Without the lines that name a path. */
const forget = (...paths: readonly string[]): Promise<void> =>
  edit(lock, (text) =>
    text
      .split('\n')
      .filter((line) => !paths.some((path) => line.includes(path)))
      .join('\n'),
  )
const rendering = () => render({ network, check: false, standIns: false }, recordingPorts(directory))
const kinds = /^(?:danger|caution) (?:lock|sealed|public|authority|material)-/

async function ownRisks(): Promise<readonly string[]> {
  await save(directory)
  const { risks, findings } = await planIn(directory)
  expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([])
  return risks.filter((risk) => kinds.test(risk))
}

const rpc1 = keyFiles('us', 'carrier', 'rpc1')

describe('of a network of Besu', () => {
  const merged = mergedNetwork(() => ({ [network]: definition(holders) }))
  beforeEach(async () => {
    directory = await merged.change()
  })

  it.each<[string, () => Promise<unknown>, readonly (string | RegExp)[]]>([
    [
      'the private half of a key is replaced alone',
      async () => {
        const { metadata } = load(await read(rpc1.sealed)) as {
          metadata: { name: string; namespace: string; labels: Record<string, string> }
        }
        const entries = { key: `0x${'1'.repeat(64)}` }
        const text = await seal(
          { ...metadata, entries },
          [holders.us.recipient, holders.carrier.recipient],
          systemRandom,
          new Date(),
        )
        await writeFiles(directory, { [rpc1.sealed]: text })
        await forget(rpc1.sealed)
      },
      [/^danger sealed-changed carrier: another private half with the same public one: carrier\/rpc1 /],
    ],
    [
      'it is encrypted again, with the same content',
      async () => {
        await edit(rpc1.sealed, (text) => text.replace(/-----BEGIN AGE[\s\S]*?END AGE ENCRYPTED FILE-----/, 'other'))
        await forget(rpc1.sealed)
      },
      ['caution sealed-changed carrier: private half encrypted for others, with the same content: carrier/rpc1'],
    ],
    [
      'both halves go',
      async () => {
        await rm(join(directory, rpc1.sealed))
        await rm(join(directory, rpc1.public))
        await forget(rpc1.sealed, rpc1.public)
      },
      ['danger material-removed carrier: gone, and made anew on merge: carrier/rpc1; private half gone: carrier/rpc1'],
    ],
    [
      'they go with their node',
      async () => {
        await edit(network, () =>
          definition(holders, { carrierNodes: carrierNodes.filter(({ name }) => name !== 'rpc1') }),
        )
        await rm(join(directory, rpc1.sealed))
        await rm(join(directory, rpc1.public))
        await forget(rpc1.sealed, rpc1.public)
      },
      ['caution material-removed carrier: gone, but for the history of Git: carrier/rpc1'],
    ],
    [
      'the lock goes',
      () => rm(join(directory, lock)),
      [
        /^danger lock-changed network\.lock\.yaml: network\.lock\.yaml is gone: \d+ ports, \d+ digests of material and \d+ records? of what the ledger was asked for are forgotten/,
      ],
    ],
    [
      'a port goes out of the lock',
      () => forget('carrier/rpc1/'),
      [/^danger lock-changed network\.lock\.yaml\/ports: 1 line .*\(us carrier\/rpc1\/p2p\)/],
    ],
    [
      'a port in the lock is another one',
      () => edit(lock, (text) => text.replace(/(manufacturer\/validator1\/p2p: )\d+/, '$115099')),
      [
        'danger lock-changed network.lock.yaml/ports: 1 line of ports in network.lock.yaml is not what the merge would write (eu manufacturer/validator1/p2p): other parties know the ports that were recorded',
      ],
    ],
    [
      'a port is chosen for a node that comes',
      async () => {
        await edit(network, () =>
          definition(holders, { carrierNodes: [...carrierNodes, { name: 'rpc2', role: 'rpc' }] }),
        )
        await edit(lock, (text) => text.replace(/( +)(carrier\/rpc1\/p2p: \d+\n)/, '$1$2$1carrier/rpc2/p2p: 15077\n'))
      },
      [/^caution lock-changed network\.lock\.yaml\/ports: 1 line of ports .*\(us carrier\/rpc2\/p2p\)/],
    ],
    [
      'a digest goes, and its file does not',
      () => forget(rpc1.public),
      [/^caution lock-changed network\.lock\.yaml\/material: 1 line .*\(material\/public\/carrier\/rpc1\.yaml\)/],
    ],
    [
      'what the ledger was asked for is another thing',
      () => edit(lock, (text) => `${text}ledger:\n  validators:\n    carrier/validator3: "no"\n`),
      [/^caution lock-changed network\.lock\.yaml\/ledger: 1 line /],
    ],
  ])('%s', async (_name, attack, expected) => {
    await attack()
    expect(await ownRisks()).toEqual(
      expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    )
  })

  it('a node that comes with its keys, its ports and all that is rendered is none of this', async () => {
    await edit(network, () => definition(holders, { carrierNodes: [...carrierNodes, { name: 'rpc2', role: 'rpc' }] }))
    expect(await ownRisks()).toEqual([])
    await keys({ network }, recordingPorts(directory))
    expect(await ownRisks()).toEqual([])
    expect(await rendering()).toMatchObject({ status: 0 })
    expect(await ownRisks()).toEqual([])
  })

  it('nor is an organization that comes', async () => {
    await edit(network, (text) =>
      text.replace(
        /^( *)- name: carrier$/m,
        '$1- name: retailer\n$1  cluster: eu\n$1  nodes:\n$1    - name: rpc1\n$1      role: rpc\n$1- name: carrier',
      ),
    )
    await keys({ network }, recordingPorts(directory))
    expect(await rendering()).toMatchObject({ status: 0 })
    expect(await ownRisks()).toEqual([])
  })

  it('what the ledger was asked for is forgotten', async () => {
    await edit(network, (text) =>
      text.replace(/^( *)- name: validator3$/m, '$1- name: validator3\n$1  validator: false'),
    )
    await keys({ network }, recordingPorts(directory))
    expect(await rendering()).toMatchObject({ status: 0 })
    expect(await ownRisks()).toEqual([])
    await git(directory, 'branch', '--force', 'main', 'change')
    expect(await read(lock)).toContain('ledger:')
    await edit(lock, (text) => text.replace(/ledger:[\s\S]*/, ''))
    expect(await ownRisks()).toEqual([
      expect.stringMatching(/^danger lock-changed network\.lock\.yaml\/ledger: 2 lines /),
    ])
  })

  it('the same is found when the base has errors', async () => {
    await rm(join(directory, rpc1.sealed))
    await rm(join(directory, rpc1.public))
    await rm(join(directory, lock))
    const before = await read(network)
    await writeFiles(directory, { [network]: 'version: 1\n' })
    await save(directory)
    expect(before).not.toBe('')
    await writeFiles(directory, { [network]: before })
    expect(await ownRisks()).toHaveLength(2)
  })
})

describe('of a network of Fabric', () => {
  const merged = mergedNetwork(() => ({
    [network]: dumpYaml({
      version: 1,
      name: 'trade',
      platform: 'fabric',
      platformVersion: '2.5.16',
      clusters: [{ name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [holders.eu.recipient] }],
      organizations: ['carrier', 'retailer'].map((name) => ({
        name,
        cluster: 'eu',
        issuerRecipients: [issuer.recipient],
        nodes: [
          ...['orderer1', 'orderer2'].map((orderer) => ({ name: orderer, role: 'orderer' })),
          { name: 'peer1', role: 'peer' },
        ],
      })),
      channels: [{ name: 'assets', members: ['carrier', 'retailer'] }],
    }),
  }))
  const later = () => ({
    ...recordingPorts(directory),
    now: () => new Date('2027-11-01T12:00:00Z'),
    keyring: () => keyringOf(issuer),
  })
  beforeEach(async () => {
    directory = await merged.change()
  })

  it('certificates that are renewed are none of this', async () => {
    const renewed = await keys({ network, renew: ['carrier/peer1', 'retailer/orderer1'] }, later())
    expect(renewed.files).toEqual(expect.arrayContaining(['material/public/carrier/peer1/tls.crt', lock]))
    expect(await ownRisks()).toEqual([])
    expect(await rendering()).toMatchObject({ status: 0 })
    expect(await ownRisks()).toEqual([])
  })

  it('the key of an authority that comes after its certificate is', async () => {
    const sealed = 'material/sealed/issuers/carrier/ca.yaml'
    const text = await read(sealed)
    await rm(join(directory, sealed))
    await forget(sealed)
    expect(await ownRisks()).toEqual(['danger material-removed carrier: private half gone: carrier identity authority'])
    await git(directory, 'branch', '--force', 'main', 'change')
    await writeFiles(directory, { [sealed]: text })
    expect(await ownRisks()).toEqual([
      'danger sealed-changed carrier: private half that comes for a public one that was there: carrier identity authority',
    ])
  })

  it("an administrator's certificate that is another organization's does not pass", async () => {
    const [own, others] = ['carrier', 'retailer'].map((name) => `material/public/${name}/administrators/eu/sign.crt`)
    await writeFiles(directory, { [own ?? '']: await read(others ?? '') })
    await forget(own ?? '')
    await save(directory)
    const { status, findings, risks } = await planIn(directory, 'danger')
    expect(status).toBe(1)
    expect([...findings.filter((finding) => finding.startsWith('error')), ...risks].join('\n')).toMatch(
      /material\/public\/carrier\/administrators\/eu\/sign\.crt|public-changed carrier/,
    )
  })

  it('nor is a peer that comes', async () => {
    await edit(network, (text) =>
      text.replace(/^( *)- name: peer1$/m, '$1- name: peer2\n$1  role: peer\n$1- name: peer1'),
    )
    await keys({ network }, later())
    expect(await rendering()).toMatchObject({ status: 0 })
    expect(await ownRisks()).toEqual([])
  })

  it('the key of an authority that is replaced alone is', async () => {
    const sealed = 'material/sealed/issuers/carrier/ca.yaml'
    await edit(sealed, (text) => text.replace(/data:[A-Za-z0-9+/]{8}/, 'data:AAAAAAAA'))
    await forget(sealed)
    expect(await ownRisks()).toEqual([
      expect.stringMatching(
        /^danger sealed-changed carrier: another private half with the same public one: carrier identity authority/,
      ),
    ])
  })
})
