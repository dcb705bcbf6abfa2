import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { load } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../src/commands/keys.ts'
import { addressOf } from '../../src/platforms/evm/identity.ts'
import { tools } from '../bed/tools/tool.ts'
import { decrypt, type Holder } from '../material/sops-tool.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { allKeys, carrierNodes, definition, genesis, type Holders, keyFiles, makeHolders } from './definition.ts'
import { leaks, recordingPorts } from './recording-ports.ts'

await tools('sops')

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})

const network = 'network.yaml'
const everything = [...allKeys.flatMap((key) => [key.public, key.sealed]), genesis, 'network.lock.yaml'].sort()

async function folderWith(text = definition(holders)): Promise<string> {
  const directory = await temporaryFolder()
  await writeFiles(directory, { [network]: text })
  return directory
}

/** A folder whose keys have been made. */
async function folderWithKeys(): Promise<string> {
  const directory = await folderWith()
  await keys({ network }, recordingPorts(directory))
  return directory
}

describe('keys', () => {
  it('makes every key, the genesis and the lock, and nothing else', async () => {
    const directory = await folderWith()
    const ports = recordingPorts(directory)
    const result = await keys({ network }, ports)
    expect(result).toMatchObject({ status: 0, changed: true, clusters: ['eu', 'us'] })
    expect([...(result.files ?? [])].sort()).toEqual(everything)
    expect(Object.keys(await filesOf(directory)).sort()).toEqual([...everything, network].sort())
    expect(ports.said).toContain('made material/public/genesis.json')
    expect(ports.said.filter((line) => line.startsWith('still missing'))).toEqual([])
  })

  it('makes nothing the second time', async () => {
    const directory = await folderWithKeys()
    const before = await filesOf(directory)
    const ports = recordingPorts(directory)
    expect(await keys({ network }, ports)).toMatchObject({ status: 0, changed: false, files: [] })
    expect(ports.written).toEqual([])
    expect(ports.secrets()).toEqual([])
    expect(ports.said).toContain('no key is missing: nothing was made')
    expect(await filesOf(directory)).toEqual(before)
  })

  it('lets no private key out, neither into a file nor into a text', async () => {
    const directory = await folderWith()
    const ports = recordingPorts(directory)
    const result = await keys({ network }, ports)
    const texts = {
      ...(await filesOf(directory)),
      ...Object.fromEntries(ports.written.map(({ path, text }) => [`written ${path}`, text])),
      reported: ports.said.join('\n'),
      result: JSON.stringify(result),
    }
    expect(ports.secrets()).toHaveLength(3 * allKeys.length)
    expect(leaks(ports.secrets(), texts)).toEqual([])
    expect(leaks(ports.secrets(), { hex: `key: ${Buffer.from(ports.secrets()[0] ?? []).toString('hex')}` })).toEqual([
      'hex',
    ])
  })

  it('seals the key of a node for its cluster and the recovery recipients, and it fits the public half', async () => {
    const directory = await folderWithKeys()
    const files = await filesOf(directory)
    const privateKey = async (path: string, { identity }: Holder): Promise<string | undefined> => {
      const { status, stdout } = await decrypt(files[path] ?? '', { directory, identity })
      return status === 0
        ? Buffer.from((load(stdout) as { data: { nodekey: string } }).data.nodekey, 'base64').toString()
        : undefined
    }
    const { public: publicPath, sealed } = keyFiles('us', 'carrier', 'validator3')
    const found = await Promise.all([holders.us, holders.carrier, holders.eu].map((one) => privateKey(sealed, one)))
    expect(found).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), found[0], undefined])

    const nodeId = Buffer.from(secp256k1.getPublicKey(Buffer.from(found[0] ?? '', 'hex'), false).subarray(1)).toString(
      'hex',
    )
    expect(load(files[publicPath] ?? '')).toEqual({
      kind: 'evm-node',
      nodeId,
      address: addressOf(nodeId),
      secret: { name: 'validator3-keys', key: 'nodekey' },
    })
  })

  it('makes the missing key of a new node, and touches no other', async () => {
    const directory = await folderWithKeys()
    const before = await filesOf(directory)
    const more = definition(holders, { carrierNodes: [...carrierNodes, { name: 'rpc2', role: 'rpc' }] })
    await writeFiles(directory, { [network]: more })
    const ports = recordingPorts(directory)
    await keys({ network }, ports)
    const added = keyFiles('us', 'carrier', 'rpc2')
    expect(ports.written.map(({ path }) => path).sort()).toEqual(
      [added.public, added.sealed, 'network.lock.yaml'].sort(),
    )
    expect(await filesOf(directory)).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([path]) => path.startsWith('material/'))),
    )
  })

  it('writes nothing when the definition has errors', async () => {
    const directory = await folderWith(definition(holders, { carrierNodes: [{ name: 'Wrong Name', role: 'rpc' }] }))
    const ports = recordingPorts(directory)
    expect(await keys({ network }, ports)).toMatchObject({ status: 1, clusters: [] })
    expect(ports.written).toEqual([])
    expect(ports.secrets()).toEqual([])
  })
})

