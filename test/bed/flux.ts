import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from 'js-yaml'
import { fluxDefinitions } from '../kubernetes/flux-crds.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../kubernetes/json.ts'
import { git } from '../repository/git-folder.ts'
import type { Cluster, KubernetesObject } from './cluster.ts'
import { tool } from './tools/tool.ts'

const namespace = 'flux-system'
const kustomizationVersion = 'kustomize.toolkit.fluxcd.io/v1'
const sourceVersion = 'source.toolkit.fluxcd.io/v1'

/** What `flux bootstrap` calls its GitRepository, and the Kustomization of the path it is given. */
const bootstrapped = { name: namespace, namespace }

export interface FluxOptions {
  /** Secret half of the age key of the cluster: `AGE-SECRET-KEY-1…`. */
  readonly ageIdentity: string
}

/** Flux's kustomize-controller at work in a cluster, and in place of its source-controller a local git repository. */
export interface Flux extends AsyncDisposable {
  /**
   * Makes a revision of a repository the one to reconcile, as if it had been pushed: `path` is what the cluster was
   * bootstrapped with (`./deploy/flux/eu`). Returns at once.
   */
  deliver(repository: string, revision: string, path: string): Promise<void>
  /** Lets a Kustomization be reconciled now, instead of at its next interval. */
  reconcile(name: string): Promise<void>
  /** The Kustomization when it is Ready at the delivered revision. Throws an Error that has its conditions and events. */
  ready(name: string, timeoutMilliseconds?: number): Promise<JsonObject>
}

