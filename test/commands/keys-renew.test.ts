import { X509Certificate } from 'node:crypto'
import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { validate } from '../../src/commands/validate.ts'
import type { Lock } from '../../src/network/lock.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { recordingPorts } from './recording-ports.ts'

const network = 'network.yaml'

let cluster: Holder
let issuer: Holder
beforeAll(async () => {
  ;[cluster, issuer] = [await holder(), await holder()]
})

/** One organization with three orderers and a peer. */
const definition = (domain: string): string =>
  dumpYaml({
    version: 1,
    name: 'trade',
    platform: 'fabric',
    platformVersion: '2.5.16',
    clusters: [{ name: 'eu', provider: 'gke', domain, recipients: [cluster.recipient] }],
    organizations: [
      {
        name: 'carrier',
        cluster: 'eu',
        issuerRecipients: [issuer.recipient],
        nodes: [
          ...['orderer1', 'orderer2', 'orderer3'].map((name) => ({ name, role: 'orderer' })),
          { name: 'peer1', role: 'peer' },
        ],
      },
    ],
    channels: [{ name: 'assets', members: ['carrier'] }],
  })

/** The ports of a folder, on a day, for who has an age key. */
const portsOn = (directory: string, day: string, one?: Holder) => ({
  ...recordingPorts(directory),
  now: () => new Date(day),
  ...(one === undefined ? {} : { keyring: () => keyringOf(one) }),
})

async function folderWithKeys(domain = 'eu.example.com'): Promise<string> {
  const directory = await temporaryFolder()
  await writeFiles(directory, { [network]: definition(domain) })
  const made = await keys({ network }, portsOn(directory, '2026-11-23T12:00:00Z'))
  expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return directory
}

const lockOf = (files: Readonly<Record<string, string>>) => load(files['network.lock.yaml'] ?? '') as Lock
const file = (name: string): string => `material/public/carrier/${name}.crt`
const rulesOf = ({
  findings,
}: {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[]
}) => [
  ...new Set(
    findings.filter(({ rule }) => rule.startsWith('certificate')).map(({ rule, severity }) => `${severity} ${rule}`),
  ),
]

describe('keys --renew', () => {
  const dueOn = '2027-11-02T12:00:00Z'
  const expiring = { within: 30 * 24 * 60 * 60 * 1000 }

  it('renews one orderer of three, records it in the lock, and says which wait', async () => {
    const directory = await folderWithKeys()
    const before = await filesOf(directory)
    expect(lockOf(before).certificates[file('orderer1/tls')]).toBe('2027-11-23T11:55:00Z')
    expect(rulesOf(await validate({ network }, portsOn(directory, dueOn)))).toEqual(['warning certificate-expires'])

    const ports = portsOn(directory, dueOn, issuer)
    const { findings } = await keys({ network, renew: expiring }, ports)
    const after = await filesOf(directory)

    expect(ports.said).toContain(`renewed ${file('orderer1/tls')}, until 2028-11-01T11:55:00Z`)
    expect(
      findings.filter(({ rule }) => rule === 'not-renewed').map(({ message, place }) => [message, place.file]),
    ).toEqual(
      ['orderer2', 'orderer3'].map((name) => [
        `the certificates of carrier/${name} were not renewed (${['sign', 'tls'].map((one) => `${file(`${name}/${one}`)} expires on 2027-11-23T11:55:00Z`).join(', ')}): no more than 1 of the orderers of channel assets may restart at once`,
        network,
      ]),
    )
    const [was, is] = [before, after].map((files) => new X509Certificate(files[file('orderer1/tls')] ?? ''))
    expect(was !== undefined && is?.publicKey.equals(was.publicKey)).toBe(true)
    const changed = Object.keys(after).filter((path) => after[path] !== before[path])
    expect(changed.filter((path) => !/\.crt$|\/earlier\.pem$/.test(path))).toEqual(['network.lock.yaml'])
    expect(after['material/public/carrier/orderer1/earlier.pem']).toBe(before[file('orderer1/sign')])
    expect(lockOf(after).certificates[file('orderer1/tls')]).toBe('2028-11-01T11:55:00Z')
    expect(lockOf(after).certificates[file('orderer2/tls')]).toBe('2027-11-23T11:55:00Z')
    // The lock fits: nothing is said to have been changed by hand.
    expect((await validate({ network }, portsOn(directory, dueOn))).status).toBe(0)
  })

  it('renews nothing without the key of the authority, and says whose it takes', async () => {
    const directory = await folderWithKeys()
    const before = await filesOf(directory)
    const asked = { network, renew: ['carrier/peer1'] }
    const { status, findings, changed } = await keys(asked, portsOn(directory, dueOn, cluster))
    expect({ status, changed }).toEqual({ status: 1, changed: false })
    expect(await filesOf(directory)).toEqual(before)
    expect(findings.find(({ rule }) => rule === 'not-renewed')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(': Secret trade-carrier/carrier-ca cannot be decrypted'),
      hint: expect.stringContaining(issuer.recipient),
    })
  })

  it('fails when none of those that expire could be renewed', async () => {
    const directory = await folderWithKeys()
    const wanted = { network, renew: { within: 365 * 24 * 60 * 60 * 1000 } }
    const { status, findings } = await keys(wanted, portsOn(directory, dueOn, cluster))
    expect(status).toBe(1)
    expect(findings.filter(({ rule }) => rule === 'not-renewed').map(({ severity }) => severity)).toContain('error')
    expect((await keys(wanted, portsOn(directory, dueOn, issuer))).status).toBe(0)
  })

  it('mends certificates after a new domain, which is an error until then', async () => {
    const directory = await folderWithKeys()
    await writeFiles(directory, { [network]: definition('new.example.com') })
    const day = '2026-12-01T00:00:00Z'
    const broken = await validate({ network }, portsOn(directory, day))
    expect(rulesOf(broken)).toEqual(['error certificate-names'])
    const names = ['orderer1', 'orderer2', 'orderer3', 'peer1'].map((name) => `carrier/${name}`)
    for (let round = 0; round < 3; round += 1) {
      const { findings } = await keys({ network, renew: names }, portsOn(directory, day, issuer))
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
    expect(rulesOf(await validate({ network }, portsOn(directory, day)))).toEqual([])
  })

  it('names what was meant', async () => {
    const directory = await folderWithKeys()
    await expect(keys({ network, renew: ['carrier/peer'] }, portsOn(directory, dueOn, issuer))).rejects.toMatchObject({
      message: '"carrier/peer" has no certificate to renew',
      hint: 'did you mean "carrier/peer1"?',
    })
  })
})

it('validate fails when a certificate has expired', async () => {
  const directory = await folderWithKeys()
  const result = await validate({ network }, portsOn(directory, '2027-11-24T00:00:00Z'))
  expect(result.status).toBe(1)
  expect(rulesOf(result)).toEqual(['error certificate-expired'])
})
