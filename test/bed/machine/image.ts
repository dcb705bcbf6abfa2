import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { tool } from '../tools/tool.ts'
import { containerdSocket } from './files.ts'
import { type Entry, tar } from './tar.ts'

const run = promisify(execFile)

/** A container image made of files of this computer. */
export interface Image {
  /** With a tag other than `latest`, or kubelets would pull it: `example.test/node:1`. */
  readonly name: string
  readonly command: readonly string[]
  /** Path in the image → path here. Shared libraries that they need come with them. */
  readonly files: Readonly<Record<string, string>>
}

/** What a registry keeps of an image. */
export interface ImageContent {
  readonly blobs: readonly Blob[]
  readonly manifest: Blob
  readonly platform: { readonly architecture: string; readonly os: string }
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json'

/** An image as OCI describes it (https://github.com/opencontainers/image-spec/blob/main/manifest.md). */
export async function imageContent({ command, files }: Omit<Image, 'name'>): Promise<ImageContent> {
  const layer = blob(tar(await entries(files)), 'application/vnd.oci.image.layer.v1.tar')
  const platform = { architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux' }
  const configuration = json(
    {
      ...platform,
      config: { Entrypoint: command, User: '65535:65535', Env: ['PATH=/usr/local/bin:/usr/bin:/bin'] },
      rootfs: { type: 'layers', diff_ids: [layer.descriptor.digest] },
    },
    'application/vnd.oci.image.config.v1+json',
  )
  const manifest = json(
    { schemaVersion: 2, mediaType: manifestType, config: configuration.descriptor, layers: [layer.descriptor] },
    manifestType,
  )
  return { blobs: [layer, configuration], manifest, platform }
}

/** The bytes of an OCI image in an archive (https://github.com/opencontainers/image-spec/blob/main/image-layout.md). */
export async function imageArchive({ name, ...image }: Image): Promise<Buffer> {
  const { blobs, manifest, platform } = await imageContent(image)
  const index = {
    schemaVersion: 2,
    manifests: [{ ...manifest.descriptor, platform, annotations: { 'io.containerd.image.name': name } }],
  }
  return tar([
    { path: 'oci-layout', mode: 0o644, content: Buffer.from(JSON.stringify({ imageLayoutVersion: '1.0.0' })) },
    { path: 'index.json', mode: 0o644, content: Buffer.from(JSON.stringify(index)) },
    ...[...blobs, manifest].map(({ descriptor, content }) => {
      return { path: `blobs/${descriptor.digest.replace(':', '/')}`, mode: 0o644, content }
    }),
  ])
}

/**
 * Imports an archive, of OCI or of `docker save`: its bytes, or the path of its file. `directory` is that of the machine.
 * Throws an Error with what containerd says, also as long as it does not listen.
 */
export async function loadImage(directory: string, archive: Buffer | string): Promise<void> {
  const ctr = spawn(
    await tool('ctr'),
    [
      '--address',
      containerdSocket(directory),
      '--namespace',
      'k8s.io',
      '--connect-timeout',
      '2s',
      'images',
      'import',
      typeof archive === 'string' ? archive : '-',
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  )
  ctr.stdin.on('error', () => {}) // it ended without reading; its status and words say why
  ctr.stdin.end(typeof archive === 'string' ? '' : archive)
  const [said, [status]] = await Promise.all([text(ctr.stderr), once(ctr, 'exit')])
  if (status !== 0) throw new Error(`ctr could not load an image: ${said.trim()}`)
}

export interface Blob {
  readonly descriptor: { readonly mediaType: string; readonly digest: string; readonly size: number }
  readonly content: Buffer
}

function blob(content: Buffer, mediaType: string): Blob {
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
  return { descriptor: { mediaType, digest, size: content.length }, content }
}

export const json = (content: object, mediaType: string): Blob => blob(Buffer.from(JSON.stringify(content)), mediaType)

async function entries(files: Readonly<Record<string, string>>): Promise<readonly Entry[]> {
  const libraries = (await Promise.all(Object.values(files).map(librariesOf))).flat()
  const all = new Map([...libraries.map((library) => [library, library] as const), ...Object.entries(files)])
  const folders = new Set([...all.keys()].flatMap(foldersOf))
  return [
    ...[...folders].sort().map((path) => ({ path, mode: 0o755 })),
    { path: 'tmp', mode: 0o1777 },
    ...(await Promise.all(
      [...all].sort().map(async ([path, source]) => {
        return { path: posix.relative('/', path), mode: 0o755, content: await readFile(source) }
      }),
    )),
  ]
}

/** `/usr/local/bin/node` → `usr`, `usr/local`, `usr/local/bin` */
function foldersOf(path: string): readonly string[] {
  const folder = posix.dirname(path)
  return folder === '/' ? [] : [...foldersOf(folder), posix.relative('/', folder)]
}

/** The loader too. A static executable has none, and `ldd` fails. */
async function librariesOf(executable: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [executable]).catch(() => ({ stdout: '' }))
  return [...stdout.matchAll(/(?:=>\s+|^\s+)(\/\S+) \(0x/gm)].map(([, path = '']) => path)
}
