import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../src/commands/commit.ts'
import { type KeysOptions, keys } from '../../src/commands/keys.ts'
import { platformCommand } from '../../src/commands/platform-command.ts'
import type { Finding } from '../../src/network/finding.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { sshSigner } from '../consent/ssh-signer.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { definition as besu, makeHolders } from './definition.ts'
import { filesOnly } from './files-only.ts'
import { recordingPorts } from './recording-ports.ts'

const network = 'network.yaml'
const madeOn = '2026-11-23T12:00:00Z'
const dueOn = '2027-11-02T12:00:00Z'
const expiry = '2027-11-23T11:55:00Z'
const within = 30 * 24 * 60 * 60 * 1000
const expiring = { within }

interface Change {
  readonly carrierSigns?: boolean
  readonly newPeer?: boolean
  readonly batchTimeout?: string
}

let cluster: Holder
let carrier: Holder
let maker: Holder
/** Files of a network whose keys were made, by both issuers. */
let files: Readonly<Record<string, string>>

const definition = ({ carrierSigns = false, newPeer = false, batchTimeout }: Change = {}): string =>
  dumpYaml({
    version: 1,
    name: 'trade',
    platform: 'fabric',
    platformVersion: '2.5.16',
    clusters: [{ name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [cluster.recipient] }],
    organizations: [
      {
        name: 'carrier',
        cluster: 'eu',
        issuerRecipients: [carrier.recipient],
        ...(carrierSigns ? { signers: [sshSigner('alice').line] } : {}),
        nodes: [
          { name: 'orderer1', role: 'orderer' },
          { name: 'peer1', role: 'peer' },
        ],
      },
      {
        name: 'maker',
        cluster: 'eu',
        issuerRecipients: [maker.recipient],
        nodes: ['peer1', ...(newPeer ? ['peer2'] : [])].map((name) => ({ name, role: 'peer' })),
      },
    ],
    channels: [
      {
        name: 'assets',
        members: ['carrier', 'maker'],
        ...(batchTimeout === undefined ? {} : { batch: { timeout: batchTimeout } }),
      },
    ],
  })

