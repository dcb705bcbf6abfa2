import { X509Certificate } from 'node:crypto'
import { Agent as PlainAgent } from 'node:http'
import { Agent } from 'node:https'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
// Only the kubeconfig module: the whole client takes a tenth of a second longer to load.
import { KubeConfig } from '@kubernetes/client-node/dist/config.js'
import { OperatorError } from '../errors.ts'
import { kubeconfigFiles } from './kubeconfig-files.ts'

/** The parts of a request besides its path and body. */
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
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      `the kubeconfig is invalid: ${(error as Error).message.split('\n')[0]}`,
      'KUBECONFIG names the file; check with `kubectl config view`',
      { cause: error },
    )
  }
  config.setCurrentContext(context)
  return config
}

function loadFiles(config: KubeConfig): void {
  const [first, ...others] = kubeconfigFiles(process.env)
  if (first === undefined) config.loadFromCluster()
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

/** Credentials of a context, renewed now and then: tokens of exec plugins expire within minutes. */
export function credentialsOf(context: string, connections: number) {
  let config = load(context)
  let agent: { readonly identity: string; readonly agent: PlainAgent } | undefined
  let current: { readonly at: number; readonly credentials: Promise<Credentials> } | undefined
  let latest: Credentials | undefined

  async function read(): Promise<Credentials> {
    const cluster = config.getCurrentCluster()
    if (cluster === null) throw new OperatorError(`the context ${context} names no cluster`, 'correct the kubeconfig')
    if (!/^https?:\/\//.test(cluster.server) || !URL.canParse(cluster.server))
      throw new OperatorError(
        `the context ${context} has an invalid server: "${cluster.server}"`,
        'correct the kubeconfig: a server is an address such as https://203.0.113.7:6443',
      )
    const options: Parameters<KubeConfig['applyToHTTPSOptions']>[0] & { headers?: Record<string, string> } = {}
    try {
      await config.applyToHTTPSOptions(options)
    } catch (error) {
      const text = (error as Error).message.trim().split('\n')[0]
      throw new OperatorError(`the context ${context} provides no credentials: ${text}`, loginHint, { cause: error })
    }
    const { ca, cert, key, servername, rejectUnauthorized } = options
    checkCertificate(context, { ca, cert, key })
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
    /** Reads the kubeconfig and runs its plugins again, unless that happened since the refusal. */
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

/** A server answers an invalid or expired certificate with 401 only. */
function checkCertificate(context: string, given: Pick<SecureContextOptions, 'ca' | 'cert' | 'key'>): void {
  try {
    createSecureContext(given)
  } catch (error) {
    throw new OperatorError(
      `the context ${context} has an invalid certificate or key: ${(error as Error).message}`,
      'correct the kubeconfig, or log in to the cluster again',
      { cause: error },
    )
  }
  if (typeof given.cert !== 'string' && !Buffer.isBuffer(given.cert)) return
  const { validTo } = new X509Certificate(given.cert)
  if (Date.parse(validTo) < Date.now())
    throw new OperatorError(
      `the client certificate of the context ${context} expired on ${new Date(validTo).toISOString().slice(0, 10)}`,
      'log in to the cluster again, or ask its administrator for a new certificate',
    )
}

/** The agent of client-node for the kubeconfig's `proxy-url`, with connections kept open. */
function proxied(agent: unknown, connections: number): PlainAgent {
  return Object.assign(agent as PlainAgent, { keepAlive: true, maxSockets: connections }) // all its proxy agents extend Agent
}

const loginHint = 'log in to the cluster first; check with `kubectl --context CONTEXT get namespaces`'
