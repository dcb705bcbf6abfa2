import { relative, resolve, sep } from 'node:path'
import { readOptions } from '../commands/options.ts'
import type { AllPorts } from '../commands/ports.ts'
import { type ExitStatus, exitStatus, OperatorError } from '../errors.ts'
import { bugReport, operatorErrorOf, operatorText } from '../report/failure.ts'
import { failureJson, resultJson } from '../report/json.ts'
import type { Reporter } from '../report/reporter.ts'
import { sarifText } from '../report/sarif.ts'
import { terminalReporter } from '../report/terminal.ts'
import { writeReport } from '../repository/report-file.ts'
import { everywhere } from './own-options.ts'
import { type Invocation, parseCommandLine } from './parse.ts'
import { placeOf } from './place.ts'
import { optionError } from './usage.ts'

type SystemPorts = (options: { readonly directory: string; readonly reporter: Reporter }) => AllPorts

/** Runs a command line, and returns its exit status. */
export async function runCommandLine(args: readonly string[], systemPorts: SystemPorts): Promise<ExitStatus> {
  let invocation: Invocation | undefined
  try {
    const parsed = parseCommandLine(args, process.stdout.columns ?? 100)
    if ('text' in parsed) {
      process.stdout.write(parsed.text)
      return parsed.asked ? exitStatus.done : exitStatus.operator
    }
    invocation = parsed
    return await runCommand(parsed, systemPorts)
  } catch (error) {
    const operators = operatorErrorOf(error)
    process.stderr.write(operators === undefined ? bugReport(error) : operatorText(operators))
    if (operators !== undefined && invocation?.given.get('output') === 'json')
      process.stdout.write(failureJson(invocation.command.name, operators))
    return operators === undefined ? exitStatus.bug : exitStatus.operator
  }
}

async function runCommand({ command, words, given }: Invocation, systemPorts: SystemPorts): Promise<ExitStatus> {
  const { values, problems } = readOptions(
    { ...everywhere, ...command.options },
    (name, option) => given.get(name) ?? option.default,
  )
  const [problem] = problems
  if (problem !== undefined) throw optionError(problem)
  const missing = Object.entries(command.options).find(([name, { required }]) => required === true && !given.has(name))
  if (missing !== undefined)
    throw new OperatorError(
      `chancery ${command.name} needs --${missing[0]}`,
      `name it: --${missing[0]} ${missing[1].placeholder ?? ''}`,
    )
  const { directory, network } = await placeOf(
    {
      file: command.parameters === undefined ? words[0] : undefined,
      network: given.get('network'),
      directory:
        given.get('directory') ?? given.get(command.folder ?? '') ?? (command.begins === true ? '.' : undefined),
    },
    workingFolder,
  )
  const asJson = values.output === 'json'
  const reporter = terminalReporter(process.stdout, process.stderr, asJson ? 'json' : 'text')
  const ports = systemPorts({ directory, reporter })
  const result = await command.run?.({ ...values, network, directory }, ports, words)
  if (result === undefined) throw new Error(`the command line cannot run ${command.name}`)
  if (asJson) process.stdout.write(resultJson(command.name, result))
  const sarif = given.get('sarif')
  if (sarif !== undefined) {
    const folder = relative(workingFolder(), directory).split(sep).join('/')
    await writeReport(resolve(workingFolder(), sarif), sarifText(folder, result))
  }
  return result.status
}

/** The working folder. Throws OperatorError if it was removed. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch (error) {
    throw new OperatorError(
      'the working folder no longer exists',
      'change to a folder that exists: `cd FOLDER`, or `cd .` if it was created again',
      { cause: error },
    )
  }
}