describe('keys --organization', () => {
  it('makes the keys of that organization; the genesis waits for the others', async () => {
    const directory = await folderWith()
    const ports = recordingPorts(directory)
    const result = await keys({ network, organization: 'manufacturer' }, ports)
    const own = allKeys.slice(0, 2).flatMap((key) => [key.public, key.sealed])
    expect([...(result.files ?? [])].sort()).toEqual([...own, 'network.lock.yaml'].sort())
    expect(ports.said.filter((line) => line.startsWith('still missing'))).toEqual([
      'still missing: the key of carrier/rpc1: organization carrier commits material/public/carrier/rpc1.yaml',
      'still missing: the key of carrier/validator3: organization carrier commits material/public/carrier/validator3.yaml',
      'still missing: the key of carrier/validator4: organization carrier commits material/public/carrier/validator4.yaml',
      'still missing: the genesis block',
    ])
  })

  it('makes the genesis when the last organization has its keys, from the keys of all', async () => {
    const directory = await folderWith()
    await keys({ network, organization: 'manufacturer' }, recordingPorts(directory))
    const first = await filesOf(directory)
    const result = await keys({ network, organization: 'carrier' }, recordingPorts(directory))
    expect(result.files).toContain(genesis)
    const files = await filesOf(directory)
    for (const { public: path } of allKeys.slice(0, 2)) expect(files[path]).toBe(first[path])
    for (const { public: path } of allKeys.slice(0, 4)) {
      const { address } = load(files[path] ?? '') as { address: string }
      expect(files[genesis]).toContain(address.slice(2))
    }
  })

  it('names the organization that was meant', async () => {
    const directory = await folderWith()
    await expect(keys({ network, organization: 'carier' }, recordingPorts(directory))).rejects.toMatchObject({
      name: 'OperatorError',
      message: 'there is no organization "carier"',
      hint: 'did you mean "carrier"?',
    })
  })
})

describe('keys makes no new key in the place of a file that is gone', () => {
  const { public: publicPath, sealed } = keyFiles('us', 'carrier', 'validator3')

  it.each<[string, readonly string[], string]>([
    ['public half', [publicPath], 'material-digest'],
    ['sealed half', [sealed], 'material-digest'],
    ['both halves', [publicPath, sealed], 'material-digest'],
    ['genesis', [genesis], 'material-digest'],
    ['public half, and the lock', [publicPath, 'network.lock.yaml'], 'material-half'],
    ['sealed half, and the lock', [sealed, 'network.lock.yaml'], 'material-half'],
  ])('%s', async (_name, gone, rule) => {
    const directory = await folderWithKeys()
    for (const path of gone) await rm(join(directory, path))
    const before = await filesOf(directory)
    const ports = recordingPorts(directory)
    const { status, findings } = await keys({ network }, ports)
    expect(findings.map((finding) => finding.rule)).toContain(rule)
    expect(status).toBe(1)
    expect(ports.secrets()).toEqual([])
    expect(await filesOf(directory)).toEqual(before)
  })

  it('nor in the place of one that was changed', async () => {
    const directory = await folderWithKeys()
    const files = await filesOf(directory)
    await writeFiles(directory, { [publicPath]: `${files[publicPath]}# changed\n` })
    const ports = recordingPorts(directory)
    const { status, findings } = await keys({ network }, ports)
    expect(status).toBe(1)
    expect(findings.map((finding) => finding.rule)).toContain('material-digest')
    expect(ports.written).toEqual([])
  })

  it('but when it was given up on purpose: both halves, and their lines in the lock', async () => {
    const { directory, before, key } = await givenUp('rpc1')

    expect(await keys({ network }, recordingPorts(directory))).toMatchObject({ status: 0, changed: true })

    const after = await filesOf(directory)
    expect(after[key.public]).not.toBe(before[key.public])
    expect(after[genesis]).toBe(before[genesis])
  })

  it('nor that of a validator: the chain goes on counting the old one, until it is voted out', async () => {
    const { directory } = await givenUp('validator3')
    const { status, findings } = await keys({ network }, recordingPorts(directory))
    expect(status).toBe(1)
    expect(findings.map(({ rule }) => rule)).toContain('validator-gone')
  })

  /** A network one of whose keys was removed, with all that is recorded of it. */
  async function givenUp(node: string) {
    const directory = await folderWithKeys()
    const before = await filesOf(directory)
    const key = keyFiles('us', 'carrier', node)
    for (const path of [key.public, key.sealed]) await rm(join(directory, path))
    const lines = (before['network.lock.yaml'] ?? '').split('\n')
    const lock = lines.filter((line) => !line.includes(key.public) && !line.includes(key.sealed)).join('\n')
    await writeFiles(directory, { 'network.lock.yaml': lock })
    return { directory, before, key }
  }
})

describe('a key that the organization keeps itself', () => {
  const existing = () =>
    definition(holders, { carrierNodes: [...carrierNodes, { name: 'rpc2', role: 'rpc', existingSecret: 'vault-key' }] })

  it('is asked for, not made', async () => {
    const directory = await folderWith(existing())
    const ports = recordingPorts(directory)
    const result = await keys({ network }, ports)
    expect(result.status).toBe(0)
    expect(result.files?.filter((path) => path.includes('rpc2'))).toEqual([])
    expect(ports.said).toContain(
      'still missing: the key of carrier/rpc2: organization carrier commits material/public/carrier/rpc2.yaml',
    )
  })
})
