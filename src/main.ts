import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setFailed, setOutput } from '@actions/core'
import { apply } from './commands/apply.ts'
import { type CommitResult, commit } from './commands/commit.ts'
import { type KeysOptions, keys } from './commands/keys.ts'
import type { ClusterPorts, PlanPorts } from './commands/ports.ts'
import { render } from './commands/render.ts'
import { wantedRenewals } from './commands/renewal.ts'
import { validate } from './commands/validate.ts'
import { verify } from './commands/verify.ts'
import { exitStatus, OperatorError } from './errors.ts'
import { repositoryOf } from './github/delivery.ts'
import { type Inputs, type OutputName, readInputs } from './github/inputs.ts'
import { definitionIn, writePlanFiles } from './github/plan-files.ts'
import { githubReporter } from './github/reporter.ts'
import { writeSummary } from './github/summary.ts'
import { commentInWorkflow, commentOnPullRequest, planInWorkflow } from './github/workflow-plan.ts'
import { goodOutcomes, publicResult } from './report/cluster-result.ts'
import { bugReport, operatorText } from './report/failure.ts'
import { riskLine } from './report/plan/counts.ts'
import type { Result } from './report/result.ts'
import { sarifText } from './report/sarif.ts'
import { countFindings, resultSummary } from './report/summary.ts'
import { workTree } from './repository/work-tree.ts'
import { systemPorts } from './system.ts'

/** Commits are by the account that GitHub gives to workflows. */
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }

const given = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } =>
  (value === '' ? {} : { [name]: value }) as { [Key in Name]?: string } // a computed name widens to string

const renewals = ({ renew, within }: Inputs): Pick<KeysOptions, 'renew'> => {
  const wanted = wantedRenewals(renew, within)
  return wanted === undefined ? {} : { renew: wanted }
}

function run(inputs: Inputs, ports: ClusterPorts & PlanPorts): Promise<CommitResult> {
  const { network, build, check } = inputs
  switch (inputs.command) {
    case 'validate':
      return validate({ network, build }, ports)
    case 'plan':
      return planInWorkflow(inputs, ports, process.env)
    case 'comment':
      return commentInWorkflow(inputs, process.env)
    case 'keys':
      return keys({ network, ...given('organization', inputs.organization), ...renewals(inputs) }, ports)
    case 'render':
      return render({ network, build, check, standIns: inputs['stand-ins'] }, ports)
    case 'commit':
      return commit(
        {
          network,
          build,
          ...given('organization', inputs.organization),
          ...given('push', inputs.push),
          ...renewals(inputs),
        },
        ports,
      )
    case 'verify':
      return verify(
        {
          network,
          ...given('cluster', inputs.cluster),
          ...given('context', inputs.context),
          probe: inputs.probe,
          dnsServer: inputs['dns-server'],
        },
        ports,
      )
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

function whatFailed({ findings, plan, clusterResults = [], ledger = [] }: Result): string {
  if (plan !== undefined) return riskLine(plan)
  const wrong = [
    ...clusterResults.flatMap(({ cluster, outcome, message }) =>
      goodOutcomes.has(outcome) ? [] : [`${cluster}: ${message}`],
    ),
    ...ledger.flatMap(({ good, message }) => (good ? [] : [`ledger: ${message}`])),
  ]
  return wrong.length === 0 ? countFindings(findings) : wrong.join('; ')
}

async function report(result: CommitResult, inputs: Inputs, environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = environment.RUNNER_TEMP ?? tmpdir()
  const path = join(folder, 'chancery-findings.json')
  const findings = result.findings.map(({ place, ...finding }) => ({ ...finding, ...place }))
  await writeFile(path, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`)
  const { plan } = result
  const planFiles = plan === undefined ? undefined : await writePlanFiles(plan, definitionIn(inputs), folder)
  if (inputs.sarif !== '') {
    const file = resolve(environment.GITHUB_WORKSPACE ?? '.', inputs.sarif)
    await workTree(dirname(file)).write(basename(file), sarifText(inputs.directory, result))
  }
  const outputs: Record<OutputName, string> = {
    changed: String(result.changed ?? false),
    clusters: JSON.stringify(result.clusters),
    'findings-path': path,
    errors: String(findings.filter(({ severity }) => severity === 'error').length),
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

try {
  const inputs = readInputs(process.env)
  delete process.env.INPUT_TOKEN // programs that are started need not know it
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? '.', inputs.directory)
  const reporter = githubReporter(inputs.directory)
  const repository = await repositoryOf(inputs, { directory, environment: process.env, author: bot })
  const result = await run(inputs, systemPorts({ directory, reporter, repository }))
  if (inputs.command !== 'comment') {
    await report(result, inputs, process.env)
    await writeSummary(resultSummary(inputs.network, result), process.env.GITHUB_STEP_SUMMARY)
  }
  if (inputs.comment && result.plan !== undefined) await commentOnPullRequest(result.plan, inputs, process.env)
  if (result.status !== exitStatus.done) setFailed(whatFailed(result))
  process.exitCode = result.status
} catch (error) {
  setFailed(error instanceof OperatorError ? operatorText(error) : bugReport(error))
  process.exitCode = error instanceof OperatorError ? exitStatus.operator : exitStatus.bug
}
