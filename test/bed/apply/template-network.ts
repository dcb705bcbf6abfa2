import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DnsServer, startDnsServer } from '../../dns-server.ts'
import { type Bed, clusters } from '../clusters.ts'
import { type Fork, forkTemplate } from '../flux/repository.ts'
import { chancery, type Ended, type Running } from './chancery.ts'
import { type Context, writeContexts } from './contexts.ts'
import { type ApiProxy, type Fault, startProxy } from './proxy.ts'
import { accountWith, documentedRole, documentedRoles } from './rights.ts'

export const names = ['eu', 'us'] as const
export type Name = (typeof names)[number]

/** A fork of the template, and its two clusters, reached with no more rights than docs/apply.md asks for. */
export interface TemplateNetwork extends AsyncDisposable {
  readonly bed: Bed
  readonly fork: Fork
  /** What was asked of each cluster, as `METHOD /path?query`. */
  readonly requests: (name: Name) => readonly string[]
  /** The server that `verify` asks for names; knows none at first. */
  readonly dns: DnsServer
  /** Runs a command to its end. Both age keys are there, unless the environment says otherwise. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Running>
  /** A kubeconfig with no more rights than docs/verify.md asks for without a probe. */
  readonly readOnly: string
  /** The same with those that docs/operate.md asks for to look at what runs. */
  readonly operator: string
  /** A kubeconfig in which nobody answers for `us`. */
  readonly withoutUs: string
  /** A kubeconfig that does not have `eu`. */
  readonly withoutEu: string
  /** All that commands wrote, to standard output and standard error. */
  readonly outputs: readonly string[]
}

/** `fault` is asked with the cluster's name and each request. */
export async function templateNetwork(
  fault: (name: Name, request: string) => Fault | undefined,
): Promise<TemplateNetwork> {
  await using started = new AsyncDisposableStack()
  const bed = started.use(await clusters(names))
  const fork = started.use(await forkTemplate())
  await fork.mainJob()
  const dns = started.use(await startDnsServer({}))
  const roles = await documentedRoles()
  const proxies = new Map<Name, ApiProxy>()
  const contexts: Context[] = []
  const readers: Context[] = []
  const operators: Context[] = []
  for (const name of names) {
    const proxy = started.use(
      await startProxy(bed.cluster(name), { as: 'sender', fault: (request) => fault(name, request) }),
    )
    proxies.set(name, proxy)
    const token = await accountWith(roles, bed.cluster(name))
    const user = name === 'eu' ? { exec: await plugin(bed.folder, token) } : { token }
    const { server, authority } = proxy
    contexts.push({ name, server, authority, user })
    const reader = await accountWith([await documentedRole('verify')], bed.cluster(name))
    readers.push({ name, server, authority, user: { token: reader } })
    const operator = await accountWith(
      [await documentedRole('verify'), await documentedRole('operate')],
      bed.cluster(name),
    )
    operators.push({ name, server, authority, user: { token: operator } })
  }
  const [both, withoutUs, withoutEu, readOnly, operator] = [
    ...['both', 'without-us', 'without-eu', 'read-only', 'operator'],
  ].map((file) => join(bed.folder, `${file}.kubeconfig`)) as [string, string, string, string, string] // as many
  await writeContexts(both, contexts)
  await writeContexts(readOnly, readers)
  await writeContexts(operator, operators)
  const nobody = { name: 'us', server: 'https://127.0.0.1:1', user: { token: 'token' } }
  await writeContexts(
    withoutEu,
    contexts.filter(({ name }) => name !== 'eu'),
  )
  await writeContexts(withoutUs, [...contexts.filter(({ name }) => name !== 'us'), nobody])
  const keys = fork.holders.map(({ identity }) => identity).join('\n')
  const outputs: string[] = []
  const start: TemplateNetwork['start'] = async (args, environment = {}) => {
    const asks = ['verify', 'status'].includes(args[0] ?? '') && !args.includes('--dns-server')
    const more = asks ? ['--dns-server', dns.address] : []
    const running = await chancery(fork.directory, [...args, ...more], {
      KUBECONFIG: both,
      SOPS_AGE_KEY: keys,
      ...environment,
    })
    void running.ended.then(({ stdout, stderr }) => outputs.push(stdout, stderr))
    return running
  }
  const parts = started.move()
  return {
    bed,
    fork,
    readOnly,
    operator,
    withoutUs,
    withoutEu,
    outputs,
    dns,
    start,
    requests: (name) => proxies.get(name)?.requests ?? [],
    run: async (args, environment) => (await start(args, environment)).ended,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

/** Hands a token out that nobody takes, and the right one from the second time on. */
async function plugin(folder: string, token: string): Promise<object> {
  const script = join(folder, 'plugin.mjs')
  const text = (value: string): string => JSON.stringify(value)
  await writeFile(
    script,
    `import { existsSync, writeFileSync } from 'node:fs'
     const asked = existsSync(${text(join(folder, 'asked'))})
     writeFileSync(${text(join(folder, 'asked'))}, '')
     const status = { token: asked ? ${text(token)} : 'expired' }
     console.log(JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status }))`,
    { mode: 0o600 },
  )
  return {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: process.execPath,
    args: [script],
    interactiveMode: 'Never',
  }
}