/** Starts the controller. What it needs in the cluster is installed first. */
export async function startFlux(cluster: Cluster, { ageIdentity }: FluxOptions): Promise<Flux> {
  await install(cluster, ageIdentity)
  // Among the files of the cluster, which are removed in any case.
  const folder = await mkdtemp(join(dirname(cluster.kubeconfig), 'flux-'))
  const controller = await startController(cluster, folder)
  const artifacts = await serve(folder)
  let revision = ''

  const deliver = async (repository: string, wanted: string, path: string): Promise<void> => {
    const artifact = await pack(repository, wanted, folder)
    revision = artifact.revision
    await publish(cluster, { ...artifact, url: `${artifacts.url}/${artifact.path}` })
    await cluster.apply(bootstrapKustomization(path))
  }

  const ready = async (name: string, timeoutMilliseconds = 120_000): Promise<JsonObject> => {
    const end = Date.now() + timeoutMilliseconds
    for (;;) {
      const found = await cluster.get(kustomization(name))
      if (found !== undefined && isReady(found, revision)) return found
      if (controller.exitCode !== null) throw new Error(`kustomize-controller ended:\n${await logOf(folder)}`)
      if (Date.now() > end)
        throw new Error(`${name} is not ready at ${revision}\n${await account(cluster, name, found)}`)
      await sleep(200)
    }
  }

  return {
    deliver,
    ready,
    reconcile: async (name) => {
      await patch(cluster, kustomization(name), { metadata: { annotations: requested() } })
    },
    [Symbol.asyncDispose]: async () => {
      await stop(controller)
      await artifacts.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The Secret that decrypts the sealed material of a cluster, as README.md of the template has it made. */
export const ageKey = (identity: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'sops-age', namespace },
  stringData: { 'age.agekey': `${identity}\n` },
})

export const kustomization = (name: string): KubernetesObject => ({
  apiVersion: kustomizationVersion,
  kind: 'Kustomization',
  metadata: { name, namespace },
})

/** A condition of an object: `Ready`, with status, reason and message. Empty when it has none yet. */
export function condition(object: JsonObject | undefined, type: string): JsonObject {
  const conditions = arrayAt(objectAt(object ?? {}, 'status'), 'conditions').filter(isJsonObject)
  return conditions.find((candidate) => candidate.type === type) ?? {}
}

async function install(cluster: Cluster, ageIdentity: string): Promise<void> {
  const folder = await fluxDefinitions()
  // Those of all sources: the controller watches them, and does not start when there is no such kind.
  for (const file of await readdir(folder)) {
    const definition = load(await readFile(join(folder, file), 'utf8')) as KubernetesObject // which the server checks
    await cluster.apply(definition)
    while (condition(await cluster.get(definition), 'Established').status !== 'True') await sleep(50)
  }
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  await cluster.apply(ageKey(ageIdentity))
}

async function startController(cluster: Cluster, folder: string): Promise<ChildProcess> {
  const log = openSync(join(folder, logFile), 'a')
  const parameters = [
    // Port 0: one that is free.
    '--health-addr=127.0.0.1:0',
    '--metrics-addr=127.0.0.1:0',
    // Its 30 s between two looks at a dependency would be most of the time of a test.
    '--requeue-dependency=1s',
    '--log-level=debug',
  ]
  const environment = { KUBECONFIG: cluster.kubeconfig, RUNTIME_NAMESPACE: namespace, HOME: folder, TMPDIR: folder }
  const program = await tool('kustomize-controller')
  const controller = spawn('/bin/sh', ['-c', untilInputCloses, program, ...parameters], {
    env: { ...environment, PATH: process.env.PATH },
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  return controller
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

const logFile = 'kustomize-controller.log'

const logOf = async (folder: string): Promise<string> =>
  (await readFile(join(folder, logFile), 'utf8')).trimEnd().split('\n').slice(-20).join('\n')

async function stop(controller: ChildProcess): Promise<void> {
  const running = controller.exitCode === null && controller.signalCode === null
  const ended = running ? once(controller, 'exit') : undefined
  controller.stdin?.end()
  await ended
}

interface Artifact {
  /** Below the URL of the server. */
  readonly path: string
  readonly revision: string
  readonly digest: string
  readonly size: number
}

/** The files of a revision as source-controller archives them. A tree, since an archive of a commit has a comment too. */
async function pack(repository: string, wanted: string, folder: string): Promise<Artifact> {
  const commit = await git(repository, 'rev-parse', '--verify', `${wanted}^{commit}`)
  const path = `${commit}.tar.gz`
  await git(repository, 'archive', `--output=${join(folder, path)}`, `${commit}^{tree}`)
  const bytes = await readFile(join(folder, path))
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { path, revision: `main@sha1:${commit}`, digest, size: bytes.length }
}

/** Loopback HTTP for the archives in a folder. */
async function serve(folder: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const name = /^\/([0-9a-f]+\.tar\.gz)$/.exec(request.url ?? '')?.[1] ?? 'none'
    readFile(join(folder, name)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // listens on a port, so the address has one
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

/**
 * The GitRepository with the status that source-controller writes when it has fetched a revision:
 * https://fluxcd.io/flux/components/source/gitrepositories/#gitrepository-status
 */
async function publish(cluster: Cluster, artifact: Artifact & { readonly url: string }): Promise<void> {
  const repository = { apiVersion: sourceVersion, kind: 'GitRepository', metadata: bootstrapped }
  const url = 'https://git.example.com/our/network.git'
  const applied = await cluster.apply({ ...repository, spec: { interval: '1m', url, ref: { branch: 'main' } } })
  const { generation } = objectAt(applied, 'metadata')
  const now = new Date().toISOString().replace(/\.\d+/, '')
  const stored = {
    type: 'Ready',
    status: 'True',
    reason: 'Succeeded',
    message: `stored artifact for ${artifact.revision}`,
  }
  const status = {
    observedGeneration: generation,
    artifact: { ...artifact, lastUpdateTime: now },
    conditions: [{ ...stored, observedGeneration: generation, lastTransitionTime: now }],
  }
  await patch(cluster, repository, { status }, '/status')
}

const bootstrapKustomization = (path: string): KubernetesObject => ({
  ...kustomization(bootstrapped.name),
  metadata: { ...bootstrapped, annotations: requested() },
  spec: { interval: '10m', path, prune: true, sourceRef: { kind: 'GitRepository', name: bootstrapped.name } },
})

/** https://fluxcd.io/flux/components/kustomize/kustomizations/#triggering-a-reconcile */
const requested = (): Record<string, string> => ({ 'reconcile.fluxcd.io/requestedAt': new Date().toISOString() })

async function patch(cluster: Cluster, object: KubernetesObject, change: object, subresource = ''): Promise<void> {
  const path = `${await cluster.path(object)}${subresource}`
  const { status, body } = await cluster.request('PATCH', path, change, {
    'Content-Type': 'application/merge-patch+json',
  })
  if (status !== 200) throw new Error(`PATCH ${path}: ${status} ${JSON.stringify(body)}`)
}

function isReady(found: JsonObject, revision: string): boolean {
  const status = objectAt(found, 'status')
  const current = status.observedGeneration === objectAt(found, 'metadata').generation
  return current && status.lastAppliedRevision === revision && condition(found, 'Ready').status === 'True'
}

/** What is known of a Kustomization that does not become ready. */
async function account(cluster: Cluster, name: string, found: JsonObject | undefined): Promise<string> {
  const query = new URLSearchParams({ fieldSelector: `involvedObject.name=${name}` })
  const { body } = await cluster.request('GET', `/api/v1/namespaces/${namespace}/events?${query}`)
  const events = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
  const conditions = arrayAt(objectAt(found ?? {}, 'status'), 'conditions').filter(isJsonObject)
  return [
    found === undefined ? 'there is no such Kustomization' : `status ${JSON.stringify(found.status)}`,
    ...conditions.map((one) => `${textAt(one, 'type')}=${textAt(one, 'status')} ${textAt(one, 'message')}`),
    ...events.map((event) => `${textAt(event, 'type')} ${textAt(event, 'reason')}: ${textAt(event, 'message')}`),
  ].join('\n')
}
