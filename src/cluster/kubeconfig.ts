import { existsSync } from 'node:fs'
import { Agent as PlainAgent } from 'node:http'
import { Agent } from 'node:https'
import { delimiter } from 'node:path'
// The kubeconfig alone: the whole client takes a tenth of a second longer to load.
import { KubeConfig } from '@kubernetes/client-node/dist/config.js'
import { OperatorError } from '../errors.ts'

/** What a request needs beside its path and body. */
export interface Credentials {
  readonly server: URL
  readonly agent: PlainAgent
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A kubeconfig that holds one cluster's context. A KubeConfig caches tokens by the name of the user, which two clusters may
 * share: so each cluster has one of its own (https://github.com/kubernetes-client/javascript/issues/429).
 */
function load(context: string): KubeConfig {
  const config = new KubeConfig()
  try {
    loadFiles(config)
  } catch (error) {
    throw new OperatorError(
      `the kubeconfig cannot be read: ${(error as Error).message.split('\n')[0]}`,
      'KUBECONFIG names the file; `kubectl config view` shows whether kubectl can read it',
      { cause: error },
    )
  }
  config.setCurrentContext(context)
  return config
}

/** As kubectl does, files of KUBECONFIG that are not there are passed over. */
function loadFiles(config: KubeConfig): void {
  const files = (process.env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '' && existsSync(file))
  const [first, ...others] = files
  if (first === undefined) config.loadFromDefault()
  else config.loadFromFile(first)
  for (const file of others) {
    const more = new KubeConfig()
    more.loadFromFile(file)
    config.mergeConfig(more)
  }
}

/** Names of all contexts of the kubeconfig: the files in KUBECONFIG, or `~/.kube/config`. */
export const contextNames = (): string[] =>
  load('')
    .getContexts()
    .map(({ name }) => name)

const reread = 10_000

/** Credentials of a context, asked for anew now and then: exec plugins hand out tokens that live for minutes. */
export function credentialsOf(context: string, connections: number) {
  let config = load(context)
  let agent: { readonly identity: string; readonly agent: PlainAgent } | undefined
  let current: { readonly at: number; readonly credentials: Promise<Credentials> } | undefined
  let latest: Credentials | undefined

  async function read(): Promise<Credentials> {
    const cluster = config.getCurrentCluster()
    if (cluster === null) throw new OperatorError(`the context ${context} names no cluster`, 'correct the kubeconfig')
    const options: Parameters<KubeConfig['applyToHTTPSOptions']>[0] & { headers?: Record<string, string> } = {}
    try {
      await config.applyToHTTPSOptions(options)
    } catch (error) {
      const text = (error as Error).message.trim().split('\n')[0]
      throw new OperatorError(`the context ${context} gives no credentials: ${text}`, loginHint, { cause: error })
    }
    const { ca, cert, key, servername, rejectUnauthorized } = options
    const identity = JSON.stringify([String(cert), String(ca), servername, rejectUnauthorized])
    if (agent?.identity !== identity) {
      agent?.agent.destroy()
      const given = { ca, cert, key, servername, rejectUnauthorized }
      const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const Protocol = cluster.server.startsWith('http:') ? PlainAgent : Agent
      const own = new Protocol({ ...known, keepAlive: true, maxSockets: connections, proxyEnv: process.env })
      agent = { identity, agent: cluster.proxyUrl === undefined ? own : proxied(options.agent, connections) }
    }
    const basic = options.auth ? { Authorization: `Basic ${Buffer.from(options.auth).toString('base64')}` } : {}
    latest = { server: new URL(cluster.server), agent: agent.agent, headers: { ...options.headers, ...basic } }
    return latest
  }

  return {
    get(): Promise<Credentials> {
      if (current === undefined || Date.now() - current.at > reread) current = { at: Date.now(), credentials: read() }
      return current.credentials
    },
    /** Reads the kubeconfig again and asks its plugins again, unless that happened since these were refused. */
    renew(refused: Credentials): void {
      if (latest?.headers.Authorization !== refused.headers.Authorization) return
      config = load(context)
      current = undefined
      latest = undefined
    },
    /** For what client-node does itself. */
    config: () => config,
    close: () => agent?.agent.destroy(),
  }
}

/** What the kubeconfig's `proxy-url` asks for: an agent that client-node made, told to keep connections open. */
function proxied(agent: unknown, connections: number): PlainAgent {
  return Object.assign(agent as PlainAgent, { keepAlive: true, maxSockets: connections }) // all its proxy agents extend Agent
}

const loginHint = 'log in to the cluster first; `kubectl --context CONTEXT get namespaces` tells whether that worked'
