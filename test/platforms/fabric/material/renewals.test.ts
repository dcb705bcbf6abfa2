import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { expiryProblems } from '../../../../src/material/expiry.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { type Renewed, type RenewOptions, renew } from '../../../../src/material/renewal.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import type { FabricNetwork } from '../../../../src/platforms/fabric/network.ts'
import { renewals } from '../../../../src/platforms/fabric/renewals.ts'
import { type Holder, holder } from '../../../material/sops-tool.ts'
import { fabricNetwork, type Holders, keyringFor, make } from './network.ts'

const day = 24 * 60 * 60 * 1000

let holders: Holders
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  holders = { eu: await holder(), us: await holder(), issuer: await holder(), recovery: await holder() }
  files = (await make(fabricNetwork(holders))).made
})

/** Three weeks before the first certificates expire. */
const later = new Date('2027-11-02T12:00:00Z')

interface Trial extends Partial<Pick<RenewOptions, 'wanted' | 'organization'>> {
  readonly files?: ReadonlyMap<string, string>
  readonly holder?: Holder
  readonly now?: Date
}

const attempt = (network: FabricNetwork, trial: Trial): Promise<Renewed> =>
  renew(renewals(network), trial.files ?? files, {
    wanted: trial.wanted ?? { within: 30 * day },
    ...(trial.organization === undefined ? {} : { organization: trial.organization }),
    random: seededRandom('renewal'),
    now: () => trial.now ?? later,
    keyring: keyringFor(trial.holder),
  })

const certificate = (path: string) => `material/public/${path}.crt`
const both = (node: string): string[] => [certificate(`${node}/sign`), certificate(`${node}/tls`)]
const namesOf = ({ left }: Renewed): string[] => left.map(({ name }) => name)

describe('renewed are', () => {
  it('certificates that expire soon, for the keys that they have', async () => {
    const { made } = await attempt(fabricNetwork(holders), { organization: 'manufacturer', holder: holders.issuer })
    expect(made.size).toBeGreaterThan(12)
    for (const [path, text] of made) {
      if (path.endsWith('/earlier.pem')) continue
      const [before, after] = [new X509Certificate(files.get(path) ?? ''), new X509Certificate(text)]
      expect(after.publicKey.equals(before.publicKey), path).toBe(true)
      expect([after.subject, after.subjectAltName, after.issuer]).toEqual([
        before.subject,
        before.subjectAltName,
        before.issuer,
      ])
      expect(after.serialNumber, path).not.toBe(before.serialNumber)
      expect(new Date(after.validTo).toISOString()).toBe('2028-11-01T11:55:00.000Z')
      const authority = [...files].find(
        ([, one]) => one.startsWith('-----') && after.checkIssued(new X509Certificate(one)),
      )
      expect(after.verify(new X509Certificate(authority?.[1] ?? '').publicKey), path).toBe(true)
    }
  })

  it('none that are good for longer', async () => {
    const now = new Date('2027-10-01T00:00:00Z')
    expect(await attempt(fabricNetwork(holders), { now, holder: holders.issuer })).toEqual({
      made: new Map(),
      left: [],
    })
  })

  it('those that are named, whenever they expire, with the names that the definition gives them now', async () => {
    const moved = fabricNetwork(holders, { domain: 'new.example.com' })
    const wanted = ['manufacturer/peer1', 'manufacturer/clients/app']
    const { made, left } = await attempt(moved, {
      wanted,
      now: new Date('2026-12-01T00:00:00Z'),
      holder: holders.issuer,
    })
    expect(left).toEqual([])
    expect([...made.keys()].sort()).toEqual(
      ['manufacturer/clients/app', 'manufacturer/peer1']
        .flatMap((name) => [`material/public/${name}/earlier.pem`, ...both(name)])
        .sort(),
    )
    expect(made.get('material/public/manufacturer/peer1/earlier.pem')).toBe(
      files.get(certificate('manufacturer/peer1/sign')),
    )
    expect(readCertificate(made.get(certificate('manufacturer/peer1/tls')) ?? '')?.names).toContain(
      'peer1.manufacturer.new.example.com',
    )
  })

  it('a client with the attributes that the definition has now, for its key', async () => {
    const wanted = ['manufacturer/clients/app']
    const network = fabricNetwork(holders, { attributes: { role: 'buyer', limit: 5 } })
    const now = new Date('2026-12-01T00:00:00Z')
    const { made } = await attempt(network, { wanted, now, holder: holders.issuer })
    const [before, after] = [files, made].map((all) =>
      readCertificate(all.get(certificate('manufacturer/clients/app/sign')) ?? ''),
    )
    expect(after?.publicKey).toEqual(before?.publicKey)
    const octets = (content: typeof before): string =>
      Buffer.from(content?.extension('1.2.3.4.5.6.7.8.1') ?? []).toString('utf8')
    expect([octets(before), octets(after)]).toEqual([
      '',
      '{"attrs":{"hf.EnrollmentID":"app","hf.Type":"client","limit":"5","role":"buyer"}}',
    ])
  })

  it('never authorities', async () => {
    const names = renewals(fabricNetwork(holders)).flatMap(({ certificates }) => certificates.map(({ file }) => file))
    expect(names.filter((path) => /\/(ca|tlsca|adminca)\.crt$/.test(path))).toEqual([])
  })
})