beforeAll(async () => {
  ;[cluster, carrier, maker] = [await holder(), await holder(), await holder()]
  const folder = await mkdtemp(join(tmpdir(), 'chancery-'))
  try {
    await writeFiles(folder, { [network]: definition() })
    await keys({ network }, portsOn(folder, madeOn))
    files = await filesOf(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
beforeEach(() => onlyConfiguration())

const portsOn = (directory: string, day: string, ...known: readonly Holder[]) => ({
  ...recordingPorts(directory),
  now: () => new Date(day),
  keyring: () => keyringOf(...known),
})

async function folder(change?: Change): Promise<string> {
  const directory = await temporaryFolder()
  await writeFiles(directory, { ...files, ...(change === undefined ? {} : { [network]: definition(change) }) })
  return directory
}

const errorsOf = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule, message, hint }) => ({ rule, message, hint }))

const namesIn = (errors: readonly { readonly message: string }[]): string[] =>
  errors.map(({ message }) => /^the certificates of (\S+) were not renewed/.exec(message)?.[1] ?? message)

const carriers = ['administrators/eu', 'orderer-administrators/eu', 'orderer1', 'peer1'].map(
  (name) => `carrier/${name}`,
)
const makers = ['maker/administrators/eu', 'maker/peer1']

describe('keys --renew', () => {
  it.each<[string, () => readonly Holder[], KeysOptions, string, readonly string[]]>([
    ['without an age key', () => [], { network, renew: expiring }, dueOn, [...carriers, ...makers]],
    ['with the key of a cluster', () => [cluster], { network, renew: expiring }, dueOn, [...carriers, ...makers]],
    ['with the key of one of two issuers', () => [carrier], { network, renew: expiring }, dueOn, makers],
    ['for one organization', () => [carrier], { network, renew: expiring, organization: 'carrier' }, dueOn, []],
    ['for a node by its name', () => [carrier], { network, renew: ['maker/peer1'] }, madeOn, ['maker/peer1']],
    ['while nothing is due', () => [], { network, renew: expiring }, madeOn, []],
  ])('%s', async (_, known, options, day, left) => {
    const directory = await folder()
    const { status, findings } = await keys(options, portsOn(directory, day, ...known()))
    expect(namesIn(errorsOf({ findings })).sort()).toEqual([...left].sort())
    expect(status).toBe(left.length === 0 ? 0 : 1)
  })

  it('names each certificate, its expiry, and whose key is needed', async () => {
    const { findings } = await keys({ network, renew: ['maker/peer1'] }, portsOn(await folder(), dueOn, carrier))
    const [sign, tls] = ['sign', 'tls'].map((name) => `material/public/maker/peer1/${name}.crt expires on ${expiry}`)
    expect(errorsOf({ findings })).toEqual([
      {
        rule: 'not-renewed',
        message: `the certificates of maker/peer1 were not renewed (${sign}, ${tls}): Secret trade-maker/maker-ca cannot be decrypted: the available age key matches none of its recipients`,
        hint: `the issuers of maker have the key (${maker.recipient}): put the secret half (AGE-SECRET-KEY-…) of ${maker.recipient} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`,
      },
    ])
  })

  it('names the organization that has its authority elsewhere', async () => {
    const directory = await folder()
    for (const name of ['ca', 'tlsca']) await rm(join(directory, `material/sealed/issuers/maker/${name}.yaml`))
    const lock = files['network.lock.yaml'] ?? ''
    await writeFiles(directory, {
      'network.lock.yaml': lock.replace(/^ +material\/sealed\/issuers\/maker\/.*\n/gm, ''),
    })
    const result = await keys({ network, renew: expiring, organization: 'maker' }, portsOn(directory, dueOn, maker))
    expect(result.status).toBe(1)
    const errors = errorsOf(result).filter(({ rule }) => rule === 'not-renewed')
    expect(namesIn(errors).sort()).toEqual(makers)
    expect(errors.map(({ hint }) => hint)).toContain(
      'maker has the key of material/public/maker/ca.crt outside of this repository: let its owner issue the certificate, and commit it with its sealed key',
    )
  })

  it('names the organization that signs for its certificates', async () => {
    const directory = await folder({ carrierSigns: true })
    const result = await keys({ network, renew: expiring }, portsOn(directory, dueOn, carrier, maker))
    expect(result.status).toBe(1)
    const errors = errorsOf(result).filter(({ rule }) => rule === 'not-renewed')
    expect(namesIn(errors).sort()).toEqual(carriers)
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('carrier signs for its certificates, so only carrier can issue them'),
    })
  })

  it('renews what was made in the same run only once', async () => {
    const directory = await folder({ newPeer: true })
    const ports = portsOn(directory, dueOn, maker)
    expect(await keys({ network, renew: ['maker/peer2'] }, ports)).toMatchObject({ status: 0 })
    expect(ports.said).toContain('made material/public/maker/peer2/sign.crt')
    expect(ports.said.filter((line) => line.startsWith('renewed'))).toEqual([])
  })

  it.each<[KeysOptions, string, string]>([
    [
      { network, renew: ['maker/peer1'], organization: 'carrier' },
      '"maker/peer1" belongs to organization maker, not to carrier',
      'name certificates of carrier, or remove `--organization`',
    ],
    [{ network, renew: ['maker/peer'] }, '"maker/peer" has no certificate to renew', 'did you mean "maker/peer1"?'],
    [
      { network, renew: expiring, organization: 'makers' },
      'there is no organization "makers"',
      'did you mean "maker"?',
    ],
  ])('%j is wrong usage', async (options, message, hint) => {
    const directory = await folder()
    await expect(keys(options, portsOn(directory, dueOn, maker))).rejects.toMatchObject({ message, hint })
    expect(await filesOf(directory)).toEqual(files)
  })
})

