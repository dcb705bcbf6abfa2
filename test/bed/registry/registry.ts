import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { dumpYaml } from '../../../src/yaml.ts'
import { createAuthority } from '../certificates/certificates.ts'
import type { Bed } from '../clusters.ts'
import { registriesFolder } from '../machine/files.ts'
import { type ImageContent, json } from '../machine/image.ts'
import { tool } from '../tools/tool.ts'
import { until } from '../until.ts'

/** As `tool` knows them: the registry, and what runs in pods of images from it. */
export const registryTools = ['registry', 'stand-in'] as const

/** A registry beside the clusters of a bed, which asks for a login. */
export interface Registry {
  /** `mirror.example.test:5000` */
  readonly host: string
  readonly address: string
  /** Content of a Secret of the type kubernetes.io/dockerconfigjson. */
  readonly login: string
  /** The same with another password. */
  loginWith(password: string): string
  /** Pushes an image under a name with a tag: as it is, or in an index, as images for several processors are. Gives its digest. */
  push(image: ImageContent, name: string, tag: string, kind?: 'manifest' | 'index'): Promise<string>
}

const [user, password] = ['puller', 'correct horse']
/** Of the password, by bcrypt with the least cost. */
const passwords = `${user}:$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e\n`

const indexType = 'application/vnd.oci.image.index.v1+json'

/** Starts it, and lets the machines of these clusters find it by its name and trust its certificate. */
export async function startRegistry(bed: Bed, name: string, clusters: readonly string[]): Promise<Registry> {
  const { address, folder } = bed
  if (address === undefined) throw new Error('only machines pull images')
  const port = 5000
  const host = `${name}:${port}`
  const authority = createAuthority('authority of the mirror')
  const { certificate, key } = authority.server('registry', [name, address])
  const file = (path: string): string => join(folder, path)
  const configuration = {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: false } },
    storage: { inmemory: {} },
    http: { addr: `${address}:${port}`, tls: { certificate: file('registry.crt'), key: file('registry.key') } },
    auth: { htpasswd: { realm: 'mirror', path: file('registry.passwords') } },
  }
  const files = {
    'registry.crt': certificate,
    'registry.key': key,
    'registry.authority': authority.certificate,
    'registry.passwords': passwords,
    'registry.yaml': dumpYaml(configuration),
  }
  for (const [path, content] of Object.entries(files)) await writeFile(file(path), content, { mode: 0o600 })
  for (const cluster of clusters) {
    const hosts = join(registriesFolder(bed.machineFolder(cluster)), host)
    await mkdir(hosts, { recursive: true })
    const server = `https://${host}`
    const trust = { server, host: { [server]: { ca: file('registry.authority') } } }
    await writeFile(join(hosts, 'hosts.toml'), stringify(trust))
  }
  await bed.setNames({ [name]: address })
  await bed.start({ name: 'registry', path: await tool('registry'), arguments: ['serve', file('registry.yaml')] })
  const ask = asking({ address, port, authority: authority.certificate })
  await until(async () => (await ask('GET', '/v2/')).status === 200)
  const login = (word: string): string => loginAt(host, word)
  return {
    host,
    address,
    login: login(password),
    loginWith: login,
    push: (image, repository, tag, kind) => push(ask, image, repository, tag, kind),
  }
}

const loginAt = (host: string, word: string): string =>
  JSON.stringify({ auths: { [host]: { username: user, password: word, auth: basic(word) } } })

const basic = (word = password): string => Buffer.from(`${user}:${word}`).toString('base64')

interface RegistryAnswer {
  readonly status: number
  readonly location: string
  readonly text: string
}

type AskRegistry = (
  method: 'GET' | 'HEAD' | 'POST' | 'PUT',
  path: string,
  content?: Buffer,
  contentType?: string,
) => Promise<RegistryAnswer>

const asking =
  ({ address, port, authority }: { address: string; port: number; authority: string }): AskRegistry =>
  (method, path, content, contentType = 'application/octet-stream') => {
    const { promise, resolve, reject } = Promise.withResolvers<RegistryAnswer>()
    const headers = {
      Authorization: `Basic ${basic()}`,
      ...(content === undefined ? {} : { 'Content-Type': contentType, 'Content-Length': content.length }),
    }
    request({ host: address, port, ca: authority, method, path, headers, agent: false }, async (response) => {
      const text = (await response.toArray()).join('')
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', text })
    })
      .once('error', reject)
      .end(content)
    return promise
  }

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push */
async function push(
  ask: AskRegistry,
  { blobs, manifest, platform }: ImageContent,
  repository: string,
  tag: string,
  kind: 'manifest' | 'index' = 'manifest',
): Promise<string> {
  const base = `/v2/${repository}`
  for (const { descriptor, content } of blobs) {
    if ((await ask('HEAD', `${base}/blobs/${descriptor.digest}`)).status === 200) continue
    const { location } = await taken(ask('POST', `${base}/blobs/uploads/`, Buffer.alloc(0)))
    const upload = new URL(location, 'https://registry')
    upload.searchParams.set('digest', descriptor.digest)
    await taken(ask('PUT', `${upload.pathname}${upload.search}`, content))
  }
  const put = async (reference: string, { descriptor, content }: ImageContent['manifest']): Promise<string> => {
    await taken(ask('PUT', `${base}/manifests/${reference}`, content, descriptor.mediaType))
    return descriptor.digest
  }
  if (kind === 'manifest') return put(tag, manifest)
  await put(manifest.descriptor.digest, manifest)
  const index = { schemaVersion: 2, mediaType: indexType, manifests: [{ ...manifest.descriptor, platform }] }
  return put(tag, json(index, indexType))
}

async function taken(answer: Promise<RegistryAnswer>): Promise<RegistryAnswer> {
  const found = await answer
  if (found.status >= 300) throw new Error(`the registry answers ${found.status}: ${found.text}`)
  return found
}
