import { fileURLToPath } from 'node:url'
import { buildReportPage } from '../../../scripts/report-page.ts'
import { readBases } from '../../../src/bases.ts'
import type { ReportPorts } from '../../../src/commands/ports.ts'
import { type ReportOptions, report } from '../../../src/commands/report.ts'
import type { FileContent } from '../../../src/file-content.ts'
import { noKeys } from '../../../src/material/identities.ts'
import { systemRandom } from '../../../src/material/random.ts'
import type { Result } from '../../../src/report/result.ts'
import { memoryFiles } from '../../memory-files.ts'
import { noRepository } from '../../no-repository.ts'
import { silentReporter } from '../silent.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let shell: Promise<string> | undefined

/** The page without data, as the build makes it; built once in a process. */
function pageShell(): Promise<string> {
  shell ??= buildReportPage(root).then(({ html }) => html)
  return shell
}

export interface MadePage {
  readonly result: Result
  /** Empty when none was written. */
  readonly html: string
}

/** Runs `report` on files in memory: nothing is asked outside. */
export async function makePage(
  files: Readonly<Record<string, FileContent>>,
  options: Partial<ReportOptions> = {},
  ports: Partial<ReportPorts> = {},
): Promise<MadePage> {
  const nowhere = (): Promise<never> => Promise.reject(new Error('nothing is asked outside'))
  let html = ''
  const result = await report(
    { network: 'network.yaml', html: 'report.html', verify: false, allowWellKnown: true, ...options },
    {
      files: memoryFiles(files),
      reporter: silentReporter,
      repository: noRepository,
      random: systemRandom,
      now: () => new Date('2026-06-01T00:00:00Z'),
      keyring: async () => noKeys,
      bases: readBases,
      buildRoots: async () => ({ built: new Map(), broken: [] }),
      baseOf: nowhere,
      contexts: async () => [],
      connect: nowhere,
      lookupAt: () => ({ addresses: nowhere, fresh: nowhere, missingFor: nowhere }),
      signal: new AbortController().signal,
      pageShell,
      writeFile: async (_path, text) => {
        html = text
      },
      ...ports,
    },
  )
  return { result, html }
}
