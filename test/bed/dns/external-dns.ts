import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Cluster } from '../cluster.ts'
import { tool } from '../tools/tool.ts'

export interface ExternalDns extends AsyncDisposable {
  /** What it logged. */
  log(): string
}

export interface ExternalDnsOptions {
  readonly cluster: Cluster
  readonly namespace: string
  /** `--txt-owner-id`, by which it knows its own records. */
  readonly owner: string
  /** Further flags: of the DNS provider, and others. */
  readonly flags: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** external-dns of one namespace, which looks once a second. It removes records too (`--policy=sync`). */
export async function startExternalDns(options: ExternalDnsOptions): Promise<ExternalDns> {
  const { cluster, namespace, owner, flags, environment = {} } = options
  const usual = [
    `--kubeconfig=${cluster.kubeconfig}`,
    `--namespace=${namespace}`,
    ...['--source=service', '--policy=sync', '--domain-filter=example.com', `--txt-owner-id=${owner}`],
  ]
  const child = spawn(await tool('external-dns'), [...usual, ...flags], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
  })
  return {
    log: () => text,
    [Symbol.asyncDispose]: async () => {
      if (child.kill('SIGTERM')) await once(child, 'exit')
    },
  }
}
