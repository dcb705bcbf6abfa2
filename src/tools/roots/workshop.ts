import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pMap from 'p-map'
import type { FileContent } from '../../file-content.ts'
import { run } from '../process.ts'

/** A folder in which kustomize runs. */
export interface Workshop {
  write(files: Iterable<readonly [path: string, content: FileContent]>): Promise<void>
  /** Runs kustomize in a process of its own. */
  build(folder: string): Promise<RootResult>
}

/** YAML, or what kustomize says, without its stack of prefixes. */
export type RootResult = { readonly yaml: string } | { readonly message: string }

const atOnce = 16

/** Makes a folder, and removes it afterwards. */
export async function inWorkshop<Result>(
  program: string,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'chancery-'))
  const workshop: Workshop = {
    write: async (files) => {
      const all = [...files]
      const folders = new Set(all.map(([path]) => join(directory, dirname(path))))
      await pMap(folders, (folder) => mkdir(folder, { recursive: true }), { concurrency: atOnce })
      await pMap(all, ([path, content]) => writeFile(join(directory, path), content), { concurrency: atOnce })
    },
    build: async (folder) => {
      const { status, stdout, stderr } = await run(program, ['build', folder], { directory })
      return status === 0 ? { yaml: stdout } : { message: messageOf(stderr, directory) }
    },
  }
  try {
    return await work(workshop)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const messageOf = (stderr: string, directory: string): string =>
  stderr
    .trim()
    .replaceAll(`${directory}/`, '')
    .replace(/^Error: /, '')
    .split('\n')[0] ?? ''
