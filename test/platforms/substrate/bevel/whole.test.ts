import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { beforeEach, expect, it } from 'vitest'
import { importBevelFiles } from '../../../../src/commands/import-bevel.ts'
import { keys } from '../../../../src/commands/keys.ts'
import { render } from '../../../../src/commands/render.ts'
import { validate } from '../../../../src/commands/validate.ts'
import { parseJson } from '../../../../src/json.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { tools } from '../../../bed/tools/tool.ts'
import { substrateFile } from '../../../bevel/substrate-inputs.ts'
import { type RecordingPorts, recordingPorts } from '../../../commands/recording-ports.ts'
import { read } from '../../../docs/pages.ts'
import { holder } from '../../../material/sops-tool.ts'
import { filesOf, onlyConfiguration, temporaryFolder } from '../../../repository/git-folder.ts'
import { broughtSpec } from '../brought-spec.ts'

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
async function imported(text: string, nearby: Readonly<Record<string, string>> = {}): Promise<void> {
  await importBevelFiles({ name: 'chain', into: undefined, report: undefined }, ['bevel.yaml'], {
    ...ports,
    readInput: async () => Buffer.from(text),
    readNearby: async (_, named) => nearby[named],
    writeFile: async () => {},
  })
  const { 'network.yaml': written = '' } = await filesOf(directory)
  const definition = load(written) as { readonly clusters: readonly Fields[] } & Fields // it was just written
  const clusters = await Promise.all(
    definition.clusters.map(async (one) => ({ ...one, recipients: [(await holder()).recipient] })),
  )
  await writeFile(join(directory, 'network.yaml'), dumpYaml({ ...definition, clusters }))
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

it('a chain of Bevel gets keys and a chain spec with its authorities, renders and builds', async () => {
  await imported(substrateFile())
  const path = join(directory, 'chain/base.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await broughtSpec())
  const files = await rendered()
  const spec = parseJson(files['material/public/chain-spec.json'] ?? '') as {
    readonly id: string
    readonly genesis: {
      readonly runtimeGenesis: { readonly patch: Readonly<Record<'aura' | 'grandpa', { authorities: unknown[] }>> }
    }
  } // of Chancery itself
  const { aura, grandpa } = spec.genesis.runtimeGenesis.patch
  expect([spec.id, aura.authorities.length, grandpa.authorities.length]).toEqual(['food_trace', 4, 4])
  const commandLines = Object.entries(files).filter(([name]) => /\/(?:oem|tierone)\/.*statefulset\.yaml$/.test(name))
  expect(commandLines).toHaveLength(5)
  for (const [, text] of commandLines) expect(text).not.toMatch(/--ws-|[Uu]nsafe$|9933/m)
})

it('a chain of Bevel that runs keeps its chain spec, byte for byte', async () => {
  const spec = await read('examples/join-substrate/chain/foodtrace-raw.json')
  await imported(substrateFile(), { '/home/operator/genesis': Buffer.from(spec).toString('base64') })
  const files = await rendered()
  expect(files['material/public/chain-spec.json']).toBe(spec)
  expect(files['network.lock.yaml']).not.toContain('chain-spec.json')
  expect(Object.keys(files).filter((name) => /^material\/sealed\/.*\.yaml$/.test(name))).toHaveLength(5)
})
