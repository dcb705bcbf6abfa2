import { access } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { setFailed, warning } from '@actions/core'
import type { Command, CommandValues } from '../commands/command.ts'
import { commentCommand } from '../commands/comment.ts'
import { type CommitResult, commitCommand } from '../commands/commit.ts'
import type { OptionTable } from '../commands/options.ts'
import { planCommand } from '../commands/plan.ts'
import type { AllPorts } from '../commands/ports.ts'
import { type ExitStatus, exitStatus } from '../errors.ts'
import { hasErrors } from '../network/finding.ts'
import { goodOutcomes } from '../report/cluster-result.ts'
import { bugReport, operatorErrorOf, operatorText } from '../report/failure.ts'
import { riskLine } from '../report/plan/counts.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Result } from '../report/result.ts'
import { sarifText } from '../report/sarif.ts'
import { countFindings, resultSummary } from '../report/summary.ts'
import { type Author, gitRepository } from '../repository/git.ts'
import { writeReport } from '../repository/report-file.ts'
import type { Repository } from '../repository/repository.ts'
import { repositoryOf } from './delivery.ts'
import { asInputs, type Inputs, readInputs } from './inputs.ts'
import { setOutputs } from './outputs.ts'
import { definitionIn } from './plan-files.ts'
import { githubReporter } from './reporter.ts'
import { writeSummary } from './summary.ts'
import { commentInWorkflow, commentOnPullRequest, planInWorkflow } from './workflow-plan.ts'

/** Author of commits: the account of GitHub workflows. */
const bot: Author = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
}

type SystemPorts = (options: {
  readonly directory: string
  readonly reporter: Reporter
  readonly repository: Repository
}) => AllPorts

/** Runs the action with the inputs in the environment, and returns its exit status. */
export async function runAction(environment: NodeJS.ProcessEnv, systemPorts: SystemPorts): Promise<ExitStatus> {
  try {
    const inputs = readInputs(environment)
    delete environment.INPUT_TOKEN // child processes do not need it
    const { command, values, unused } = inputs
    for (const name of unused) warning(`the input ${name} has no effect: the command ${command.name} does not use it`)
    const result = await runCommand(inputs, environment, systemPorts)
    if (command !== commentCommand) await report(result, inputs, environment)
    if (isFor(command, planCommand, values) && values.comment && result.plan !== undefined)
      await commentOnPullRequest(result.plan, values, environment)
    if (result.status !== exitStatus.done) setFailed(whatFailed(result))
    return result.status
  } catch (error) {
    const operators = operatorErrorOf(error)
    // Without the end of the last line, which an annotation would show as %0A.
    setFailed((operators === undefined ? bugReport(error) : asInputs(operatorText(operators))).trimEnd())
    return operators === undefined ? exitStatus.bug : exitStatus.operator
  }
}

async function runCommand(
  { command, values }: Inputs,
  environment: NodeJS.ProcessEnv,
  systemPorts: SystemPorts,
): Promise<CommitResult> {
  const directory = resolve(environment.GITHUB_WORKSPACE ?? '.', values.directory)
  const runner = { directory, environment, author: bot }
  const repository = isFor(command, commitCommand, values)
    ? await repositoryOf(values, runner)
    : gitRepository(directory, bot)
  const ports = systemPorts({ directory, reporter: githubReporter(values.directory, environment), repository })
  if (isFor(command, planCommand, values)) return planInWorkflow(values, ports, environment)
  if (isFor(command, commentCommand, values)) return commentInWorkflow(values, environment)
  const result = await command.run?.(values, ports, [])
  if (result === undefined) throw new Error(`the action cannot run ${command.name}`)
  return result
}

/** Whether values are those of a command, because it is that command. */
const isFor = <Options extends OptionTable>(
  command: Command,
  wanted: Command<Options>,
  _values: unknown,
): _values is CommandValues<Options> => command.name === wanted.name

async function report(result: CommitResult, { values }: Inputs, environment: NodeJS.ProcessEnv): Promise<void> {
  // Otherwise the toolkit throws an error that looks like one of Chancery's.
  if (environment.GITHUB_OUTPUT) await access(environment.GITHUB_OUTPUT)
  await setOutputs(result, definitionIn(values), environment.RUNNER_TEMP ?? tmpdir())
  if (typeof values.sarif === 'string') {
    const file = resolve(environment.GITHUB_WORKSPACE ?? '.', values.sarif)
    await writeReport(file, sarifText(values.directory, result))
  }
  await writeSummary(asInputs(resultSummary(values.network, result)), environment.GITHUB_STEP_SUMMARY)
}

function whatFailed({ findings, plan, clusterResults = [], ledger = [] }: Result): string {
  if (plan !== undefined) return hasErrors(findings) ? `${countFindings(findings)}; ${riskLine(plan)}` : riskLine(plan)
  const wrong = [
    ...clusterResults.flatMap(({ cluster, outcome, message }) =>
      goodOutcomes.has(outcome) ? [] : [`${cluster}: ${message}`],
    ),
    ...ledger.flatMap(({ good, message }) => (good ? [] : [`ledger: ${message}`])),
  ]
  return asInputs(wrong.length === 0 ? countFindings(findings) : wrong.join('; '))
}
