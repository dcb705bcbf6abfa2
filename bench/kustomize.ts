import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { rootsOf } from '../src/tools/roots.ts'
import { tool } from '../test/bed/tools/tool.ts'
import { repeated, type Usage } from './benchmark.ts'
import { measureEach, measurePeak } from './process.ts'

/** `kustomize build` of every root of a rendered network, one after the other; the memory is that of the largest root. */
export async function measureKustomize(directory: string, times: number): Promise<Usage> {
  const kustomize = await tool('kustomize')
  const files = await readdir(join(directory, 'deploy'), { recursive: true })
  const roots = rootsOf(new Map(files.map((file) => [`deploy/${file}`, '']))).map((root) => join(directory, root))
  const usage = await repeated(times, () => measureEach(kustomize, ['build'], roots))
  const sizes = await Promise.all(roots.map(sizeOf))
  const largest = roots[sizes.indexOf(Math.max(...sizes))]
  return { ...usage, peakMiB: largest === undefined ? undefined : await measurePeak(kustomize, ['build', largest]) }
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
