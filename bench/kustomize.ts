import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { rootsOf } from '../src/tools/roots.ts'
import { tool } from '../test/bed/tools/tool.ts'
import type { Usage } from './benchmark.ts'
import { measureEach, measurePeak } from './process.ts'

/** Roots that are built: of more, as many evenly spread ones, and their time counts for all. A large network has a thousand. */
const most = 100

/** `kustomize build` of every root of a rendered network, one after the other; the memory is that of the largest root. */
export async function measureKustomize(directory: string): Promise<Usage> {
  const kustomize = await tool('kustomize')
  const files = await readdir(join(directory, 'deploy'), { recursive: true })
  const roots = rootsOf(new Map(files.map((file) => [`deploy/${file}`, '']))).map((root) => join(directory, root))
  const part = Math.max(1, roots.length / most)
  const sample = roots.filter((_, index) => Math.floor(index % part) === 0)
  const usage = await measureEach(kustomize, ['build'], sample)
  const sizes = await Promise.all(roots.map(sizeOf))
  const largest = roots[sizes.indexOf(Math.max(...sizes))]
  const share = roots.length / sample.length
  return {
    seconds: usage.seconds * share,
    userSeconds: usage.userSeconds === undefined ? undefined : usage.userSeconds * share,
    peakMiB: largest === undefined ? undefined : await measurePeak(kustomize, ['build', largest]),
  }
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
