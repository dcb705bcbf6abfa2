import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { beforeEach, expect, it } from 'vitest'
import { importBevelFiles } from '../../../../src/commands/import-bevel.ts'
import { keys } from '../../../../src/commands/keys.ts'
import { render } from '../../../../src/commands/render.ts'
import { validate } from '../../../../src/commands/validate.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { tools } from '../../../bed/tools/tool.ts'
import { indyFile } from '../../../bevel/indy-inputs.ts'
import { type RecordingPorts, recordingPorts } from '../../../commands/recording-ports.ts'
import { read } from '../../../docs/pages.ts'
import { holder } from '../../../material/sops-tool.ts'
import { filesOf, onlyConfiguration, temporaryFolder } from '../../../repository/git-folder.ts'

type Fields = Readonly<Record<string, unknown>>

await tools('kustomize')

let directory: string
let ports: RecordingPorts
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
  ports = recordingPorts(directory)
})

/** Imports a file of Bevel into the folder, then adds the recipients that only people know. */
async function imported(text: string, nearby: Fields = {}): Promise<void> {
  await importBevelFiles({ name: 'pool', into: undefined, report: undefined }, ['bevel.yaml'], {
    ...ports,
    readInput: async () => Buffer.from(text),
    readNearby: async (_, named) => nearby[named] as string | undefined,
    writeFile: async () => {},
  })
  const path = join(directory, 'network.yaml')
  const { 'network.yaml': written = '' } = await filesOf(directory)
  const definition = load(written) as Fields // it was just written
  const each = async (key: string, field: string): Promise<Fields[]> =>
    Promise.all(
      (definition[key] as readonly Fields[]).map(async (one) => ({ ...one, [field]: [(await holder()).recipient] })),
    )
  await writeFile(
    path,
    dumpYaml({
      ...definition,
      clusters: await each('clusters', 'recipients'),
      organizations: await each('organizations', 'stewardRecipients'),
    }),
  )
}

async function rendered(): Promise<Readonly<Record<string, string>>> {
  expect((await validate({ network: 'network.yaml' }, ports)).findings).not.toContainEqual(
    expect.objectContaining({ severity: 'error' }),
  )
  expect(await keys({ network: 'network.yaml' }, ports)).toMatchObject({ status: 0 })
  const options = { network: 'network.yaml', build: true, check: false, standIns: false }
  expect(await render(options, ports)).toMatchObject({ status: 0 })
  return filesOf(directory)
}

it('a pool of Bevel gets keys and a genesis with its aliases and addresses, renders and builds', async () => {
  await imported(indyFile())
  const files = await rendered()
  const lines = (files['material/public/pool_transactions_genesis'] ?? '').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).txn.data.data)).toMatchObject(
    [
      ['partner-steward-1', 9731],
      ['partner-steward-2', 9741],
      ['provider-steward-1', 9711],
      ['provider-steward-2', 9721],
    ].map(([alias, port]) => ({
      alias,
      node_ip: '203.0.113.2',
      node_port: port,
      client_ip: '203.0.113.2',
      client_port: Number(port) + 1,
    })),
  )
  const trustees = (files['material/public/domain_transactions_genesis'] ?? '').match(/"role":"0"/g)
  expect(trustees).toHaveLength(2)
  expect(Object.keys(files).filter((path) => path.startsWith('deploy/') && path.includes('/authority/'))).toEqual([])
})

it('a pool of Bevel that runs keeps its genesis, byte for byte', async () => {
  const genesis = { state: 'present', pool: 'build/pool', domain: 'build/domain' }
  const pool = await read('test/golden/indy-joined/pool/pool_transactions_genesis')
  const domain = await read('test/golden/indy-joined/pool/domain_transactions_genesis')
  await imported(indyFile({ genesis }), { 'build/pool': pool, 'build/domain': domain })
  const files = await rendered()
  const mounted = Object.entries(files).filter(([path]) => /^deploy\/.*pool_transactions_genesis$/.test(path))
  expect(mounted.map(([, text]) => text)).toEqual(mounted.map(() => pool))
  expect(mounted.length).toBe(2)
  expect(files['material/public/pool_transactions_genesis']).toBe(pool)
  expect(files['network.lock.yaml']).not.toContain('pool_transactions_genesis')
})
