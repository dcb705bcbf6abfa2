import { execFileSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBases } from '../../../../src/bases.ts'
import { listAt } from '../../../../src/cluster/objects.ts'
import { inspect } from '../../../../src/commands/inspect.ts'
import { withMaterial } from '../../../../src/commands/keys.ts'
import { type PlatformCommandOptions, platformCommand } from '../../../../src/commands/platform-command.ts'
import type { CommandPorts } from '../../../../src/commands/ports.ts'
import { renderTree } from '../../../../src/commands/render.ts'
import { textOf, toBytes, toText } from '../../../../src/file-content.ts'
import { type Keyring, noKeys } from '../../../../src/material/identities.ts'
import { openSealed } from '../../../../src/material/open.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { ageIdentity } from '../../../../src/material/sops.ts'
import { readPrivateKeyPem } from '../../../../src/material/x509/key.ts'
import { readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import type { Changes } from '../../../../src/repository/files.ts'
import { filesOnly } from '../../../commands/files-only.ts'
import { holder } from '../../../material/sops-tool.ts'
import { memoryFiles } from '../../../memory-files.ts'
import { noRepository } from '../../../no-repository.ts'
import { silentReporter } from '../../../report/silent.ts'
import { signedBlock } from '../channel/signed-block.ts'

const three = readFileSync(join(import.meta.dirname, '../../../golden/fabric/network.yaml'), 'utf8')
const two = three
  .replace('members: [manufacturer, carrier, retailer]', 'members: [manufacturer, carrier]')
  .replace(", 'RetailerMSP.peer'", '')
const network = 'network.yaml'
const updates = 'material/public/channels/trade/updates/0001'
const administrator = 'material/sealed/us/carrier/administrator.yaml'
const peer = 'material/sealed/us/carrier/peer1.yaml'
const orderer = 'material/sealed/eu/manufacturer/orderer1.yaml'
const random = seededRandom('commands')
const now = () => new Date('2026-11-25T00:00:00Z')

const recipients = new Map<string, string>()
let keyring: Keyring = noKeys
let material: Readonly<Record<string, string>> = {}

const own = (text: string): string =>
  text.replaceAll(/age1[a-z0-9]{50,}/g, (recipient) => recipients.get(recipient) ?? '')

// A channel of two, whose keys are all at hand.
beforeAll(async () => {
  const identities: string[] = []
  for (const recipient of new Set(three.match(/age1[a-z0-9]{50,}/g))) {
    const key = await holder()
    recipients.set(recipient, key.recipient)
    identities.push(key.identity)
  }
  keyring = {
    identities: (await Promise.all(identities.map(ageIdentity))).flatMap((identity) => identity ?? []),
    passedOver: [],
  }
  const { checked } = await inspect({ network }, memoryFiles({ [network]: own(two) }))
  if (checked === undefined) throw new Error('the definition has errors')
  material = Object.fromEntries(
    (await withMaterial(checked, { network }, { random, now, keyring: async () => keyring })).made,
  )
})

/** A folder in memory, and what its commands say. */
function folder(definition: string, answer: boolean | 'nobody' = true) {
  const files = new Map(Object.entries({ ...material, [network]: own(definition) }))
  const said: string[] = []
  const ports = (age: Keyring) => ({
    files: {
      read: async (path: string) => textOf(files, path),
      readBytes: async (path: string) => (files.has(path) ? toBytes(files.get(path) ?? '') : undefined),
      list: async (below: string) => [...files.keys()].filter((path) => path.startsWith(`${below}/`)).sort(),
      alone: <Result>(work: () => Promise<Result>) => work(),
      change: async ({ written, removed }: Changes) => {
        for (const path of removed) files.delete(path)
        for (const [path, content] of written) files.set(path, toText(content))
      },
    },
    reporter: { ...silentReporter, say: (text: string) => void said.push(text) },
    repository: noRepository,
    random,
    now,
    keyring: async () => age,
    bases: readBases,
    buildRoots: async () =>
      ({ built: new Map(), broken: [] }) satisfies Awaited<ReturnType<CommandPorts['buildRoots']>>,
    confirm: async (question: string) => {
      said.push(question)
      return answer === 'nobody' ? undefined : answer
    },
    ...filesOnly,
    readFile: async (path: string) => (files.has(path) ? Buffer.from(files.get(path) ?? '', 'base64') : undefined),
  })
  const tree = async () => {
    const { checked } = await inspect({ network }, ports(keyring).files)
    if (checked === undefined) throw new Error('the definition has errors')
    return renderTree(checked, { bases: readBases, repository: noRepository })
  }
  return {
    files,
    added: () => [...files.keys()].filter((path) => path.startsWith('material/') && !(path in material)).sort(),
    define: (text: string) => void files.set(network, own(text)),
    said,
    run: async (words: string, organization?: string, age = keyring, extras: Partial<PlatformCommandOptions> = {}) => {
      said.length = 0
      const [name, given] = /^(channel \w+|chaincode \w+|connection-profile) ?(.*)$/.exec(words)?.slice(1) ?? []
      await platformCommand(
        {
          network,
          name: name ?? '',
          given: (given ?? '').split(' ').filter(Boolean),
          ...(organization === undefined ? {} : { organization }),
          ...extras,
        },
        ports(age),
      )
      return [...said]
    },
    chaincode: async (folder: string) => {
      const own = [...(await tree())].filter(
        ([path]) => path.includes(`/clusters/${folder}/`) && /\bchaincode-/.test(path),
      )
      return {
        jobs: own.filter(([path]) => path.endsWith('/job.yaml')).length,
        images: own.flatMap(([, content]) => /image: (\S*assets\S*)/.exec(toText(content))?.[1] ?? []),
      }
    },
    /** Containers of chaincode servers. */
    containers: async (folder: string) =>
      [...(await tree())].flatMap(([path, content]) =>
        path.includes(`/clusters/${folder}/`) && path.endsWith('/chaincode.yaml')
          ? loadAll(toText(content)).flatMap((object) => listAt(object, 'spec', 'template', 'spec', 'containers'))
          : [],
      ),
    /** Messages about open updates. */
    notices: async () =>
      (await inspect({ network }, ports(keyring).files)).findings
        .filter(({ rule }) => rule === 'channel-update-open')
        .map(({ message }) => message),
    readme: async () => textOf(await tree(), 'deploy/README.md'),
    jobs: async () => {
      return [...(await tree()).keys()].flatMap(
        (path) => /(\w+\/\w+\/jobs\/update[^/]*)\/job\.yaml/.exec(path)?.[1] ?? [],
      )
    },
  }
}

describe('a channel that gets a member', () => {
  it('is updated, signed by a majority, and then submitted by one Job', async () => {
    const { define, run, jobs, notices, readme, added } = folder(two)
    define(three)
    expect(await run('channel update trade')).toEqual([
      `wrote ${updates}/update.yaml`,
      'organization RetailerMSP joins the channel',
      'anchor peer of RetailerMSP peer1.retailer.eu.supplychain.example.com:15005 is added',
      expect.stringMatching(/^authority of RetailerMSP [0-9a-f]{16} is added$/),
      expect.stringMatching(/^TLS authority of RetailerMSP [0-9a-f]{16} is added$/),
      '/Channel/Application/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP and ManufacturerMSP',
    ])
    expect(await run('channel sign trade', 'manufacturer')).toEqual([
      'update 1 changes channel trade:',
      '  organization RetailerMSP joins the channel',
      '  anchor peer of RetailerMSP peer1.retailer.eu.supplychain.example.com:15005 is added',
      expect.stringMatching(/^ {2}authority of RetailerMSP/),
      expect.stringMatching(/^ {2}TLS authority of RetailerMSP/),
      'afterwards some can satisfy what they cannot today:',
      '  policy Application/Admins: CarrierMSP and RetailerMSP together or ManufacturerMSP and RetailerMSP together',
      '  policy Application/Endorsement: CarrierMSP and RetailerMSP together or ManufacturerMSP and RetailerMSP together',
      '  policy Application/LifecycleEndorsement: CarrierMSP and RetailerMSP together or ManufacturerMSP and RetailerMSP together',
      'signatures, by policy:',
      '  /Channel/Application/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP and ManufacturerMSP',
      'Sign this for manufacturer, with material/sealed/eu/manufacturer/administrator.yaml?',
      'signed with material/sealed/eu/manufacturer/administrator.yaml',
      `wrote ${updates}/signatures/ManufacturerMSP.yaml`,
      '/Channel/Application/Admins has 1 of 2 signatures, from ManufacturerMSP; 1 is missing, from CarrierMSP',
    ])
    expect(await notices()).toEqual([
      'update 1 of channel trade waits for signatures: /Channel/Application/Admins has 1 of 2 signatures, from ManufacturerMSP; 1 is missing, from CarrierMSP',
    ])
    expect(await readme()).toContain('| trade | 1 | `/Channel/Application/Admins` | ManufacturerMSP | CarrierMSP | 1 |')
    await expect(run('channel sign trade', 'manufacturer')).rejects.toMatchObject({
      message: 'no update of the channel "trade" waits for the signature of ManufacturerMSP',
      hint: '/Channel/Application/Admins has 1 of 2 signatures, from ManufacturerMSP; 1 is missing, from CarrierMSP',
    })
    expect((await run('channel update trade')).at(-1)).toBe(
      '/Channel/Application/Admins has 1 of 2 signatures, from ManufacturerMSP; 1 is missing, from CarrierMSP',
    )
    expect(await jobs()).toEqual([])
    expect((await run('channel sign trade', 'carrier')).slice(-2)).toEqual([
      '/Channel/Application/Admins has enough signatures, from CarrierMSP and ManufacturerMSP',
      'it is complete: a Job submits it after the merge',
    ])
    expect(await notices()).toEqual([])
    expect(await readme()).not.toContain('Signatures of channel updates')
    expect(await jobs()).toEqual(['us/carrier/jobs/update-trade-1'])
    expect(added()).toEqual([
      `${updates}/signatures/CarrierMSP.yaml`,
      `${updates}/signatures/ManufacturerMSP.yaml`,
      `${updates}/update.yaml`,
    ])
    expect(await run('channel update trade')).toEqual(['the channel trade matches the definition'])
  })

  it('is submitted by the Job of another member where the first has its keys elsewhere, and by none where all have', async () => {
    const elsewhere = (...names: readonly string[]): string =>
      names.reduce(
        (text, name) => text.replace(`name: ${name}\n`, `name: ${name}\n    administrators: {keys: elsewhere}\n`),
        three,
      )
    const { files, define, run, jobs } = folder(two)
    define(three)
    await run('channel update trade')
    await run('channel sign trade', 'manufacturer')
    define(elsewhere('carrier', 'manufacturer', 'retailer'))
    expect(await run('channel sign trade', 'carrier')).toEqual(
      expect.arrayContaining([
        'signed with a certificate for an hour, issued with material/sealed/issuers/carrier/ca.yaml',
        '/Channel/Application/Admins has enough signatures, from CarrierMSP and ManufacturerMSP',
        'it is complete: a member must submit it with `peer channel update`, as no Job does',
      ]),
    )
    expect(await jobs()).toEqual([])
    define(elsewhere('carrier'))
    expect(await jobs()).toEqual(['eu/manufacturer/jobs/update-trade-1'])
    expect(files.has(`${updates}/signatures/CarrierMSP.yaml`)).toBe(true)
  })

  it('is updated anew when the definition changes before all have signed: signatures go', async () => {
    const { define, run, added } = folder(two)
    define(three)
    await run('channel update trade')
    await run('channel sign trade', 'manufacturer')
    expect((await run('channel update trade'))[0]).toBe('update 1 is this already')
    define(three.replace('carrier, retailer]', 'carrier, retailer]\n    batch: {timeout: 1s}'))
    expect(await run('channel update trade')).toEqual([
      `replaced ${updates}/update.yaml`,
      'organization RetailerMSP joins the channel',
      'anchor peer of RetailerMSP peer1.retailer.eu.supplychain.example.com:15005 is added',
      expect.stringMatching(/^authority of RetailerMSP [0-9a-f]{16} is added$/),
      expect.stringMatching(/^TLS authority of RetailerMSP [0-9a-f]{16} is added$/),
      'batch timeout: 2s → 1s',
      '/Channel/Application/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP and ManufacturerMSP',
      expect.stringMatching(/^\/Channel\/Orderer\/\S+ has 0 of /),
    ])
    expect(added()).toEqual([`${updates}/update.yaml`])
    define(two)
    expect(await run('channel update trade')).toEqual([
      'the channel trade matches the definition',
      'update 1 is withdrawn',
    ])
    expect(added()).toEqual([])
  })
})

describe('a signature', () => {
  async function open(answer?: boolean | 'nobody') {
    const one = folder(two, answer)
    one.define(three)
    await one.run('channel update trade')
    return one
  }
  const signature = `${updates}/signatures/CarrierMSP.yaml`
  const holderOf = (recipient: string | undefined): Keyring => ({
    identities: keyring.identities.filter((_, at) => [...recipients.values()][at] === recipients.get(recipient ?? '')),
    passedOver: [],
  })
  const pem = (path: string): string => Buffer.from(path).toString('base64')

  it('can be of a key in no cluster, certified as the documentation shows', async () => {
    const documentation = readFileSync(join(import.meta.dirname, '../../../../docs/platforms/fabric.md'), 'utf8')
    const [, commands = ''] = /```sh\n(openssl ecparam[\s\S]*?)```/.exec(documentation) ?? []
    const path = 'material/sealed/issuers/carrier/ca.yaml'
    const authority = await openSealed(path, material[path] ?? '', keyring)
    const { run, files, define } = await open()
    define(three.replace('name: carrier\n', 'name: carrier\n    administrators: {keys: elsewhere}\n'))
    const place = mkdtempSync(join(tmpdir(), 'administrator-'))
    try {
      writeFileSync(join(place, 'ca.crt'), material['material/public/carrier/ca.crt'] ?? '')
      writeFileSync(join(place, 'ca.key'), authority['authority.key'] ?? '')
      execFileSync('sh', ['-euc', commands], { cwd: place, stdio: 'pipe' })
      for (const file of ['admin.key', 'admin.crt']) files.set(file, pem(readFileSync(join(place, file), 'utf8')))
    } finally {
      rmSync(place, { recursive: true })
    }
    const given = { key: 'admin.key', certificate: 'admin.crt' }
    expect(await run('channel sign trade', 'carrier', noKeys, given)).toContain('signed with admin.key')
    expect(files.has(signature)).toBe(true)
  })

  it('is not made when the person does not agree', async () => {
    const { run, files } = await open(false)
    expect((await run('channel sign trade', 'carrier')).at(-1)).toBe('nothing was signed')
    expect(files.has(signature)).toBe(false)
  })

  it('is not made where nobody can be asked, but with --yes', async () => {
    const { run, files, said } = await open('nobody')
    await expect(run('channel sign trade', 'carrier')).rejects.toThrow(/^confirmation needs a terminal$/)
    expect(said).toContain('  organization RetailerMSP joins the channel')
    expect(files.has(signature)).toBe(false)
    await run('channel sign trade', 'carrier', keyring, { yes: true })
    expect(files.has(signature)).toBe(true)
  })

  it('needs no key of a cluster: the issuers of the organization can make it', async () => {
    const issuers = /name: carrier[\s\S]*?issuerRecipients: \[(age1\w+)\]/.exec(three)?.[1]
    const { run, files } = await open()
    expect(await run('channel sign trade', 'carrier', holderOf(issuers))).toContain(
      'signed with a certificate for an hour, issued with material/sealed/issuers/carrier/ca.yaml',
    )
    const { checked } = await inspect({ network }, memoryFiles(Object.fromEntries(files)))
    expect(checked).toBeDefined()
  })

  it('can be of a key that is given, as OpenSSL writes it', async () => {
    const entries = await openSealed(administrator, material[administrator] ?? '', keyring)
    const sec1 = createPrivateKey(entries['sign.key'] ?? '').export({ type: 'sec1', format: 'pem' })
    const { run, files } = await open()
    files.set('admin.key', pem(String(sec1)))
    files.set('admin.crt', pem(`${material['material/public/carrier/administrators/us/sign.crt']}${String(sec1)}`))
    const given = { key: 'admin.key', certificate: 'admin.crt' }
    expect(await run('channel sign trade', 'carrier', noKeys, given)).toContain('signed with admin.key')
    const made = Buffer.from(/signature: (\S+)/.exec(files.get(signature) ?? '')?.[1] ?? '', 'base64').toString(
      'latin1',
    )
    expect(made).toContain('BEGIN CERTIFICATE')
    expect(made).not.toContain('PRIVATE')
    expect((await inspect({ network }, memoryFiles(Object.fromEntries(files)))).checked).toBeDefined()
  })

  it.each<[string, (files: Map<string, string>) => void, Partial<PlatformCommandOptions>, RegExp]>([
    ['a key without its certificate', () => undefined, { key: 'admin.key' }, /^--key needs --certificate$/],
    ['a certificate without its key', () => undefined, { certificate: 'a' }, /^--certificate needs --key$/],
    [
      'what is no key',
      (files) => void files.set('admin.key', pem('hello')),
      { key: 'admin.key', certificate: 'admin.crt' },
      /^admin\.key is not a readable private key$/,
    ],
    [
      'another kind of key',
      (files) =>
        void files.set(
          'admin.key',
          pem(String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))),
        ),
      { key: 'admin.key', certificate: 'admin.crt' },
      /^admin\.key is not a P-256 key$/,
    ],
    [
      'the certificate of another key',
      (files) => {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
        files.set('admin.key', pem(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))))
        files.set('admin.crt', pem(material['material/public/carrier/administrators/us/sign.crt'] ?? ''))
      },
      { key: 'admin.key', certificate: 'admin.crt' },
      /^admin\.crt is not the certificate of admin\.key$/,
    ],
  ])('is not made with %s', async (_what, change, given, message) => {
    const { run, files } = await open()
    change(files)
    await expect(run('channel sign trade', 'carrier', keyring, given)).rejects.toThrow(message)
    expect(files.has(signature)).toBe(false)
  })

  it('is not made with a key that the channel would not count', async () => {
    const entries = await openSealed(peer, material[peer] ?? '', keyring)
    const { run, files } = await open()
    files.set('peer.key', pem(entries['sign.key'] ?? ''))
    files.set('peer.crt', pem(material['material/public/carrier/peer1/sign.crt'] ?? ''))
    await expect(
      run('channel sign trade', 'carrier', noKeys, { key: 'peer.key', certificate: 'peer.crt' }),
    ).rejects.toThrow(
      /^the channel would ignore this signature of CarrierMSP: its certificate is not an administrator's/,
    )
    expect(files.has(signature)).toBe(false)
  })

  it('says what was tried where no key is at hand', async () => {
    const { run } = await open()
    await expect(run('channel sign trade', 'carrier', noKeys)).rejects.toThrow(
      /^no available key can sign for carrier: .*material\/sealed\/us\/carrier\/administrator\.yaml.*; .*material\/sealed\/issuers\/carrier\/ca\.yaml/,
    )
  })
})

