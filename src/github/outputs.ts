import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setOutput } from '@actions/core'
import type { CommitResult } from '../commands/commit.ts'
import { publicResult } from '../report/cluster-result.ts'
import { findingJson } from '../report/finding-json.ts'
import type { outputTable } from './output-table.ts'
import { writePlanFiles } from './plan-files.ts'

/** Sets every output of the action. `definition` is relative to the root of the repository; files are written to `folder`. */
export async function setOutputs(result: CommitResult, definition: string, folder: string): Promise<void> {
  const path = join(folder, 'chancery-findings.json')
  const findings = result.findings.map(findingJson)
  await writeFile(path, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`)
  const { plan } = result
  const planFiles = plan === undefined ? undefined : await writePlanFiles(plan, definition, folder)
  const outputs: Record<keyof typeof outputTable, string> = {
    changed: String(result.changed ?? false),
    clusters: JSON.stringify(result.clusters),
    'findings-path': path,
    errors: String(result.findings.filter(({ severity }) => severity === 'error').length),
    'plan-path': planFiles?.json ?? '',
    'plan-markdown-path': planFiles?.markdown ?? '',
    risks: String((plan?.risks ?? []).filter(({ acknowledged }) => !acknowledged).length),
    'commit-sha': result.commit ?? '',
    'pull-request-number': result.pullRequest === undefined ? '' : String(result.pullRequest.number),
    'cluster-results': JSON.stringify((result.clusterResults ?? []).map(publicResult)),
    'dns-records': JSON.stringify(result.dnsRecords ?? []),
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}
