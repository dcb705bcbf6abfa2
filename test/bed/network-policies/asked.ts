import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Bed } from '../clusters.ts'
import { machineDirectory } from '../machine/network.ts'
import { tool } from '../tools/tool.ts'

/** What a pod is to try, as prober reads it: `tcp HOST:PORT` or `udp HOST:53`. By the address of the pod. */
type Questions = Readonly<Record<string, readonly string[]>>

/** Has pods of a machine try connections, all at once. They are asked from the machine, which no policy keeps out. */
export async function asked(
  bed: Bed,
  cluster: string,
  questions: Questions,
): Promise<Readonly<Record<string, readonly boolean[]>>> {
  return JSON.parse(await onMachine(bed, cluster, [await tool('prober'), 'ask'], JSON.stringify(questions)))
}

/** What a program writes that runs in the network of a machine. Throws an Error with what it says when it fails. */
export async function onMachine(bed: Bed, cluster: string, command: readonly string[], input = ''): Promise<string> {
  const first = (await readFile(join(machineDirectory(bed.folder, cluster), 'process'), 'utf8')).trim()
  const child = spawn('nsenter', ['--target', first, '--net', '--', ...command], { stdio: 'pipe' })
  child.stdin.on('error', () => {}) // it ended without reading; what it wrote says why
  child.stdin.end(input)
  const [output, problems] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (problems !== '') throw new Error(`${command.join(' ')}: ${problems.trim()}`)
  return output
}
