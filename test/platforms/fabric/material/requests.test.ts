import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { openSealed } from '../../../../src/material/open.ts'
import { standInRandom } from '../../../../src/material/random.ts'
import { sealedProblems } from '../../../../src/material/rules.ts'
import { standIns } from '../../../../src/material/stand-ins.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import { nodeId } from '../../../../src/network/network.ts'
import { readBlockFile } from '../../../../src/platforms/fabric/requests/channels.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { tools } from '../../../bed/tools/tool.ts'
import { decrypt, type Holder, holder, sops } from '../../../material/sops-tool.ts'
import { writeFiles } from '../../../repository/git-folder.ts'
import { fabricNetwork, type Holders, keyringFor, make, openssl, requestsOf } from './network.ts'

await tools('sops')

let holders: Holders
let folder: string
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  holders = { eu: await holder(), us: await holder(), issuer: await holder(), recovery: await holder() }
  folder = await mkdtemp(join(tmpdir(), 'fabric-material-'))
  const { made, missing } = await make(fabricNetwork(holders))
  expect(missing).toEqual([])
  files = made
  await writeFiles(folder, Object.fromEntries(files))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const publicFiles = (organization: string): string[] => {
  const prefix = `material/public/${organization}/`
  return [...files.keys()].flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])).sort()
}

describe('made are', () => {
  test('all public files of an organization', () =>
    expect(publicFiles('manufacturer')).toEqual([
      'adminca.crt',
      'administrators/eu/sign.crt',
      'administrators/us/sign.crt',
      'ca.crt',
      'ca/tls.crt',
      'chaincodes/eu/chaincode-assets-1/tls.crt',
      'chaincodes/us/chaincode-assets-1/tls.crt',
      'clients/app/sign.crt',
      'clients/app/tls.crt',
      'orderer-administrators/eu/tls.crt',
      'orderer1/sign.crt',
      'orderer1/tls.crt',
      'orderer2/sign.crt',
      'orderer2/tls.crt',
      'orderer3/sign.crt',
      'orderer3/tls.crt',
      'peer1/sign.crt',
      'peer1/tls.crt',
      'peer2/sign.crt',
      'peer2/tls.crt',
      'tlsca.crt',
    ]))

  test('the first block of the channel, with the certificates of both organizations', () => {
    const block = readBlockFile(load(files.get('material/public/channels/trade/genesis.yaml') ?? ''))
    for (const path of ['manufacturer/ca.crt', 'carrier/tlsca.crt', 'carrier/orderer2/tls.crt'])
      expect(block?.includes(files.get(`material/public/${path}`) ?? 'absent')).toBe(true)
  })

  test('no private key that anybody can read', () => {
    const found = [...files].filter(([, text]) => /PRIVATE KEY|password: [^E]|AGE-SECRET-KEY/.test(text))
    expect(found.map(([path]) => path)).toEqual([])
  })
})

/** Every certificate but those of authorities, with the authority that issues such ones. */
const leaves = (): { path: string; authority: string }[] =>
  ['manufacturer', 'carrier'].flatMap((organization) =>
    publicFiles(organization)
      .filter((path) => path.includes('/'))
      .map((path) => {
        const authority = path.startsWith('orderer-administrators/')
          ? 'adminca'
          : path.endsWith('/tls.crt')
            ? 'tlsca'
            : 'ca'
        return {
          path: `material/public/${organization}/${path}`,
          authority: `material/public/${organization}/${authority}.crt`,
        }
      }),
  )