it.each<[what: string, words: string, organization: string | undefined, age: Keyring | undefined, message: RegExp]>([
  ['a channel that is none', 'channel update trad', undefined, undefined, /^there is no channel "trad"$/],
  ['nobody to sign for', 'channel sign trade', undefined, undefined, /^chancery channel sign needs --organization$/],
  ['an organization that is none', 'channel sign trade', 'bank', undefined, /^there is no organization "bank"$/],
  [
    'one whose signature is not asked for',
    'channel sign trade',
    'retailer',
    undefined,
    /waits for the signature of RetailerMSP$/,
  ],
  ['somebody without the age key', 'channel sign trade', 'carrier', noKeys, /administrator/],
  ['a file that is not there', 'channel import trade block.pb', undefined, undefined, /^there is no file block\.pb$/],
  [
    'a profile of an organization that is none',
    'connection-profile bank',
    undefined,
    undefined,
    /^there is no organization "bank"$/,
  ],
  [
    'a command that no ledger has',
    'channel dance',
    undefined,
    undefined,
    /^Hyperledger Fabric has no command "channel dance"$/,
  ],
])('refuses %s', async (_what, words, organization, age, message) => {
  const { define, run, added } = folder(two)
  define(three)
  await run('channel update trade')
  const before = added()
  await expect(run(words, organization, age)).rejects.toThrow(message)
  expect(added()).toEqual(before)
})

