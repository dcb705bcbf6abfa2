import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setFailed, setOutput } from '@actions/core'
import { readBases } from './bases.ts'
import { commit } from './commands/commit.ts'
import { keys } from './commands/keys.ts'
import type { CommandPorts } from './commands/ports.ts'
import { render } from './commands/render.ts'
import type { Result } from './commands/result.ts'
import { validate } from './commands/validate.ts'
import { exitStatus, OperatorError } from './errors.ts'
import { type Inputs, type OutputName, readInputs } from './github/inputs.ts'
import { githubReporter } from './github/reporter.ts'
import { writeSummary } from './github/summary.ts'
import { systemRandom } from './material/random.ts'
import { bugReport, operatorText } from './report/failure.ts'
import { countFindings, resultSummary } from './report/summary.ts'
import { gitRepository } from './repository/git.ts'
import { workTree } from './repository/work-tree.ts'
import { kustomize } from './tools/kustomize.ts'
import { buildRoots } from './tools/roots.ts'

/** Commits are by the account that GitHub gives to workflows. */
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

const given = (name: 'organization' | 'push', value: string): { organization?: string; push?: string } =>
  value === '' ? {} : { [name]: value }

function run(inputs: Inputs, ports: CommandPorts): Promise<Result> {
  const { network, build, check } = inputs
  switch (inputs.command) {
    case 'validate':
      return validate({ network, build }, ports)
    case 'keys':
      return keys({ network, ...given('organization', inputs.organization) }, ports)
    case 'render':
      return render({ network, build, check, standIns: inputs['stand-ins'] }, ports)
    case 'commit':
      return commit(
        { network, build, ...given('organization', inputs.organization), ...given('push', inputs.push) },
        ports,
      )
  }
}

async function report(result: Result, environment: NodeJS.ProcessEnv): Promise<void> {
  const path = join(environment.RUNNER_TEMP ?? tmpdir(), 'chancery-findings.json')
  const findings = result.findings.map(({ place, ...finding }) => ({ ...finding, ...place }))
  await writeFile(path, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`)
  const outputs: Record<OutputName, string> = {
    changed: String(result.changed ?? false),
    clusters: JSON.stringify(result.clusters),
    'findings-path': path,
    errors: String(findings.filter(({ severity }) => severity === 'error').length),
    'commit-sha': result.commit ?? '',
    'dns-records': JSON.stringify(result.dnsRecords ?? []),
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}

try {
  const inputs = readInputs(process.env)
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? '.', inputs.directory)
  const result = await run(inputs, {
    files: workTree(directory),
    reporter: githubReporter(inputs.directory),
    repository: gitRepository(directory, bot),
    random: systemRandom,
    now: () => new Date(),
    bases: readBases,
    buildRoots: async (tree) => buildRoots(await kustomize(), tree),
  })
  await report(result, process.env)
  await writeSummary(resultSummary(inputs.network, result), process.env.GITHUB_STEP_SUMMARY)
  if (result.status !== exitStatus.done) setFailed(countFindings(result.findings))
  process.exitCode = result.status
} catch (error) {
  setFailed(error instanceof OperatorError ? operatorText(error) : bugReport(error))
  process.exitCode = error instanceof OperatorError ? exitStatus.operator : exitStatus.bug
}