describe('certificates', () => {
  it('verify with OpenSSL, each against its own authority and no other', async () => {
    const all = leaves()
    expect(all.length).toBeGreaterThan(25)
    const authorities = [...new Set(all.map(({ authority }) => authority))]
    const verified = await Promise.all(
      all.map(async ({ path }) => {
        const said = await Promise.all(
          authorities.map((authority) =>
            openssl(folder, 'verify', '-x509_strict', '-attime', '1796000000', '-CAfile', authority, path),
          ),
        )
        return { path, authority: authorities.filter((_, at) => said[at] === `${path}: OK\n`).join() }
      }),
    )
    expect(verified).toEqual(all)
  })

  it.each([
    ['manufacturer/ca.crt', 'C = DE, L = K\\C3\\B6ln, O = M\\C3\\BCller & S\\C3\\B6hne GmbH, CN = ca.manufacturer'],
    [
      'manufacturer/peer1/sign.crt',
      'C = DE, L = K\\C3\\B6ln, O = M\\C3\\BCller & S\\C3\\B6hne GmbH, OU = peer, CN = peer1.manufacturer',
    ],
    [
      'manufacturer/peer1/tls.crt',
      'C = DE, L = K\\C3\\B6ln, O = M\\C3\\BCller & S\\C3\\B6hne GmbH, CN = peer1.manufacturer',
    ],
    ['carrier/orderer1/sign.crt', 'O = carrier, OU = orderer, CN = orderer1.carrier'],
    ['carrier/administrators/us/sign.crt', 'O = carrier, OU = admin, CN = administrator-us.carrier'],
    [
      'manufacturer/clients/app/sign.crt',
      'C = DE, L = K\\C3\\B6ln, O = M\\C3\\BCller & S\\C3\\B6hne GmbH, OU = client, CN = app.manufacturer',
    ],
  ])('%s is of %s', async (path, subject) =>
    expect(await openssl(folder, 'x509', '-noout', '-subject', '-in', `material/public/${path}`)).toBe(
      `subject=${subject}\n`,
    ),
  )

  it('are good for a year, those of authorities for fifteen, from a little before they were made', () => {
    const validity = (path: string) => {
      const { validFrom, validTo } = new X509Certificate(files.get(`material/public/manufacturer/${path}`) ?? '')
      return [new Date(validFrom).toISOString(), new Date(validTo).toISOString()]
    }
    expect(validity('peer1/tls.crt')).toEqual(['2026-11-23T11:55:00.000Z', '2027-11-23T11:55:00.000Z'])
    expect(validity('tlsca.crt')).toEqual(['2026-11-23T11:55:00.000Z', '2041-11-19T11:55:00.000Z'])
  })

  it('of TLS are for every name that others dial the node by', () => {
    const inside = ['trade-manufacturer', 'trade-manufacturer.svc', 'trade-manufacturer.svc.cluster.local']
    const read = (node: string) => new X509Certificate(files.get(`material/public/manufacturer/${node}/tls.crt`) ?? '')
    for (const node of ['orderer1', 'peer1', 'peer2', 'ca'])
      for (const name of [node, 'localhost', ...inside.map((suffix) => `${node}.${suffix}`)])
        expect(read(node).checkHost(name), `${node}: ${name}`).toBe(name)
    const outside = 'peer1.manufacturer.eu.example.com'
    expect(read('peer1').checkHost(outside)).toBe(outside)
    expect(read('peer1').checkHost('peer2.manufacturer.eu.example.com')).toBeUndefined()
    expect(read('peer2').checkIP('203.0.113.7')).toBe('203.0.113.7')
    expect(read('peer1').checkIP('203.0.113.7')).toBeUndefined()
  })

  it('have numbers of their own', () => {
    const numbers = [...files].flatMap(([path, text]) =>
      path.endsWith('.crt') ? [readCertificate(text)?.serialNumber] : [],
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('sealed are', () => {
  const entriesFor = async (path: string, { identity }: Holder): Promise<string[] | undefined> => {
    const { status, stdout } = await decrypt(files.get(path) ?? '', { directory: folder, identity })
    return status === 0 ? Object.keys((load(stdout) as { data: object }).data).sort() : undefined
  }
  const node = ['sign.key', 'tls.key']

  test.each<[string, readonly string[], readonly (keyof Holders)[]]>([
    ['issuers/manufacturer/ca.yaml', ['authority.key'], ['issuer']],
    ['issuers/manufacturer/tlsca.yaml', ['authority.key'], ['issuer']],
    ['issuers/manufacturer/adminca.yaml', ['authority.key'], ['issuer']],
    ['issuers/carrier/ca.yaml', ['authority.key'], ['recovery']],
    ['eu/manufacturer/peer1.yaml', node, ['eu']],
    ['eu/manufacturer/peer1-couchdb.yaml', ['password', 'username'], ['eu']],
    ['us/manufacturer/peer2.yaml', node, ['us']],
    ['us/carrier/orderer1.yaml', node, ['us', 'recovery']],
    ['eu/manufacturer/ca.yaml', ['tls.key'], ['eu']],
    // The one cluster that runs a CA of the organization.
    ['eu/manufacturer/ca-authorities.yaml', ['ca.key', 'registrar-password', 'tlsca.key'], ['eu']],
    ['us/manufacturer/administrator.yaml', ['sign.key'], ['us']],
    ['eu/manufacturer/orderer-administrator.yaml', ['tls.key'], ['eu']],
    ['eu/manufacturer/client-app.yaml', node, ['eu']],
    ['us/carrier/chaincode-assets-1.yaml', ['tls.key'], ['us', 'recovery']],
  ])('%s: %j for %j alone', async (path, entries, readers) => {
    for (const [name, one] of Object.entries(holders))
      expect(await entriesFor(`material/sealed/${path}`, one), name).toEqual(
        readers.includes(name as keyof Holders) ? entries : undefined,
      )
  })

  test('the keys of the certificates', async () => {
    const pairs = [...files.keys()].flatMap((path) => {
      const [, organization = '', of = '', certificate = ''] =
        /^material\/public\/([a-z]+)\/([a-z]+\d)\/(sign|tls)\.crt$/.exec(path) ?? []
      return of === '' ? [] : [{ path, organization, of, certificate }]
    })
    expect(pairs).toHaveLength(16)
    for (const { path, organization, of, certificate } of pairs) {
      const sealed = [...files.keys()].find((one) => one.endsWith(`/${organization}/${of}.yaml`)) ?? ''
      const [, , cluster] = sealed.split('/')
      const keyring = await keyringFor(cluster === 'eu' ? holders.eu : holders.us)()
      const entries = await openSealed(sealed, files.get(sealed) ?? '', keyring)
      const key = createPrivateKey(entries[`${certificate}.key`] ?? '')
      expect(new X509Certificate(files.get(path) ?? '').checkPrivateKey(key), path).toBe(true)
    }
  })
})

describe('a node that is added', () => {
  const without = (name: string): Map<string, string> =>
    new Map([...files].filter(([path]) => !path.includes(`/${name}/`) && !path.endsWith(`/${name}.yaml`)))

  it('gets its certificates from whoever opens the key of the authority', async () => {
    const network = fabricNetwork(holders)
    const { made, missing } = await make(network, { files: without('peer2'), holder: holders.issuer })
    expect(missing).toEqual([])
    expect([...made.keys()].sort()).toEqual([
      'material/public/manufacturer/peer2/sign.crt',
      'material/public/manufacturer/peer2/tls.crt',
      'material/sealed/us/manufacturer/peer2.yaml',
    ])
    const issued = readCertificate(made.get('material/public/manufacturer/peer2/tls.crt') ?? '')
    const authority = readCertificate(files.get('material/public/manufacturer/tlsca.crt') ?? '')
    expect(authority !== undefined && issued?.isIssuedBy(authority)).toBe(true)
  })

  it('waits for them otherwise, and keeps no other organization waiting', async () => {
    const left = new Map([...without('peer2')].filter(([path]) => !path.includes('/carrier/')))
    const { made, missing, unopened } = await make(fabricNetwork(holders), { files: left, holder: holders.us })
    expect(missing.map(({ label }) => label)).toEqual(['manufacturer/peer2'])
    expect([...made.keys()].filter((path) => path.startsWith('material/public/carrier/'))).toHaveLength(12)
    const [reason] = unopened.values()
    expect(reason).toMatchObject({
      message:
        'Secret trade-manufacturer/manufacturer-ca cannot be decrypted: the available age key matches none of its recipients',
      hint: `put the secret half (AGE-SECRET-KEY-…) of ${holders.issuer.recipient} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`,
    })
  })

  it('is issued by the name that the certificate of the authority has, whatever the definition says now', async () => {
    const network = fabricNetwork(holders)
    const renamed = {
      ...network,
      organizations: network.organizations.map((one) => ({ ...one, subject: { organization: 'Renamed Ltd' } })),
      nodes: network.nodes.map((one) => ({
        ...one,
        organization: { ...one.organization, subject: { organization: 'Renamed Ltd' } },
      })),
    }
    const { made } = await make(renamed, { files: without('peer2'), holder: holders.issuer })
    const path = 'material/public/manufacturer/peer2/sign.crt'
    await writeFiles(folder, { [`new/${path}`]: made.get(path) ?? '' })
    expect(
      await openssl(
        folder,
        'verify',
        '-attime',
        '1796000000',
        '-CAfile',
        'material/public/manufacturer/ca.crt',
        `new/${path}`,
      ),
    ).toBe(`new/${path}: OK\n`)
    expect(await openssl(folder, 'x509', '-noout', '-subject', '-in', `new/${path}`)).toContain('O = Renamed Ltd')
  })

  it('is not issued where key and certificate of the authority are of two', async () => {
    const mixed = without('peer2').set(
      'material/public/manufacturer/ca.crt',
      files.get('material/public/carrier/ca.crt') ?? '',
    )
    const { made, unopened } = await make(fabricNetwork(holders), { files: mixed, holder: holders.issuer })
    expect([...made.keys()]).toEqual([])
    expect([...unopened.values()].map(({ message }) => message)).toEqual([
      'material/sealed/issuers/manufacturer/ca.yaml is not the key of material/public/manufacturer/ca.crt',
    ])
  })
})

describe('an authority of its own', () => {
  const paths = { certificate: 'material/public/carrier/ca.crt', sealed: 'material/sealed/issuers/carrier/ca.yaml' }

  /** Made with OpenSSL, and with an identifier that is no hash of its key. */
  async function own(): Promise<{ readonly certificate: string; readonly key: string }> {
    await openssl(folder, 'genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'own.key')
    await writeFiles(folder, {
      'own.cnf': `[req]
distinguished_name = name
x509_extensions = authority
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = 0102030405060708
`,
    })
    const request = ['req', '-x509', '-new', '-config', 'own.cnf', '-key', 'own.key', '-out', 'own.crt']
    await openssl(folder, ...request, '-days', '3650', '-subj', '/O=Carrier/CN=Carrier Root')
    const [certificate, key] = await Promise.all(
      ['own.crt', 'own.key'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    return { certificate: certificate ?? '', key: key ?? '' }
  }

  it('issues, when its key is sealed for the issuers', async () => {
    const { certificate, key } = await own()
    const input = dumpYaml({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'carrier-ca' },
      stringData: { 'authority.key': key },
    })
    const how = [
      '--mac-only-encrypted',
      '--encrypted-regex',
      '^(data|stringData)$',
      '--age',
      holders.recovery.recipient,
    ]
    await writeFiles(folder, { 'own.yaml': input })
    const { stdout: sealed, stderr } = await sops(['--encrypt', ...how, 'own.yaml'], { directory: folder })
    expect(stderr).toBe('')
    const given = new Map([
      [paths.certificate, certificate],
      [paths.sealed, sealed],
    ])
    const { made } = await make(fabricNetwork(holders), { files: given, holder: holders.recovery })
    expect([paths.certificate, paths.sealed].filter((path) => made.has(path))).toEqual([])
    const path = 'material/public/carrier/peer1/sign.crt'
    await writeFiles(folder, { 'own-peer.crt': made.get(path) ?? '' })
    const said = await openssl(folder, 'verify', '-x509_strict', '-no_check_time', '-CAfile', 'own.crt', 'own-peer.crt')
    expect(said).toBe('own-peer.crt: OK\n')
  })

  it('need not give its key away: the organization commits what it issues', async () => {
    const given = new Map([...files].filter(([path]) => path !== paths.sealed && !path.includes('/carrier/peer1')))
    const network = fabricNetwork(holders)
    expect(sealedProblems(requestsOf(network), materialOf(given))).toEqual([])
    const { missing, unopened } = await make(network, { files: given, holder: holders.recovery })
    expect(missing.map(({ label }) => label)).toEqual(['carrier/peer1'])
    expect([...unopened.values()].map(({ message }) => message)).toEqual([`there is no ${paths.sealed}`])
  })
})

describe('halves', () => {
  const sealed = 'material/sealed/us/manufacturer/peer2.yaml'
  const [sign, tls] = ['sign', 'tls'].map((name) => `material/public/manufacturer/peer2/${name}.crt`)
  const noPrivate = `manufacturer/peer2 has a public key (${sign}), but no private key for cluster us (${sealed})`

  test.each<[string, readonly (string | undefined)[], readonly string[]]>([
    ['none is gone', [], []],
    ['all are gone', [sign, tls, sealed], []],
    ['one certificate is gone', [tls], [`the public half of manufacturer/peer2 (${tls}) is missing`]],
    ['both certificates are gone', [sign, tls], [`the public half of manufacturer/peer2 (${sign}, ${tls}) is missing`]],
    ['the keys are gone', [sealed], [noPrivate]],
    ['one certificate and the keys are gone', [tls, sealed], [noPrivate]],
  ])('%s', (_what, gone, messages) => {
    const left = new Map([...files].filter(([path]) => !gone.includes(path)))
    const found = sealedProblems(requestsOf(fabricNetwork(holders)), materialOf(left))
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
      messages.map((text) => `material-half: ${text}`),
    )
  })
})

test('an organization makes its own material alone; the block waits for the certificates of all', async () => {
  const { made, missing } = await make(fabricNetwork(holders), { organization: 'carrier' })
  expect([...made.keys()].every((path) => path.includes('/carrier/'))).toBe(true)
  expect(missing.map(({ label }) => label)).toContain('the first block of channel trade')
})

test('stand-ins need no secret, are the same each time, and are of one piece', () => {
  const network = fabricNetwork(holders)
  const stand = () => standIns(requestsOf(network), new Map(), standInRandom)
  const [first, second] = [stand(), stand()]
  expect([...first]).toEqual([...second])
  expect([...first.keys()].filter((path) => path.includes('/sealed/'))).toEqual([])
  expect(first.has('material/public/channels/trade/genesis.yaml')).toBe(true)
  for (const { path, authority } of leaves()) {
    const issuer = readCertificate(first.get(authority) ?? '')
    expect(issuer !== undefined && readCertificate(first.get(path) ?? '')?.isIssuedBy(issuer), path).toBe(true)
  }
  for (const node of network.nodes) expect(first.has(`material/public/${nodeId(node)}/tls.crt`)).toBe(true)
})
