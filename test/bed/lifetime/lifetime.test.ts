import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { removeDeadBeds } from './dead-beds.ts'
import { claimFolder } from './folder.ts'
import { kill, runningProcesses } from './processes.ts'
import { supervise } from './supervisor.ts'

interface Creator {
  readonly process: ChildProcess
  readonly folder: string
  readonly ports: readonly number[]
  readonly guard: number
}

const created: ChildProcess[] = []
afterEach(() => {
  for (const child of created.splice(0)) child.kill('SIGKILL')
})

describe('of a bed, nothing is left', { concurrent: false }, () => {
  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('after %s of its creator', async (signal) => {
    const bed = await create()
    await expect.poll(() => processesOf(bed)).toHaveLength(2)
    bed.process.kill(signal)
    await gone(bed)
  })

  it('after SIGKILL of its guard', async () => {
    const bed = await create()
    await expect.poll(() => processesOf(bed)).toHaveLength(2)
    kill(bed.guard)
    await gone(bed)
  })

  it('after SIGKILL of both, when the next one starts; a bed that runs stays', async () => {
    const [dead, running] = [await create(), await create()]
    for (const bed of [dead, running]) await expect.poll(() => processesOf(bed)).toHaveLength(2)
    expect(dead.ports).not.toEqual(running.ports)
    dead.process.kill('SIGSTOP') // or it would notice
    kill(dead.guard)
    dead.process.kill('SIGKILL')
    await once(dead.process, 'exit')
    await expect.poll(() => processesOf(dead)).toHaveLength(1)

    expect(await removeDeadBeds()).toContain(dead.folder)
    await gone(dead)
    expect(processesOf(running)).toHaveLength(2)
    expect(existsSync(join(running.folder, 'bed.json'))).toBe(true)
  })
})

it('tells which program ended, and why', async () => {
  const { folder } = await claimFolder(['one'])
  const supervisor = await supervise(folder, ['one'])
  supervisor.start({
    name: 'program',
    path: process.execPath,
    arguments: ['--eval', 'console.log("out of luck"); process.exit(7)'],
    directory: folder,
    log: join(folder, 'program.log'),
    environment: {},
  })
  await expect(supervisor.failure).rejects.toThrow('program ended (status 7). The end of its log:\nout of luck')
  await supervisor.stop()
  expect(existsSync(folder)).toBe(false)
})

async function create(): Promise<Creator> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'creator.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  created.push(child)
  const [line] = await once(createInterface(child.stdout), 'line')
  return { process: child, ...JSON.parse(String(line)) }
}

function processesOf({ folder }: Creator): readonly number[] {
  return runningProcesses().flatMap(({ id, command }) => (command.includes(folder) ? [id] : []))
}

async function gone(bed: Creator): Promise<void> {
  await expect.poll(() => processesOf(bed), { timeout: 10_000 }).toEqual([])
  await expect.poll(() => existsSync(bed.folder), { timeout: 10_000 }).toBe(false)
}
