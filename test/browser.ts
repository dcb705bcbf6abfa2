/** A real Chromium without a window, for tests of what people look at: the npm package brings it, so nothing is downloaded or skipped. */
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type LaunchOptions, type Page } from 'playwright-core'
import { cacheDirectory } from './bed/tools/cache.ts'
import { once } from './bed/tools/once.ts'
import { noteProgram } from './real.ts'

const run = promisify(execFile)
const chromiumPackage = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))

/** What one test sees of the browser. It throws when the browser does not start: no test is skipped for that. */
export interface Browser extends AsyncDisposable {
  /** An empty page that shares nothing with other pages. */
  page(options?: PageOptions): Promise<Page>
}

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Starts Chromium; `await using` ends it. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ ...(await program()), args: ['--no-sandbox', '--font-render-hinting=none'] })
  noteProgram('chromium', browser.version())
  return {
    page: async ({ width = 1280, height = 800, colorScheme = 'light' } = {}) =>
      browser.newPage({ viewport: { width, height }, colorScheme }),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

/** The package has a program for Linux on x64; elsewhere an installed Chrome does the same. */
async function program(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  if (!(await isLibraryMissing(executablePath))) return { executablePath }
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
}

/** The program and the libraries that a small machine lacks (NSS), unpacked once. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(chromiumPackage, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cacheDirectory(), `chromium-${version}`)
  await once(folder, async (directory) => {
    await unpack('chromium.br', join(directory, 'chromium'))
    const archive = join(directory, 'al2023.tar')
    await unpack('al2023.tar.br', archive)
    await run('tar', ['-xf', archive, '--one-top-level=al2023', '-C', directory])
    await rm(archive)
  })
  return folder
}

async function unpack(name: string, target: string): Promise<void> {
  const packed = createReadStream(join(chromiumPackage, 'bin', name))
  await pipeline(packed, createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }))
}

async function isLibraryMissing(executablePath: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executablePath])
  return stdout.includes('not found')
}
