import { createHash } from 'node:crypto'
import { access, constants, open, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { checkKustomize } from './kustomize-version.ts'
import { makeFolder } from './make-folder.ts'
import { run } from './process.ts'

/** Releases to fetch if no kustomize is on PATH: https://github.com/kubernetes-sigs/kustomize/releases, checksums.txt */
const version = '5.8.1'
export const pinnedKustomize = version
const digests: Readonly<Record<string, string>> = {
  linux_amd64: '029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d',
  linux_arm64: '0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142',
  darwin_amd64: 'ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8',
  darwin_arm64: '8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288',
}

const hint = `install kustomize ${version} and put it on PATH`

/** The kustomize of this machine, in a supported release. */
export async function usableKustomize(): Promise<string> {
  const program = await kustomize()
  await checkKustomize(
    program,
    `install kustomize ${version} from https://github.com/kubernetes-sigs/kustomize/releases and put it first on PATH, or remove this one from PATH: Chancery then fetches ${version}`,
  )
  return program
}

/**
 * Path of a kustomize: the one on PATH, or the pinned release, fetched once and verified by its SHA-256. A script, as in version
 * managers, is skipped: kustomize runs without PATH and home folder, and a script needs both.
 */
export async function kustomize(
  environment: NodeJS.ProcessEnv = process.env,
  get: typeof fetch = fetch,
): Promise<string> {
  const found = await kustomizeOnPath(environment)
  if (found !== undefined) return found
  const { program, folder, platform, digest } = pinnedPlace(environment)
  if (!(await isExecutable(program))) await install(folder, platform, digest, get)
  return program
}

/** The kustomize that is on PATH or was fetched before; undefined when it has to be fetched. */
export async function findKustomize(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const found = await kustomizeOnPath(environment)
  if (found !== undefined) return found
  const { program } = pinnedPlace(environment)
  return (await isExecutable(program)) ? program : undefined
}

async function kustomizeOnPath({ PATH = '' }: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of PATH.split(delimiter)) {
    const candidate = join(folder, 'kustomize')
    if (folder !== '' && (await isExecutable(candidate)) && !(await isScript(candidate))) return candidate
  }
  return undefined
}

/** Where the pinned release is kept. Throws OperatorError on a platform that has none. */
function pinnedPlace(environment: NodeJS.ProcessEnv) {
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
  const digest = digests[platform]
  if (digest === undefined) throw new OperatorError(`there is no pinned kustomize for ${platform}`, hint)
  const cache =
    environment.RUNNER_TOOL_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'chancery')
  const folder = join(cache, 'kustomize', version, platform)
  return { folder, program: join(folder, 'kustomize'), platform, digest }
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

async function isScript(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === '#!'
  } finally {
    await file.close()
  }
}

async function install(folder: string, platform: string, digest: string, get: typeof fetch): Promise<void> {
  const url = `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${version}/kustomize_v${version}_${platform}.tar.gz`
  const archive = await download(url, get)
  const found = createHash('sha256').update(archive).digest('hex')
  if (found !== digest)
    throw new OperatorError(
      `${url} has the SHA-256 ${found}, not ${digest}`,
      `${hint}: the release or the download was changed`,
    )
  // Unpacked beside its place and moved there atomically, as another run may do the same.
  const temporary = `${folder}.${process.pid}`
  await makeFolder(temporary)
  await writeFile(join(temporary, 'archive.tar.gz'), archive)
  const { status, stderr } = await run('tar', ['-xzf', 'archive.tar.gz', 'kustomize'], { directory: temporary })
  if (status !== 0) throw new OperatorError(`kustomize could not be unpacked: ${stderr.trim()}`, hint)
  await rm(join(temporary, 'archive.tar.gz'))
  await rename(temporary, folder).catch(() => rm(temporary, { recursive: true, force: true }))
}

async function download(url: string, get: typeof fetch): Promise<Uint8Array> {
  try {
    const response = await get(url)
    if (!response.ok) throw new Error(`status ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw new OperatorError(
      `kustomize is not on PATH and could not be fetched from ${url}: ${(error as Error).message}`,
      hint,
      { cause: error },
    )
  }
}