describe('keys', () => {
  it('fails when the key of an issuer is missing, and names whose', async () => {
    const directory = await folder({ newPeer: true })
    const result = await keys({ network }, portsOn(directory, madeOn, carrier))
    expect(result).toMatchObject({ status: 1, files: ['network.lock.yaml'] })
    expect(errorsOf(result)).toEqual([
      {
        rule: 'material-missing',
        message:
          'the key of maker/peer2 was not made: Secret trade-maker/maker-ca cannot be decrypted: the available age key matches none of its recipients',
        hint: expect.stringMatching(
          `^the issuers of maker have the key \\(${maker.recipient}\\): put the secret half `,
        ),
      },
    ])
  })

  it('makes what the caller requests, although others have to make theirs', async () => {
    const directory = await folder({ newPeer: true })
    const of = (organization: string) => keys({ network, organization }, portsOn(directory, madeOn, maker))
    expect(await of('carrier')).toMatchObject({ status: 0, files: ['network.lock.yaml'] })
    expect((await of('maker')).files).toContain('material/public/maker/peer2/sign.crt')
  })

  it('fails without an age key for `channel sign`', async () => {
    const directory = await folder({ batchTimeout: '3s' })
    const ports = {
      ...portsOn(directory, madeOn),
      ...filesOnly,
      confirm: async () => true,
      readFile: async () => undefined,
    }
    const onChannel = (name: string, organization?: string) =>
      platformCommand({ network, name, given: ['assets'], organization, yes: true }, ports)
    expect(await onChannel('channel update')).toMatchObject({ status: 0, changed: true })
    const before = await filesOf(directory)
    await expect(onChannel('channel sign', 'carrier')).rejects.toMatchObject({
      message: expect.stringMatching(/^no available key can sign for carrier: .*no age key is available/),
    })
    expect(await filesOf(directory)).toEqual(before)
  })

  it('names a platform without certificates', async () => {
    const directory = await temporaryFolder()
    await writeFiles(directory, { [network]: besu(await makeHolders()) })
    await keys({ network }, portsOn(directory, madeOn))
    const ports = portsOn(directory, dueOn)
    expect(await keys({ network, renew: expiring }, ports)).toMatchObject({ status: 0, changed: false })
    expect(ports.said).toContain('keys of Hyperledger Besu do not expire: nothing was renewed')
    await expect(keys({ network, renew: ['carrier/rpc1'] }, ports)).rejects.toMatchObject({
      message: '"carrier/rpc1" has no certificate to renew',
    })
  })
})

describe('commit --renew', () => {
  const repository = (change?: Change) =>
    repositoryWith({ ...files, ...(change === undefined ? {} : { [network]: definition(change) }) })

  it('commits what could be renewed, and fails because of the others', async () => {
    const directory = await repository()
    const result = await commit({ network, renew: expiring }, portsOn(directory, dueOn, carrier))
    expect(result).toMatchObject({ status: 1, changed: true })
    expect(namesIn(errorsOf(result)).sort()).toEqual(makers)
    expect(await git(directory, 'log', '-1', '--format=%B')).toContain('material/public/carrier/peer1/tls.crt')
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('fails without an age key each time, until somebody renews them', async () => {
    const directory = await repository()
    const attempt = (...known: readonly Holder[]) =>
      commit({ network, renew: expiring }, portsOn(directory, dueOn, ...known))
    for (const _ of [1, 2]) {
      const result = await attempt()
      expect(result.status).toBe(1)
      expect(namesIn(errorsOf(result)).sort()).toEqual([...carriers, ...makers])
    }
    expect(await attempt(carrier, maker)).toMatchObject({ status: 0, changed: true })
    expect(await attempt()).toMatchObject({ status: 0, changed: false })
  })

  it('commits nothing while the key of a new node is missing', async () => {
    const directory = await repository({ newPeer: true })
    const head = await git(directory, 'rev-parse', 'HEAD')
    const result = await commit({ network }, portsOn(directory, madeOn, carrier))
    expect(result.status).toBe(1)
    expect(errorsOf(result)[0]?.hint).toContain(maker.recipient)
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(head)
  })

  it('refuses an organization that the definition lacks', async () => {
    const directory = await repository()
    const wrong = { network, organization: 'makers' }
    await expect(commit(wrong, portsOn(directory, madeOn))).rejects.toMatchObject({
      message: 'there is no organization "makers"',
    })
  })
})
