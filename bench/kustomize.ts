import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tool } from '../test/bed/tools/tool.ts'
import { repeated, type Usage } from './benchmark.ts'
import { measureEach, measurePeak } from './process.ts'

/** `kustomize build` of every root of a rendered network, one after the other; the memory is that of the largest root. */
export async function measureKustomize(directory: string, times: number): Promise<Usage> {
  const kustomize = await tool('kustomize')
  const roots = await rootsOf(join(directory, 'deploy', 'clusters'))
  const usage = await repeated(times, () => measureEach(kustomize, ['build'], roots))
  const sizes = await Promise.all(roots.map(sizeOf))
  const largest = roots[sizes.indexOf(Math.max(...sizes))]
  return { ...usage, peakMiB: largest === undefined ? undefined : await measurePeak(kustomize, ['build', largest]) }
}

/** `<cluster>/<part>` */
async function rootsOf(folder: string): Promise<string[]> {
  const clusters = await readdir(folder)
  const parts = await Promise.all(
    clusters.map(async (cluster) => (await readdir(join(folder, cluster))).map((part) => join(folder, cluster, part))),
  )
  return parts.flat()
}

/** Bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
