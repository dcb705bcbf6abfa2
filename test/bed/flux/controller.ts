import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from '../cluster.ts'
import { tool, tools } from '../tools/tool.ts'
import { fluxNamespace } from './namespace.ts'

await tools('kustomize-controller')

/** A kustomize-controller, until it is disposed of or this process ends. */
export interface Controller extends AsyncDisposable {
  readonly hasEnded: () => boolean
  /** The last lines of its log. */
  readonly log: () => Promise<string>
}

/** Starts kustomize-controller for a cluster, with its files in a folder. */
export async function startController(cluster: Cluster, folder: string): Promise<Controller> {
  const file = join(folder, 'kustomize-controller.log')
  const log = openSync(file, 'a')
  const program = await tool('kustomize-controller')
  const controller = spawn('/bin/sh', ['-c', untilInputCloses, program, ...parameters], {
    env: {
      PATH: process.env.PATH,
      KUBECONFIG: cluster.kubeconfig,
      RUNTIME_NAMESPACE: fluxNamespace,
      HOME: folder,
      TMPDIR: folder,
    },
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  return {
    hasEnded: () => hasEnded(controller),
    log: async () => (await readFile(file, 'utf8')).trimEnd().split('\n').slice(-20).join('\n'),
    [Symbol.asyncDispose]: () => stop(controller),
  }
}

const parameters = [
  // Port 0: one that is free.
  '--health-addr=127.0.0.1:0',
  '--metrics-addr=127.0.0.1:0',
  // Its 30 s between two looks at a dependency would be most of the time of a test.
  '--requeue-dependency=1s',
  '--log-level=debug',
]

/** Runs a program until it ends, or until standard input closes: with this process, whatever way that ends. */
const untilInputCloses = `
  exec 3<&0
  "$0" "$@" 3<&- &
  program=$!
  { read -r _ <&3; kill -9 $program; } &
  reader=$!
  wait $program
  status=$?
  kill $reader
  exit $status`

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function stop(controller: ChildProcess): Promise<void> {
  const ended = hasEnded(controller) ? undefined : once(controller, 'exit')
  controller.stdin?.end()
  await ended
}
