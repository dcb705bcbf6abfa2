import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { validate } from '../../src/commands/validate.ts'
import { digestOf } from '../../src/material/digest.ts'
import { recipientsOf } from '../../src/material/sops.ts'
import type { Lock } from '../../src/network/lock.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tools } from '../bed/tools/tool.ts'
import { sshSigner } from '../consent/ssh-signer.ts'
import { decrypt, type Holder, holder, sops } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { definition, type Holders, keyFiles, makeHolders } from './definition.ts'
import { leaks, recordingPorts } from './recording-ports.ts'

await tools('sops')

const network = 'network.yaml'
const inUs = [
  keyFiles('us', 'manufacturer', 'validator2').sealed,
  keyFiles('us', 'carrier', 'validator3').sealed,
  keyFiles('us', 'carrier', 'rpc1').sealed,
]

let holders: Holders
/** The next age key of cluster us. */
let next: Holder
beforeAll(async () => {
  holders = await makeHolders()
  next = await holder()
})

/** A folder whose keys have been made, in which cluster us has another recipient since. */
async function folderWithNewRecipient(): Promise<string> {
  const directory = await temporaryFolder()
  await writeFiles(directory, { [network]: definition(holders) })
  await keys({ network }, recordingPorts(directory))
  await writeFiles(directory, { [network]: definition({ ...holders, us: next }) })
  return directory
}

const portsOf = (directory: string, ...known: readonly Holder[]) => ({
  ...recordingPorts(directory),
  keyring: () => keyringOf(...known),
})

/** What the real sops decrypts for the holder of a key; undefined when it refuses. */
async function opened(directory: string, text: string | undefined, { identity }: Holder): Promise<unknown> {
  const { status, stdout } = await decrypt(text ?? '', { directory, identity })
  return status === 0 ? load(stdout) : undefined
}

