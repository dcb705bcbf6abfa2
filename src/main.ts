import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setFailed, setOutput } from '@actions/core'
import { apply } from './commands/apply.ts'
import { goodOutcomes } from './commands/cluster-result.ts'
import { commit } from './commands/commit.ts'
import type { ClusterPorts } from './commands/delivery.ts'
import { keys } from './commands/keys.ts'
import { render } from './commands/render.ts'
import type { Result } from './commands/result.ts'
import { validate } from './commands/validate.ts'
import { verify } from './commands/verify.ts'
import { exitStatus, OperatorError } from './errors.ts'
import { type Inputs, type OutputName, readInputs } from './github/inputs.ts'
import { githubReporter } from './github/reporter.ts'
import { writeSummary } from './github/summary.ts'
import { bugReport, operatorText } from './report/failure.ts'
import { countFindings, resultSummary } from './report/summary.ts'
import { systemPorts } from './system.ts'

/** Commits are by the account that GitHub gives to workflows. */
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

const given = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } =>
  (value === '' ? {} : { [name]: value }) as { [Key in Name]?: string } // a computed name widens to string

function run(inputs: Inputs, ports: ClusterPorts): Promise<Result> {
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
    case 'verify':
      return verify({ network, ...given('cluster', inputs.cluster), ...given('context', inputs.context) }, ports)
    case 'apply':
      return apply(
        {
          network,
          ...given('cluster', inputs.cluster),
          ...given('context', inputs.context),
          dryRun: inputs['dry-run'],
          prune: inputs.prune,
          pruneAlso: inputs['prune-also'],
          forceConflicts: inputs['force-conflicts'],
          timeout: inputs.timeout,
        },
        ports,
      )
  }
}

function whatFailed({ findings, clusterResults = [] }: Result): string {
  const wrong = clusterResults.filter(({ outcome }) => !goodOutcomes.has(outcome))
  if (wrong.length === 0) return countFindings(findings)
  return wrong.map(({ cluster, message }) => `${cluster}: ${message}`).join('; ')
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
    'cluster-results': JSON.stringify(
      (result.clusterResults ?? []).map(({ plan: _plan, lines: _lines, ...rest }) => rest),
    ),
    'dns-records': JSON.stringify(result.dnsRecords ?? []),
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}

try {
  const inputs = readInputs(process.env)
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? '.', inputs.directory)
  const reporter = githubReporter(inputs.directory)
  const result = await run(inputs, systemPorts({ directory, reporter, author: bot }))
  await report(result, process.env)
  await writeSummary(resultSummary(inputs.network, result), process.env.GITHUB_STEP_SUMMARY)
  if (result.status !== exitStatus.done) setFailed(whatFailed(result))
  process.exitCode = result.status
} catch (error) {
  setFailed(error instanceof OperatorError ? operatorText(error) : bugReport(error))
  process.exitCode = error instanceof OperatorError ? exitStatus.operator : exitStatus.bug
}
