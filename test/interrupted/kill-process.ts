import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import { join } from 'node:path'
import { program } from '../program.ts'

// What `node --import` loads before the program: the n-th call that changes a file, or that starts a git which changes something, is
// its last. It ends by SIGKILL, as a process does whose memory or machine is taken away; a git that it started goes on.

const text = `
import fs from 'node:fs/promises'
import childProcess from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env.KILLED_AT)
const real = { ...fs, spawn: childProcess.spawn }
let count = 0
const isLast = () => { count += 1; return count === at }
const end = () => { process.kill(process.pid, 'SIGKILL'); for (;;); }

for (const name of ['mkdir', 'rename', 'rm', 'rmdir', 'unlink'])
  fs[name] = (...args) => (isLast() ? end() : real[name](...args))
fs.writeFile = async (file, content, options) => {
  if (!isLast()) return real.writeFile(file, content, options)
  const bytes = Buffer.from(content)
  await real.writeFile(file, bytes.subarray(0, bytes.length / 2), options)
  end()
}
const changing = ['update-ref', 'fast-import', 'merge', 'push', 'update-index', 'checkout-index']
childProcess.spawn = (program, args, options) => {
  const started = real.spawn(program, args, options)
  if (program === 'git' && args.some((argument) => changing.includes(argument)) && isLast()) end()
  return started
}
syncBuiltinESMExports()
process.on('exit', () => writeFileSync(process.env.KILLED_COUNT, String(count)))
`

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
  /** Calls that it came to; undefined when it was killed. */
  readonly calls?: number
}

/** Runs the program of the sources in a folder; it is killed at a call, or never when 0. `scratch` is a folder for this. */
export async function chancery(directory: string, scratch: string, args: readonly string[], at = 0): Promise<Ended> {
  const preload = join(scratch, 'preload.mjs')
  const counted = join(scratch, 'count')
  await fs.writeFile(preload, text)
  await fs.rm(counted, { force: true })
  const child = spawn(process.execPath, ['--import', preload, await program(), ...args], {
    cwd: directory,
    env: { ...process.env, KILLED_AT: String(at), KILLED_COUNT: counted },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => output.push(bytes.toString()))
  const ended = await new Promise<Pick<Ended, 'status' | 'signal'>>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status, signal) => resolve({ status, signal }))
  })
  const calls = await fs.readFile(counted, 'utf8').then(Number, () => undefined)
  return { ...ended, output: output.join(''), ...(calls === undefined ? {} : { calls }) }
}
