import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commit } from '../../../src/commands/commit.ts'
import { exitStatus } from '../../../src/errors.ts'
import { recordingPorts } from '../../commands/recording-ports.ts'
import type { Holder } from '../../material/sops-tool.ts'
import { git, writeFiles } from '../../repository/git-folder.ts'
import { filledIn } from '../fork.ts'
import { template } from '../template.ts'

/** A repository as a user has it after forking the template and following its first step. */
export interface Fork extends AsyncDisposable {
  readonly directory: string
  /** Who can decrypt what is for a cluster, in the order of the clusters. */
  readonly holders: readonly Holder[]
  /**
   * Commits a change to the definition, then what the main job makes of it. Gives the revision that Flux gets to see.
   * Throws an Error with all that was said when the job does not succeed.
   */
  mainJob(change?: (definition: string) => string): Promise<string>
}

export async function forkTemplate(): Promise<Fork> {
  const directory = await mkdtemp(join(tmpdir(), 'network-'))
  const files = await template()
  const { definition, holders } = await filledIn(files['network.yaml'] ?? '')
  await writeFiles(directory, { ...files, 'network.yaml': definition })
  await git(directory, 'init', '--quiet', '--initial-branch=main')
  const settings = { 'user.name': 'Ada', 'user.email': 'ada@example.com', 'commit.gpgsign': 'false' }
  for (const [key, value] of Object.entries(settings)) await git(directory, 'config', key, value)
  return {
    directory,
    holders,
    mainJob: async (change = (text) => text) => {
      const text = await readFile(join(directory, 'network.yaml'), 'utf8')
      await writeFiles(directory, { 'network.yaml': change(text) })
      await git(directory, 'add', '--all')
      await git(directory, 'commit', '--quiet', '--no-verify', '--message=Our network')
      const ports = recordingPorts(directory)
      const { status } = await commit({ network: 'network.yaml' }, ports)
      if (status !== exitStatus.done) throw new Error(ports.said.join('\n'))
      return git(directory, 'rev-parse', 'HEAD')
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}
