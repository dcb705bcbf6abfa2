import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readBases, readPageShell } from './bases.ts'
import type { AllPorts } from './commands/ports.ts'
import { lookupAt } from './lookup.ts'
import { readIdentities } from './material/identities.ts'
import { systemRandom } from './material/random.ts'
import type { Reporter } from './report/reporter.ts'
import { gitRepository } from './repository/git.ts'
import { filesAt } from './repository/git-files.ts'
import { treesAt } from './repository/git-trees.ts'
import { makeRepository } from './repository/make-repository.ts'
import { mergeBase } from './repository/merge-base.ts'
import { filesBelow } from './repository/named-folder.ts'
import { nearbyFile } from './repository/nearby-file.ts'
import { commitOfTag } from './repository/release-commit.ts'
import { writeReport } from './repository/report-file.ts'
import type { Repository } from './repository/repository.ts'
import { writeSecret } from './repository/secret-file.ts'
import { refuseTracked } from './repository/tracked-package.ts'
import { workTree } from './repository/work-tree.ts'
import { ownAction } from './starter/own-pin.ts'
import { readStarter } from './starter-files.ts'
import { confirm } from './tools/confirm.ts'
import { readDescriptor } from './tools/descriptor.ts'
import { endSignal } from './tools/ending.ts'
import { installedPackage } from './tools/installed-package.ts'
import { usableKustomize } from './tools/kustomize.ts'
import { postJson } from './tools/post-json.ts'
import { programFacts } from './tools/programs.ts'
import { questionsAt } from './tools/questions.ts'
import { cacheFolder } from './tools/roots/cache.ts'
import { buildRoots } from './tools/roots.ts'
import { signWithSsh } from './tools/ssh-keygen.ts'

export interface SystemOptions {
  /** Absolute path of the folder of the network. */
  readonly directory: string
  readonly reporter: Reporter
  /** Replaces the git repository of the folder. */
  readonly repository?: Repository
}

/** The ports of this machine, for all commands of the command line and the action. */
export function systemPorts({ directory, reporter, repository }: SystemOptions): AllPorts {
  let signal: AbortSignal | undefined
  // Its version is read once.
  let program: Promise<string> | undefined
  return {
    files: workTree(directory),
    reporter,
    repository: repository ?? gitRepository(directory),
    random: systemRandom,
    now: () => new Date(),
    bases: readBases,
    pageShell: readPageShell,
    writeFile: (path, text) => writeReport(resolve(path), text),
    buildRoots: (tree, isWanted) =>
      reporter.during('Building with kustomize', async () => {
        program ??= usableKustomize()
        return buildRoots(await program, tree, isWanted, cacheFolder(process.env))
      }),
    baseOf: async (reference) => {
      const found = await mergeBase(directory, reference)
      const { commit } = found
      return { ...found, files: filesAt(directory, commit), trees: () => treesAt(directory, commit) }
    },
    confirm,
    questions: () => questionsAt(),
    starter: readStarter,
    commitOfRelease: (version) => commitOfTag(directory, `https://github.com/${ownAction}`, `v${version}`),
    writeSecret: (path, text) => writeSecret(directory, path, text),
    makeRepository: () => makeRepository(directory),
    folder: basename(directory),
    sshSign: signWithSsh,
    readFile: (path) => contentOf(resolve(directory, path)),
    loadPackage: (name) => installedPackage(name, [directory, '.'], refuseTracked),
    readInput: (path) => contentOf(resolve(path)),
    readNearby: nearbyFile,
    listInput: (path) => filesBelow(resolve(path)),
    postJson,
    readDescriptor,
    keyring: () => readIdentities({ environment: process.env, platform: process.platform, readFile: textOf }),
    connect: async (context) => (await clusterClient()).connect(context),
    lookupAt,
    programs: () => programFacts(directory),
    contexts: async () => (await clusterClient()).contextNames(),
    // Only commands that read the signal keep running: others end at once.
    get signal() {
      signal ??= endSignal()
      return signal
    },
  }
}

/** The Kubernetes client is large, and few commands need it. */
const clusterClient = () => import('./cluster/connection.ts')

const contentOf = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

const textOf = async (path: string): Promise<string | undefined> => {
  const content = await contentOf(path)
  return content === undefined ? undefined : Buffer.from(content).toString('utf8')
}
