import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** A program that runs until it is disposed of or this process ends. */
export interface Program extends AsyncDisposable {
  readonly hasEnded: () => boolean
  /** The last lines of its log. */
  readonly log: () => Promise<string>
}

/** Starts a program whose output is added to a file. It has no other variables than PATH and the given ones. */
export function startProgram(
  program: string,
  parameters: readonly string[],
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Program {
  const log = openSync(file, 'a')
  const child = spawn('/bin/sh', ['-c', untilInputCloses, program, ...parameters], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  return {
    hasEnded: () => hasEnded(child),
    log: async () => (await readFile(file, 'utf8')).trimEnd().split('\n').slice(-20).join('\n'),
    [Symbol.asyncDispose]: () => stop(child),
  }
}

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

async function stop(child: ChildProcess): Promise<void> {
  const ended = hasEnded(child) ? undefined : once(child, 'exit')
  child.stdin?.end()
  await ended
}
