import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpYaml } from '../../../src/yaml.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { groupsOf } from '../lifetime/kernel.ts'
import { isInRoot } from '../lifetime/weight.ts'
import { tool, tools } from '../tools/tool.ts'
import { container, image, pod } from './fixtures.ts'
import { imageArchive } from './image.ts'
import { machineTools } from './programs.ts'
import { podsRun } from './requirements.ts'

if (podsRun()) await tools(...components, ...machineTools, 'kubectl')

const run = promisify(execFile)
let temporary: string
let kubeconfig: string

describe.runIf(podsRun())('npm run bed with pods that really run', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'beds-'))
    const [, path = ''] = /^export KUBECONFIG=(.*)$/m.exec(await bed('up', 'eu', 'us', '--real-pods')) ?? []
    kubeconfig = path
  }, 300_000)
  afterAll(async () => {
    await bed('down')
    await rm(temporary, { recursive: true, force: true })
  })

  it('image loads an archive, and name lets a pod find another cluster', async () => {
    const archive = join(temporary, 'image.tar')
    await writeFile(archive, await imageArchive(image))
    expect(await bed('image', archive)).toBe('loaded in eu\nloaded in us\n')
    expect(await bed('name', '*.us.example.test', 'us')).toMatch(/^\*\.us\.example\.test 198\.18\.\d+\.12\n$/)
    expect(await bed('name', 'eu.example.test', 'eu')).toMatch(/^eu\.example\.test 198\.18\.\d+\.11\n$/)
    expect(await bed('name')).toMatch(/^\*\.us\.example\.test \S+\.12\neu\.example\.test \S+\.11\n$/)

    const served = { ...container('serve'), ports: [{ containerPort: 8080, hostPort: 15_002 }] }
    await applied('us', pod('by-name', served, {}, 'default'))
    const asks = container('ask', 'http://ambassador.us.example.test:15002/')
    await applied('eu', pod('asks-name', asks, {}, 'default'))
    await kubectl('eu', 'wait', 'pod/asks-name', '--for=jsonpath={.status.phase}=Succeeded', '--timeout=90s')
  })

  it('pods of a bed weigh as much as their processes would beside those of this computer', async () => {
    // The pod that serves, with its pause container. Beside groups, a bed weighs as much as one of them.
    await soon(async () => {
      for (const { file, weights } of await weighed()) {
        expect({ file, weights }).toEqual({ file, weights: isInRoot(file) ? [2, 2] : [1, 1] })
      }
    })
    expect(await weighed()).toHaveLength(1)
  })

  it.each([
    [['name', 'eu_1.example.test', 'eu'], 'eu_1.example.test is not a DNS name'],
    [['name', 'eu.example.test', 'eux'], 'No cluster is called eux: eu, us'],
    [['image', 'absent.tar'], 'no such file or directory'],
  ])('%j says what is wrong', async (parameters, message) => {
    await expect(bed(...parameters)).rejects.toThrow(message)
  })
})

/** Of the bed, then of the cluster with a pod, in processes. */
async function weighed() {
  const found = groupsOf(dirname(kubeconfig)).flatMap((group) =>
    (
      [
        ['cpu.shares', 1024],
        ['cpu.weight', 100],
      ] as const
    ).map(async ([file, ofOneProcess]) => {
      const texts = [group, join(group, 'us')].map((one) => readFile(join(one, file), 'utf8').catch(() => ''))
      const weights = (await Promise.all(texts)).filter((text) => text !== '')
      return { file, weights: weights.map((text) => Number(text) / ofOneProcess) }
    }),
  )
  return (await Promise.all(found)).filter(({ weights }) => weights.length > 0)
}

async function bed(...parameters: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, '../bed.ts')
  return (await run(process.execPath, [script, ...parameters], { env: { ...process.env, TMPDIR: temporary } })).stdout
}

async function applied(context: string, object: object): Promise<void> {
  const file = join(temporary, 'object.yaml')
  await writeFile(file, dumpYaml(object))
  await kubectl(context, 'apply', '-f', file)
}

async function kubectl(context: string, ...parameters: readonly string[]): Promise<void> {
  await run(await tool('kubectl'), ['--context', context, ...parameters], {
    env: { ...process.env, KUBECONFIG: kubeconfig },
  })
}