describe('keys --recipients', () => {
  it('encrypts the files of the cluster for its new key, which sops decrypts to the same', async () => {
    const directory = await folderWithNewRecipient()
    const before = await filesOf(directory)
    const ports = portsOf(directory, holders.us)
    const { status, findings, files, changed } = await keys({ network, recipients: true }, ports)
    const after = await filesOf(directory)

    expect({ status, changed }).toEqual({ status: 0, changed: true })
    expect([...(files ?? [])].sort()).toEqual([...inUs, 'network.lock.yaml'].sort())
    expect(findings.filter(({ rule }) => /recipients|re-encrypted/.test(rule))).toEqual([])
    expect(ports.said).toContain(`encrypted ${inUs[1]} anew for ${next.recipient}, ${holders.carrier.recipient}`)
    for (const path of inUs) {
      const plain = await opened(directory, before[path], holders.us)
      expect(plain).toMatchObject({ kind: 'Secret', data: { nodekey: expect.any(String) } })
      expect(await opened(directory, after[path], next)).toEqual(plain)
      expect(await opened(directory, after[path], holders.us)).toBeUndefined()
    }
    // A new data key: no value has the ciphertext that it had.
    const value = (files: Record<string, string>) =>
      (load(files[inUs[0] ?? ''] ?? '') as { data: { nodekey: string } }).data.nodekey
    expect(value(after)).not.toBe(value(before))
  })

  it('records the new digests, so that nothing is reported as changed', async () => {
    const directory = await folderWithNewRecipient()
    await keys({ network, recipients: true }, portsOf(directory, holders.us))
    const files = await filesOf(directory)
    const lock = load(files['network.lock.yaml'] ?? '') as Lock
    for (const path of inUs) expect(lock.material[path]).toBe(digestOf(files[path] ?? ''))
    const { status, findings } = await validate({ network }, recordingPorts(directory))
    expect(status).toBe(0)
    expect(findings.filter(({ rule }) => /material|sealed/.test(rule))).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const directory = await folderWithNewRecipient()
    await keys({ network, recipients: true }, portsOf(directory, holders.us))
    const ports = portsOf(directory, next)
    expect(await keys({ network, recipients: true }, ports)).toMatchObject({ status: 0, changed: false })
    expect(ports.said).toContain(
      'every sealed file has the recipients that the definition names: nothing was encrypted anew',
    )
  })

  it('refuses without an age key that decrypts them, names whose it takes, and writes nothing', async () => {
    const directory = await folderWithNewRecipient()
    const before = await filesOf(directory)
    const ports = portsOf(directory, holders.eu)
    const { status, findings } = await keys({ network, recipients: true }, ports)
    expect(status).toBe(1)
    expect(await filesOf(directory)).toEqual(before)
    expect(findings.filter(({ rule }) => rule === 'not-re-encrypted')).toMatchObject(
      ['manufacturer-validator2', 'carrier-validator3', 'carrier-rpc1'].map(() => ({
        severity: 'error',
        message: expect.stringMatching(
          /^material\/sealed\/us\/\S+ keeps its recipients: Secret \S+ cannot be decrypted: the available age key matches none of its recipients$/,
        ),
        hint: expect.stringContaining(holders.us.recipient),
      })),
    )
  })

  it('encrypts what an age key opens, and fails because of the others', async () => {
    const directory = await folderWithNewRecipient()
    const { status, findings, files } = await keys({ network, recipients: true }, portsOf(directory, holders.carrier))
    expect(status).toBe(1)
    expect([...(files ?? [])].sort()).toEqual([...inUs.slice(1), 'network.lock.yaml'].sort())
    expect(findings.filter(({ rule }) => rule === 'not-re-encrypted')).toMatchObject([
      { severity: 'error', message: expect.stringContaining(inUs[0] ?? '') },
    ])
  })

  it('touches only one organization with --organization', async () => {
    const directory = await folderWithNewRecipient()
    const { files } = await keys(
      { network, recipients: true, organization: 'manufacturer' },
      portsOf(directory, holders.us),
    )
    expect([...(files ?? [])].sort()).toEqual([inUs[0], 'network.lock.yaml'].sort())
  })

  it('refuses a file whose content was changed after it was encrypted', async () => {
    const directory = await folderWithNewRecipient()
    const files = await filesOf(directory)
    const path = inUs[0] ?? ''
    const other = (load(files[inUs[1] ?? ''] ?? '') as { data: { nodekey: string } }).data.nodekey
    const damaged = (files[path] ?? '').replace(/nodekey: .*/, `nodekey: ${other}`)
    const lock = (files['network.lock.yaml'] ?? '').replace(digestOf(files[path] ?? ''), digestOf(damaged))
    await writeFiles(directory, { [path]: damaged, 'network.lock.yaml': lock })
    const { findings } = await keys({ network, recipients: true }, portsOf(directory, holders.us))
    expect((await filesOf(directory))[path]).toBe(damaged)
    expect(findings.filter(({ rule }) => rule === 'not-re-encrypted')).toMatchObject([
      { message: expect.stringContaining('data.nodekey does not decrypt') },
    ])
  })

  it('takes what people encrypted with sops, entries as text and labels included', async () => {
    const directory = await folderWithNewRecipient()
    const [path = ''] = inUs
    const plain = {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'Opaque',
      immutable: true,
      metadata: { name: 'validator2-keys', namespace: 'trade-manufacturer', labels: { team: 'ledger' } },
      stringData: { nodekey: 'ab'.repeat(32) },
    }
    const rule = ['--encrypted-regex', '^(data|stringData)$', '--mac-only-encrypted']
    const elsewhere = await temporaryFolder()
    await writeFiles(elsewhere, { 'plain.yaml': dumpYaml(plain) })
    const { stdout, stderr } = await sops(['--encrypt', '--age', holders.us.recipient, ...rule, 'plain.yaml'], {
      directory: elsewhere,
    })
    expect(stderr).toBe('')
    const files = await filesOf(directory)
    const lock = (files['network.lock.yaml'] ?? '').replace(digestOf(files[path] ?? ''), digestOf(stdout))
    await writeFiles(directory, { [path]: stdout, 'network.lock.yaml': lock })

    const { findings } = await keys({ network, recipients: true }, portsOf(directory, holders.us))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const after = await filesOf(directory)
    expect(recipientsOf(load(after[path] ?? ''))).toEqual([next.recipient])
    const { stringData, ...rest } = plain
    expect(await opened(directory, after[path], next)).toEqual({
      ...rest,
      data: { nodekey: Buffer.from(stringData.nodekey).toString('base64') },
    })
  })

  it('lets nothing plain out, neither into a file nor into a text', async () => {
    const directory = await folderWithNewRecipient()
    const before = await filesOf(directory)
    const ports = portsOf(directory, holders.us)
    const result = await keys({ network, recipients: true }, ports)
    const secret = await Promise.all(
      inUs.map(async (path) => {
        const { data } = (await opened(directory, before[path], holders.us)) as { data: { nodekey: string } }
        return Buffer.from(Buffer.from(data.nodekey, 'base64').toString(), 'hex')
      }),
    )
    const texts = {
      ...(await filesOf(directory)),
      reported: ports.said.join('\n'),
      result: JSON.stringify(result),
    }
    expect(leaks([...secret, ...ports.secrets()], texts)).toEqual([])
    expect(ports.secrets()).toHaveLength(inUs.length)
  })
})

