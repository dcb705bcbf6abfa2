import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pMap from 'p-map'
import type { FileContent } from '../../file-content.ts'
import { type Finished, type RunLimits, run } from '../process.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'

/** A working folder for kustomize. */
export interface Workshop {
  write(files: Iterable<readonly [path: string, content: FileContent]>): Promise<void>
  /** Runs kustomize in a separate process. */
  build(folder: string): Promise<RootResult>
}

/** YAML, or kustomize's message without its stack of prefixes. */
export type RootResult = { readonly yaml: string } | { readonly message: string }

const atOnce = 8

/** One process builds a root in less than a second, and twenty in a few seconds. */
const limits: RunLimits = { seconds: 180, bytes: 128 * 1024 * 1024 }

/**
 * Without the environment, which may have tokens: older releases of kustomize can copy variables into their output. No
 * program is on PATH, so neither git nor ssh can start. Web requests go to a proxy address where nothing listens.
 */
function environmentIn(workplace: string): Readonly<Record<string, string>> {
  const empty = join(workplace, 'home')
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()])
  return {
    HOME: empty,
    XDG_CONFIG_HOME: empty,
    KUSTOMIZE_PLUGIN_HOME: empty,
    TMPDIR: empty,
    PATH: empty,
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    ...Object.fromEntries(proxies.map((name) => [name, 'http://127.0.0.1:1'])),
  }
}

/** Creates a folder, and removes it afterwards. */
export async function inWorkshop<Result>(
  program: string,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  return inTemporaryFolder('chancery-', (workplace) => inFolder(program, workplace, work))
}

async function inFolder<Result>(
  program: string,
  workplace: string,
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  // Separate from the built files, so that no kustomization can refer to the home folder.
  const directory = join(workplace, 'tree')
  await mkdir(join(workplace, 'home'))
  await mkdir(directory)
  const workshop: Workshop = {
    write: async (files) => {
      const all = [...files]
      const folders = new Set(all.map(([path]) => join(directory, dirname(path))))
      await pMap(folders, (folder) => mkdir(folder, { recursive: true }), { concurrency: atOnce })
      await pMap(all, ([path, content]) => writeFile(join(directory, path), content), { concurrency: atOnce })
    },
    build: async (folder) => {
      const finished = await run(program, ['build', folder], {
        directory,
        inherited: [],
        environment: environmentIn(workplace),
        limits,
      })
      return finished.status === 0 ? { yaml: finished.stdout } : { message: messageOf(finished, directory) }
    },
  }
  return work(workshop)
}

function messageOf({ stderr, exceeded }: Finished, directory: string): string {
  if (exceeded === 'seconds') return `the build did not finish within ${limits.seconds} seconds`
  if (exceeded === 'bytes') return `the result has more than ${limits.bytes / 1024 / 1024} MiB`
  const text = stderr.trim().replaceAll(`${directory}/`, '')
  return text.replace(/^Error: /, '').split('\n')[0] ?? ''
}
