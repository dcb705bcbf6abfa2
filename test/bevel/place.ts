import { type ImportOptions, importBevelFiles } from '../../src/commands/import-bevel.ts'
import type { ImportPorts } from '../../src/commands/ports.ts'
import { noKeys } from '../../src/material/identities.ts'
import { systemRandom } from '../../src/material/random.ts'
import type { Finding } from '../../src/network/finding.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'
import { silentReporter } from '../report/silent.ts'

type FilesByPath = Readonly<Record<string, string>>

/** A place with files of Bevel, and the folder of the network. */
export function place(inputs: FilesByPath, present: FilesByPath = {}) {
  const files = memoryFiles(present)
  const said: string[] = []
  const found: Finding[] = []
  const reports = new Map<string, string>()
  const ports: ImportPorts = {
    files,
    reporter: {
      ...silentReporter,
      say: (text) => void said.push(text),
      findings: (findings) => void found.push(...findings),
    },
    repository: noRepository,
    random: systemRandom,
    now: () => new Date('2026-11-29T03:00:00Z'),
    keyring: async () => noKeys,
    bases: async () => new Map(),
    buildRoots: async () => ({ built: new Map(), broken: [] }),
    readInput: async (path) => (inputs[path] === undefined ? undefined : Buffer.from(inputs[path])),
    readNearby: async (_, named) => inputs[named],
    writeFile: async (path, text) => void reports.set(path, text),
  }
  const run = (names: readonly string[], options: Partial<ImportOptions> = {}) =>
    importBevelFiles({ name: undefined, into: undefined, report: undefined, ...options }, names, ports)
  return { run, files, said, found, reports }
}
