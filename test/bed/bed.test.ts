import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { KubeConfig, VersionApi } from '@kubernetes/client-node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { components } from './components.ts'
import { soon } from './eventually.ts'
import { runningProcesses } from './lifetime/processes.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

const bed = join(import.meta.dirname, 'bed.ts')
let temporary: string
let environment: NodeJS.ProcessEnv
beforeAll(async () => {
  // Beds that a person keeps on this machine are not seen from here.
  temporary = await mkdtemp(join(tmpdir(), 'beds-'))
  environment = { ...process.env, TMPDIR: temporary }
})
afterAll(async () => {
  await command('down')
  await rm(temporary, { recursive: true, force: true })
})

it('stays up until down', { timeout: 240_000 }, async () => {
  const up = await command('up', 'eu')
  // Its number depends on what else runs on this machine.
  const [, kubeconfig = ''] = /^export KUBECONFIG=(.*)$/m.exec(up) ?? []
  expect(kubeconfig.startsWith(join(temporary, 'chancery-bed-'))).toBe(true)
  expect(up).toBe(`export KUBECONFIG=${kubeconfig}\nkubectl --context eu get nodes\n`)
  const client = new KubeConfig()
  client.loadFromFile(kubeconfig)
  expect((await client.makeApiClient(VersionApi).getCode()).gitVersion).toMatch(/^v1\./)
  expect(await command('status')).toBe(`eu (until down): ${kubeconfig}\n`)
  await expect(command('up', 'us')).rejects.toThrow(/Clusters run already: eu .*\n.*npm run bed -- down/)
  await expect(command('image', 'image.tar')).rejects.toThrow('Pods of eu are pretended')

  expect(await command('down')).toBe('removed eu\n')
  expect(await command('status')).toBe('nothing runs\n')
  expect(await left()).toEqual([])
})

it('leaves nothing when it is killed while it starts', { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, [bed, 'up', 'one', 'two'], { env: environment, stdio: 'ignore' })
  await soon(async () => expect((await left()).join()).toContain('kube-apiserver'))
  child.kill('SIGKILL')
  await soon(async () => expect(await left()).toEqual([]))
})

it.each([
  [['up', 'EU'], 'EU is no name for a cluster: a-z, 0-9 and -, 30 characters at most'],
  [['up', 'eu', 'eu'], 'Two clusters have the same name: eu, eu'],
  [['name', '*.eu.example.test', 'eu'], 'Nothing runs. Start clusters: npm run bed -- up eu us --real-pods'],
  [[], 'npm run bed -- up [names…]'],
])('says what is wrong with %j', async (parameters, message) => {
  await expect(command(...parameters)).rejects.toThrow(message)
})

async function command(...parameters: readonly string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [bed, ...parameters], { env: environment })).stdout
}

/** Folders and processes. */
async function left(): Promise<readonly string[]> {
  const commands = runningProcesses().map((running) => running.command)
  return [...(await readdir(temporary)), ...commands.filter((one) => one.includes(temporary))]
}
