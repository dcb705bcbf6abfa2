import { createPrivateKey } from 'node:crypto'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, credentials } from '@grpc/grpc-js'
import { type ConnectOptions, connect, hash, signers } from '@hyperledger/fabric-gateway'
import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { platformCommand } from '../../src/commands/platform-command.ts'
import { openSealed } from '../../src/material/open.ts'
import { run } from '../../src/tools/process.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { filesOnly } from '../commands/files-only.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { keyringOf } from '../material/unsealing.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { gatewayServer } from './gateway-server.ts'
import { blocksOf, read, root } from './pages.ts'

const network = 'network.yaml'

let cluster: Holder
let issuer: Holder
beforeAll(async () => {
  ;[cluster, issuer] = [await holder(), await holder()]
})

/** Two organizations with a peer each; the cluster of the second has no domain. */
const definition = (): string =>
  dumpYaml({
    version: 1,
    name: 'supplychain',
    platform: 'fabric',
    platformVersion: '3.1.5',
    clusters: [
      { name: 'eu', provider: 'gke', domain: 'eu.example.com', recipients: [cluster.recipient] },
      { name: 'us', provider: 'kubernetes', address: '203.0.113.7', recipients: [cluster.recipient] },
    ],
    organizations: [
      {
        name: 'manufacturer',
        cluster: 'eu',
        issuerRecipients: [issuer.recipient],
        clients: ['orders'],
        nodes: [
          { name: 'orderer1', role: 'orderer' },
          { name: 'peer1', role: 'peer' },
        ],
      },
      {
        name: 'carrier',
        cluster: 'us',
        issuerRecipients: [issuer.recipient],
        clients: ['orders'],
        nodes: [{ name: 'peer1', role: 'peer' }],
      },
    ],
    channels: [{ name: 'trade', members: ['manufacturer', 'carrier'] }],
  })

async function networkFolder() {
  const directory = await temporaryFolder()
  await writeFiles(directory, { [network]: definition() })
  const ports = {
    ...recordingPorts(directory),
    ...filesOnly,
    confirm: async () => false,
    readFile: async () => undefined,
  }
  expect(await keys({ network }, ports)).toMatchObject({ status: 0 })
  const files = await filesOf(directory)
  const keyring = await keyringOf(cluster)
  return {
    directory,
    file: (path: string): string => files[path] ?? '',
    secret: async (path: string): Promise<Readonly<Record<string, string>>> =>
      openSealed(path, files[path] ?? '', keyring),
    profile: async (organization: string): Promise<string> =>
      (await platformCommand({ network, name: 'connection-profile', given: [organization] }, ports)).output ?? '',
  }
}

type Folder = Awaited<ReturnType<typeof networkFolder>>

const serverOf = async ({ file, secret }: Folder, cluster: string, organization: string) =>
  gatewayServer({
    certificate: file(`material/public/${organization}/peer1/tls.crt`),
    privateKey: (await secret(`material/sealed/${cluster}/${organization}/peer1.yaml`))['tls.key'] ?? '',
    authorities: {
      ManufacturerMSP: file('material/public/manufacturer/ca.crt'),
      CarrierMSP: file('material/public/carrier/ca.crt'),
    },
  })

/** The program of the guide, in a folder with the packages of this repository. */
async function started(
  { file, secret }: Folder,
  organization: string,
  profile: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const blocks = blocksOf(await read('docs/guides/connect.md'))
  const program = blocks.find(({ language, text }) => language === 'js' && text.includes('fabric-gateway'))?.text ?? ''
  const directory = await temporaryFolder()
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
  const home = organization === 'carrier' ? 'us' : 'eu'
  const files = {
    PROFILE: profile,
    CERTIFICATE: file(`material/public/${organization}/clients/orders/sign.crt`),
    KEY: (await secret(`material/sealed/${home}/${organization}/client-orders.yaml`))['sign.key'] ?? '',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
  await writeFile(join(directory, 'program.mjs'), program)
  const paths = Object.fromEntries(Object.keys(files).map((name) => [name, join(directory, name)]))
  return run(process.execPath, ['program.mjs'], {
    directory,
    environment: { ...paths, ...environment },
  })
}

describe('the program for Node.js in docs/guides/connect.md', () => {
  it.each([
    ['manufacturer', 'eu', 'ManufacturerMSP'],
    ['carrier', 'us', 'CarrierMSP'],
  ])('evaluates at a peer of %s in %s, by TLS with its certificate', async (organization, cluster, mspId) => {
    const folder = await networkFolder()
    await using server = await serverOf(folder, cluster, organization)
    const profile = await folder.profile(organization)
    const { address } = Object.values(JSON.parse(profile).peers as Record<string, { address: string }>)[0] ?? {}
    const answer = { status: 0, stdout: `trade/assets/GetAllAssets for ${mspId}\n`, stderr: '' }
    expect(await started(folder, organization, profile, { PEER: server.address })).toMatchObject(answer)
    // The address of the profile is the one that it dials.
    const here = profile.replaceAll(`"${address}"`, `"${server.address}"`)
    expect(here).not.toBe(profile)
    expect(await started(folder, organization, here)).toMatchObject(answer)
  })

  it('refuses a peer of another organization', async () => {
    const folder = await networkFolder()
    await using server = await serverOf(folder, 'us', 'carrier')
    const { status, stderr } = await started(folder, 'manufacturer', await folder.profile('manufacturer'), {
      PEER: server.address,
    })
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/certificate|unable to verify/)
  })
})

it('the profile has what the options of a gateway client need', async () => {
  const folder = await networkFolder()
  await using server = await serverOf(folder, 'us', 'carrier')
  const profile = JSON.parse(await folder.profile('carrier')) as {
    organizations: Record<string, { mspid: string }>
    peers: Record<string, { address: string; serverName: string; tlsCACerts: { pem: string } }>
  }
  const [peer] = Object.values(profile.peers)
  const [organization] = Object.values(profile.organizations)
  expect(peer).toMatchObject({ address: '203.0.113.7:15000', serverName: 'peer1.supplychain-carrier' })
  const key = (await folder.secret('material/sealed/us/carrier/client-orders.yaml'))['sign.key'] ?? ''
  const client = new Client(server.address, credentials.createSsl(Buffer.from(peer?.tlsCACerts.pem ?? '')), {
    'grpc.ssl_target_name_override': peer?.serverName ?? '',
  })
  const options: ConnectOptions = {
    client,
    hash: hash.sha256,
    identity: {
      mspId: organization?.mspid ?? '',
      credentials: Buffer.from(folder.file('material/public/carrier/clients/orders/sign.crt')),
    },
    signer: signers.newPrivateKeySigner(createPrivateKey(key)),
  }
  const gateway = connect(options)
  const contract = gateway.getNetwork('trade').getContract('assets')
  const answer = Buffer.from(await contract.evaluateTransaction('ReadAsset', 'one')).toString()
  gateway.close()
  client.close()
  expect(answer).toBe('trade/assets/ReadAsset for CarrierMSP')
})