describe('keys --recipients, where an organization signs', () => {
  const signed = (): string => {
    const all = load(definition({ ...holders, us: next })) as { organizations: { name: string; signers?: string[] }[] }
    for (const one of all.organizations) if (one.name === 'carrier') one.signers = [sshSigner('alice').line]
    return dumpYaml(all)
  }

  it('leaves its keys to the organization', async () => {
    const directory = await folderWithNewRecipient()
    await writeFiles(directory, { [network]: signed() })
    const { files, findings } = await keys({ network, recipients: true }, portsOf(directory, holders.us))
    expect(files).toEqual(expect.arrayContaining([inUs[0]]))
    expect(files).toHaveLength(2)
    expect(findings.find(({ rule }) => rule === 'not-re-encrypted')).toMatchObject({
      severity: 'error',
      message: `${inUs[2]} keeps its recipients: carrier signs for its keys, so nobody encrypts them in its place`,
      hint: '`chancery keys --organization carrier --recipients`, then `chancery sign --organization carrier`',
    })
  })

  it('reminds the organization to sign', async () => {
    const directory = await folderWithNewRecipient()
    await writeFiles(directory, { [network]: signed() })
    const ports = portsOf(directory, holders.us)
    const { files } = await keys({ network, recipients: true, organization: 'carrier' }, ports)
    expect([...(files ?? [])].sort()).toEqual([...inUs.slice(1), 'network.lock.yaml'].sort())
    expect(ports.said).toContain('carrier signs for this: run `chancery sign --organization carrier`')
  })
})

describe('keys --recipients, of a key of an authority', () => {
  const [authority, path] = ['material/sealed/issuers/carrier/ca.yaml', 'network.lock.yaml']

  it('takes a cluster out of it, which is an error until then', async () => {
    const [cluster, issuer] = [await holder(), await holder()]
    const directory = await temporaryFolder()
    await writeFiles(directory, {
      [network]: dumpYaml({
        version: 1,
        name: 'trade',
        platform: 'fabric',
        platformVersion: '2.5.16',
        clusters: [{ name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [cluster.recipient] }],
        organizations: [
          {
            name: 'carrier',
            cluster: 'eu',
            issuerRecipients: [issuer.recipient],
            nodes: [
              { name: 'orderer1', role: 'orderer' },
              { name: 'peer1', role: 'peer' },
            ],
          },
        ],
        channels: [{ name: 'assets', members: ['carrier'] }],
      }),
    })
    await keys({ network }, recordingPorts(directory))
    const before = await filesOf(directory)
    const rotated = ['rotate', '--in-place', '--add-age', cluster.recipient, authority]
    expect(await sops(rotated, { directory, identity: issuer.identity })).toMatchObject({ status: 0 })
    const wrong = (await filesOf(directory))[authority] ?? ''
    await writeFiles(directory, {
      [path]: (before[path] ?? '').replace(digestOf(before[authority] ?? ''), digestOf(wrong)),
    })
    const broken = await validate({ network }, recordingPorts(directory))
    expect(broken.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'issuer-key-in-cluster' },
    ])

    const { status, files } = await keys({ network, recipients: true }, portsOf(directory, issuer))
    expect({ status, files: [...(files ?? [])].sort() }).toEqual({ status: 0, files: [authority, path] })
    const after = await filesOf(directory)
    expect(recipientsOf(load(after[authority] ?? ''))).toEqual([issuer.recipient])
    expect(await opened(directory, after[authority], issuer)).toEqual(
      await opened(directory, before[authority], issuer),
    )
    expect((await validate({ network }, recordingPorts(directory))).status).toBe(0)
  })
})
