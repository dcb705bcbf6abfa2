import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { objectAt } from '../../kubernetes/json.ts'
import { git } from '../../repository/git-folder.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { fluxNamespace } from './namespace.ts'
import { patch } from './patch.ts'

/** In place of Flux's source-controller: revisions of local repositories, archived and served on loopback. */
export interface Source extends AsyncDisposable {
  /** Makes a revision what the GitRepository of the cluster has. Gives its name there: `main@sha1:…`. */
  publish(cluster: Cluster, repository: string, wanted: string): Promise<string>
}

/** Serves archives from a folder. */
export async function startSource(folder: string): Promise<Source> {
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
  return {
    publish: async (cluster, repository, wanted) => {
      const artifact = await pack(repository, wanted, folder)
      await announce(cluster, { ...artifact, url: `http://127.0.0.1:${port}/${artifact.path}` })
      return artifact.revision
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
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

const gitRepository: KubernetesObject = {
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  metadata: { name: fluxNamespace, namespace: fluxNamespace },
  spec: { interval: '1m', url: 'https://git.example.com/our/network.git', ref: { branch: 'main' } },
}

/**
 * The GitRepository with the status that source-controller writes when it has fetched a revision:
 * https://fluxcd.io/flux/components/source/gitrepositories/#gitrepository-status
 */
async function announce(cluster: Cluster, artifact: Artifact & { readonly url: string }): Promise<void> {
  const observedGeneration = objectAt(await cluster.apply(gitRepository), 'metadata').generation
  const now = new Date().toISOString().replace(/\.\d+/, '')
  const stored = {
    type: 'Ready',
    status: 'True',
    reason: 'Succeeded',
    message: `stored artifact for ${artifact.revision}`,
    observedGeneration,
    lastTransitionTime: now,
  }
  const status = { observedGeneration, artifact: { ...artifact, lastUpdateTime: now }, conditions: [stored] }
  await patch(cluster, gitRepository, { status }, '/status')
}