it('says that nothing waits for signatures', async () => {
  await expect(folder(two).run('channel sign trade', 'carrier')).rejects.toThrow(/waits for signatures$/)
})

describe('a channel that was changed elsewhere', () => {
  const block = (text: string): string => /block: \|\n([\s\S]*)/.exec(text)?.[1] ?? ''

  /** A block after the first, as if the third had been let in elsewhere. */
  async function laterBlock(signs: boolean): Promise<string> {
    const { checked } = await inspect({ network }, memoryFiles({ [network]: own(three) }))
    if (checked === undefined) throw new Error('the definition has errors')
    const others = await withMaterial(checked, { network }, { random, now, keyring: async () => keyring })
    const text = block(others.made.get('material/public/channels/trade/genesis.yaml') ?? '')
    const { channel } = readConfigBlock(Buffer.from(text, 'base64')).state
    const entries = await openSealed(orderer, material[orderer] ?? '', keyring)
    const key = readPrivateKeyPem(entries['sign.key'] ?? '')
    if (key === undefined) throw new Error('the orderer has a key')
    const certificate = material['material/public/manufacturer/orderer1/sign.crt'] ?? ''
    const signers = signs ? [{ mspId: 'ManufacturerMSP', certificate, privateKey: key.privateKey }] : []
    return signedBlock({ channel: 'trade', number: 5, state: { sequence: 1, channel }, signers }).toString('base64')
  }

  it('is what its block says; later updates begin there', async () => {
    const { files, run, added } = folder(two)
    files.set('config.block', await laterBlock(true))
    expect((await run('channel import trade config.block')).filter((line) => !line.includes('RetailerMSP'))).toEqual([
      `wrote ${updates}/imported.yaml: block 5, configuration 1`,
      'the block follows the recorded configuration: /Channel/Orderer/BlockValidation has 1 valid signature, from ManufacturerMSP',
      '`chancery channel update trade` writes the update from this configuration to the definition',
    ])
    expect(added()).toEqual([`${updates}/imported.yaml`])
    expect((await run('channel update trade')).slice(0, 2)).toEqual([
      'wrote material/public/channels/trade/updates/0002/update.yaml',
      'organization RetailerMSP leaves the channel',
    ])
  })

  it('names an open update that is superseded, and who signed it', async () => {
    const { files, define, run } = folder(two)
    files.set('config.block', await laterBlock(true))
    define(two.replace('carrier]', 'carrier]\n    batch: {timeout: 1s}'))
    await run('channel update trade')
    await run('channel sign trade', 'manufacturer')
    expect(await run('channel import trade config.block')).toContainEqual(
      expect.stringMatching(
        /^update 1 was written before this configuration, and is not submitted any more: \/Channel\/Orderer\/Admins has 1 of 2 signatures, from ManufacturerMSP; 1 is missing/,
      ),
    )
  })

  it('is not what a block says that no orderer signed', async () => {
    const { files, run, added } = folder(two)
    files.set('config.block', await laterBlock(false))
    await expect(run('channel import trade config.block')).rejects.toThrow(
      /^config\.block cannot be trusted: block 5 lacks signatures of orderers/,
    )
    expect(added()).toEqual([])
  })

  it('is left as it is when it was not', async () => {
    const { files, run, added } = folder(two)
    files.set('config.block', block(files.get('material/public/channels/trade/genesis.yaml') ?? ''))
    expect(await run('channel import trade config.block')).toEqual([
      'what is recorded of the channel trade is what the block says',
    ])
    expect(added()).toEqual([])
  })

  it('is not what some file says', async () => {
    const { files, run } = folder(two)
    files.set('config.block', Buffer.from('hello').toString('base64'))
    await expect(run('channel import trade config.block')).rejects.toThrow(
      /^config\.block is not a configuration block: /,
    )
  })
})