describe('of the orderers of a channel', () => {
  const orderersIn = ({ made }: Renewed): string[] =>
    [...new Set([...made.keys()].flatMap((path) => /public\/([a-z]+\/orderer\d)\//.exec(path)?.[1] ?? []))].sort()
  /** All of them belong to one who can open everything. */
  const trusted = async (): Promise<Holders> => {
    const one = await holder()
    return { eu: one, us: one, issuer: one, recovery: one }
  }

  // Five consenters: Raft goes on without two of them, BFT without one.
  test.each([
    ['etcdraft', 2],
    ['bft', 1],
  ] as const)('with %s, %i at a time, until all have theirs', async (consensus, most) => {
    const all = await trusted()
    const network = fabricNetwork(all, { consensus })
    let current = new Map((await make(network)).made)
    const rounds: string[][] = []
    for (let round = 0; round < 6; round += 1) {
      const result = await attempt(network, { files: current, holder: all.eu })
      if (result.made.size === 0) break
      rounds.push(orderersIn(result))
      current = new Map([...current, ...result.made])
    }
    expect(rounds.map((one) => one.length)).toEqual(most === 2 ? [2, 2, 1] : [1, 1, 1, 1, 1])
    expect(new Set(rounds.flat()).size).toBe(5)
  })

  it('the one that expires first comes first, and the others are said', async () => {
    const urgent = 'carrier/orderer2'
    const all = await trusted()
    const network = fabricNetwork(all)
    const { made } = await make(network)
    const early = await attempt(network, {
      files: made,
      wanted: [urgent],
      holder: all.eu,
      now: new Date('2026-11-01T00:00:00Z'),
    })
    const result = await attempt(network, { files: new Map([...made, ...early.made]), holder: all.eu })
    expect(orderersIn(result)).toEqual(['carrier/orderer1', urgent])
    expect(result.left).toEqual(
      ['manufacturer/orderer1', 'manufacturer/orderer2', 'manufacturer/orderer3'].map((name) => ({
        name,
        reason: 'no more than 2 of the orderers of channel trade may restart at once',
        hint: 'renew it once the nodes renewed now are ready again',
        isDeferred: true,
        closed: [],
        certificates: both(name).map((file) => ({ file, expires: new Date('2027-11-23T11:55:00Z') })),
        path: expect.anything(),
      })),
    )
  })

  it('not those that could not take them', async () => {
    const all = await trusted()
    const network = fabricNetwork(all, { consensus: 'bft', platformVersion: '3.1.1' })
    const { made } = await make(network)
    const result = await attempt(network, { files: made, holder: all.eu })
    expect(orderersIn(result)).toEqual([])
    expect(result.left).toHaveLength(5)
    expect(result.left[0]).toMatchObject({
      reason:
        'orderers of a BFT channel accept a renewed certificate since Fabric 3.1.2, but carrier/orderer1 runs 3.1.1',
      hint: 'upgrade it first: set `platformVersion`',
      isDeferred: false,
    })
  })
})

describe('left as they are', () => {
  it('are those whose authority nobody here can open, and nothing is lost with them', async () => {
    const result = await attempt(fabricNetwork(holders), { holder: holders.recovery })
    expect([...result.made.keys()].every((path) => path.includes('/carrier/'))).toBe(true)
    expect(result.made.size).toBeGreaterThan(6)
    const peer = result.left.find(({ name }) => name === 'manufacturer/peer1')
    expect(peer).toMatchObject({
      reason:
        'Secret trade-manufacturer/manufacturer-ca cannot be decrypted: the available age key matches none of its recipients',
      hint: expect.stringContaining(holders.issuer.recipient),
      closed: ['ca', 'tlsca'].map((name) => `material/sealed/issuers/manufacturer/${name}.yaml`),
    })
    expect(namesOf(result)).toContain('manufacturer/clients/app')
  })

  it.each([
    ['material/public/carrier/peer1/sign.crt', 'was not issued by material/public/manufacturer/ca.crt'],
    ['material/public/carrier/ca.crt', 'was not issued by material/public/manufacturer/ca.crt'],
    ['network.yaml', 'is not a certificate of a P-256 key'],
  ])('is one that is %s in truth', async (other, reason) => {
    const path = certificate('manufacturer/peer1/sign')
    const mixed = new Map(files).set(path, files.get(other) ?? 'nothing')
    const { made, left } = await attempt(fabricNetwork(holders), {
      files: mixed,
      wanted: ['manufacturer/peer1'],
      holder: holders.issuer,
    })
    expect([...made.keys()]).toEqual([])
    expect(left.map((one) => one.reason)).toEqual([`${path} ${reason}`])
  })
})

describe('administrators with short-lived certificates', () => {
  const path = certificate('manufacturer/administrators/eu/sign')
  const short = (): FabricNetwork => {
    const network = fabricNetwork(holders)
    const organizations = network.organizations.map((organization) => ({
      ...organization,
      own: { ...organization.own, administrators: { validity: '9d' } },
    }))
    return { ...network, organizations }
  }
  const daysOf = (text: string | undefined): number => {
    const { notBefore, notAfter } = readCertificate(text ?? '') ?? { notBefore: new Date(0), notAfter: new Date(0) }
    return (notAfter.getTime() - notBefore.getTime()) / day
  }

  it('are theirs alone', async () => {
    const { made } = await make(short())
    const days = [...made]
      .filter(([file]) => /^material\/public\/manufacturer\/.*(sign|tls)\.crt$/.test(file))
      .map(([file, text]) => [file.includes('administrators/'), daysOf(text)])
    expect(new Set(days.map(([isAdministrator, count]) => `${isAdministrator} ${count}`))).toEqual(
      new Set(['true 9', 'false 365']),
    )
  })

  it.each([
    ['2026-11-29T11:54:59Z', false],
    ['2026-11-29T11:55:00Z', true],
  ])('are renewed when a third of their life is left: at %s %s', async (now, isRenewed) => {
    const { made: young } = await make(short())
    const { made } = await attempt(short(), { files: young, now: new Date(now), holder: holders.issuer })
    expect(made.has(path)).toBe(isRenewed)
    if (isRenewed) expect(daysOf(made.get(path))).toBe(9)
    const lifetime = (): number => 9 * day
    const expires = { [path]: '2026-12-02T11:55:00Z' }
    expect(expiryProblems(expires, new Map(), new Date(now), lifetime)).toHaveLength(isRenewed ? 1 : 0)
  })
})

describe('what the clock says of a certificate', () => {
  const file = 'material/public/carrier/peer1/tls.crt'
  const said = (now: string, renewable = new Map([[file, 'carrier/peer1']])) =>
    expiryProblems({ [file]: '2027-11-23T11:55:00Z' }, renewable, new Date(now)).map(
      ({ rule, severity, message, hint }) => `${severity}: ${message} [${rule}] ${hint}`,
    )
  const own = 'renew it: `chancery keys --renew expiring`, or `--renew carrier/peer1`'
  const theirs =
    '`chancery keys --renew` cannot issue it: let its issuer issue a new one for the same key, and commit that'

  test.each<[string, string | undefined]>([
    ['2027-10-24T11:54:59Z', undefined],
    [
      '2027-10-24T11:55:00Z',
      `warning: ${file} expires in 30 days, on 2027-11-23T11:55:00Z [certificate-expires] ${own}`,
    ],
    ['2027-11-22T11:00:00Z', `warning: ${file} expires in 1 day, on 2027-11-23T11:55:00Z [certificate-expires] ${own}`],
    [
      '2027-11-23T11:00:00Z',
      `warning: ${file} expires within a day, on 2027-11-23T11:55:00Z [certificate-expires] ${own}`,
    ],
    ['2027-11-23T11:55:00Z', `error: ${file} expired on 2027-11-23T11:55:00Z [certificate-expired] ${own}`],
  ])('at %s', (now, expected) => expect(said(now)).toEqual(expected === undefined ? [] : [expected]))

  test('of somebody else', () =>
    expect(said('2028-01-01T00:00:00Z', new Map())).toEqual([
      `warning: ${file} expired on 2027-11-23T11:55:00Z [certificate-expired] ${theirs}`,
    ]))
})
