import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { removeDeadBeds } from '../lifetime/dead-beds.ts'
import { inKernel } from '../lifetime/kernel.ts'
import { kill } from '../lifetime/processes.ts'
import { tools } from '../tools/tool.ts'
import { namespacesOf, processesOf, settings } from './left-overs.ts'
import { machineTools } from './programs.ts'
import { podsRun } from './requirements.ts'

if (podsRun()) await tools(...components, ...machineTools)

interface Creator {
  readonly process: ChildProcess
  readonly folder: string
  readonly guard: number
}

const created: ChildProcess[] = []
afterEach(() => {
  for (const child of created.splice(0)) child.kill('SIGKILL')
})

describe.runIf(podsRun())('of a bed whose pods ran, nothing is left', { timeout: 300_000 }, () => {
  it('when it is disposed of', async () => {
    const before = settings()
    const bed = await clusters(2, { pods: 'real' })
    const gone = watch(bed.folder)
    await bed[Symbol.asyncDispose]()
    gone()
    expect(settings()).toEqual(before)
  })

  it('after SIGKILL of its creator', async () => {
    const bed = await create()
    const gone = watch(bed.folder)
    bed.process.kill('SIGKILL')
    await soon(async () => gone())
  })

  it('after SIGKILL of its guard', async () => {
    const bed = await create()
    const gone = watch(bed.folder)
    kill(bed.guard)
    await soon(async () => gone())
  })

  it('after SIGKILL of both, when the next one starts', async () => {
    const bed = await create()
    const gone = watch(bed.folder)
    bed.process.kill('SIGSTOP') // or it would notice
    kill(bed.guard)
    bed.process.kill('SIGKILL')
    await once(bed.process, 'exit')
    expect(await removeDeadBeds()).toContain(bed.folder)
    gone()
  })
})

async function create(): Promise<Creator> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'creator.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  created.push(child)
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended')))
  ended.catch(() => {})
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  return { process: child, ...JSON.parse(String(line)) }
}

/** What it gives throws as long as something is left of what the bed has now. */
function watch(folder: string): () => void {
  const processes = processesOf(folder)
  const namespaces = namespacesOf(processes)
  expect(processes.length).toBeGreaterThan(10)
  expect(namespaces.length).toBeGreaterThanOrEqual(2)
  expect(inKernel(folder)).not.toEqual([])
  return () => {
    expect(processesOf(folder)).toEqual([])
    expect(namespacesOf().filter((one) => namespaces.includes(one))).toEqual([])
    expect(inKernel(folder)).toEqual([])
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(folder)
    expect(existsSync(folder)).toBe(false)
  }
}