describe('an organization that approves chaincodes itself', () => {
  const explicit = three.replace('  - name: carrier\n', '  - name: carrier\n    approvals: explicit\n')
  const approvals = 'material/public/carrier/approvals.yaml'
  const image = /image: (\S*assets\S*)/.exec(three)?.[1] ?? ''

  it('has no Job and no server of one that it has not approved; others have', async () => {
    const { chaincode } = folder(explicit)
    expect(await chaincode('us/carrier')).toEqual({ jobs: 0, images: [] })
    expect((await chaincode('eu/manufacturer')).jobs).toBe(1)
  })

  it('has them when it approved what it was shown', async () => {
    const { run, chaincode, added } = folder(explicit)
    const said = await run('chaincode approve assets', 'carrier')
    expect(said[0]).toBe('chaincode assets of channel trade, for the first time:')
    expect(said).toContain(`  image: none → ${image}`)
    expect(said.slice(-3)).toEqual([
      'Approve this for carrier?',
      `wrote ${approvals}: Jobs approve it for carrier after the merge`,
      '/Channel/Application/LifecycleEndorsement has enough approvals, from CarrierMSP, ManufacturerMSP and RetailerMSP',
    ])
    expect(added()).toEqual([approvals])
    expect(await chaincode('us/carrier')).toEqual({ jobs: 1, images: [image] })
    expect(await run('chaincode approve assets', 'carrier')).toEqual([
      'carrier has approved this already: nothing was written',
    ])
  })

  it('keeps the image that it approved when somebody writes another one, or another policy', async () => {
    const { run, define, chaincode } = folder(explicit)
    await run('chaincode approve assets', 'carrier')
    define(explicit.replace(image, `${image}-evil`))
    expect(await chaincode('us/carrier')).toEqual({ jobs: 0, images: [image] })
    define(explicit.replace(/endorsementPolicy: .*/, "endorsementPolicy: OR('ManufacturerMSP.peer')"))
    expect(await chaincode('us/carrier')).toEqual({ jobs: 0, images: [image] })
    const said = await run('chaincode approve assets', 'carrier')
    expect(said.slice(0, 2)).toEqual([
      'chaincode assets of channel trade, since carrier approved sequence 1:',
      expect.stringMatching(/^ {2}endorsement: .* → OR\('ManufacturerMSP\.peer'\)$/),
    ])
  })

  it('approves how the server runs, too, and keeps that', async () => {
    const withLevel = (level: string): string =>
      explicit.replace(image, `${image}\n    environment: {LEVEL: ${level}}\n    environmentFrom: [database]`)
    const { run, define, chaincode, containers } = folder(withLevel('info'))
    expect(await run('chaincode approve assets', 'carrier')).toContain(
      '  server: none → {"environment":{"LEVEL":"info"},"environmentFrom":["database"]}',
    )
    const approved = {
      envFrom: [{ secretRef: { name: 'database' } }],
      env: expect.arrayContaining([{ name: 'LEVEL', value: 'info' }]),
    }
    expect(await containers('us/carrier')).toMatchObject([approved])
    define(withLevel('debug'))
    expect(await chaincode('us/carrier')).toEqual({ jobs: 0, images: [image] })
    expect(await containers('us/carrier')).toMatchObject([approved])
    define(explicit)
    expect(await run('chaincode approve assets', 'carrier')).toContain(
      '  server: {"environment":{"LEVEL":"info"},"environmentFrom":["database"]} → none',
    )
    expect((await containers('us/carrier'))[0]).not.toHaveProperty('envFrom')
  })

  it('approves nothing when the person does not agree, or nobody can be asked', async () => {
    for (const [answer, outcome] of [
      [false, 'nothing was approved'],
      ['nobody', undefined],
    ] as const) {
      const { run, added } = folder(explicit, answer)
      const said = await run('chaincode approve assets', 'carrier').catch((error: Error) => error.message)
      expect(outcome === undefined ? said : said.at(-1)).toBe(outcome ?? 'confirmation needs a terminal')
      expect(added()).toEqual([])
    }
  })

  it('does not believe an approval whose words are others than its digest', async () => {
    const { run, files } = folder(explicit)
    await run('chaincode approve assets', 'carrier')
    files.set(approvals, (files.get(approvals) ?? '').replace(image, `${image}-evil`))
    const { findings } = await inspect({ network }, memoryFiles(Object.fromEntries(files)))
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'chaincode-approval', message: expect.stringContaining('whose digest does not match') },
    ])
  })

  it.each<[string, string, string, RegExp]>([
    ['an organization whose Jobs approve all', three, 'assets', /^the Jobs of carrier approve every chaincode/],
    ['a chaincode that is none', explicit, 'asset', /^no channel of carrier has a chaincode "asset"$/],
  ])('is not %s', async (_what, definition, name, message) => {
    await expect(folder(definition).run(`chaincode approve ${name}`, 'carrier')).rejects.toThrow(message)
  })
})

it('tells applications what they have to know, and nothing secret', async () => {
  const [text = ''] = await folder(three).run('connection-profile manufacturer')
  const profile = JSON.parse(text)
  expect(profile.organizations.manufacturer).toEqual({
    mspid: 'ManufacturerMSP',
    peers: ['peer1.manufacturer', 'peer2.manufacturer'],
    certificateAuthorities: ['ca.manufacturer'],
  })
  expect(profile.peers['peer2.manufacturer']).toEqual({
    url: 'grpcs://peer2.manufacturer.us.supplychain.example.com:15003',
    address: 'peer2.manufacturer.us.supplychain.example.com:15003',
    serverName: 'peer2.manufacturer.us.supplychain.example.com',
    tlsCACerts: { pem: material['material/public/manufacturer/tlsca.crt'] },
    grpcOptions: {
      'ssl-target-name-override': 'peer2.manufacturer.us.supplychain.example.com',
      hostnameOverride: 'peer2.manufacturer.us.supplychain.example.com',
    },
  })
  expect(profile.certificateAuthorities['ca.manufacturer'].url).toBe(
    'https://ca.manufacturer.eu.supplychain.example.com:15000',
  )
  expect(text).not.toMatch(/PRIVATE/)
})
