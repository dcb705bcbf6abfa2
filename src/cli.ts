#!/usr/bin/env node
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { optionTexts, optionTypes, type Values } from './cli-options.ts'
import { oneOf, optional } from './cli-values.ts'
import { apply } from './commands/apply.ts'
import { commit } from './commands/commit.ts'
import { type KeysOptions, keys } from './commands/keys.ts'
import { plan, riskLimits } from './commands/plan.ts'
import { commandIn, platformCommand, platformCommands } from './commands/platform-command.ts'
import type { AllPorts } from './commands/ports.ts'
import { render } from './commands/render.ts'
import { defaultWithin, wantedRenewals } from './commands/renewal.ts'
import { validate } from './commands/validate.ts'
import { verify } from './commands/verify.ts'
import { exitStatus, OperatorError } from './errors.ts'
import { didYouMean } from './network/suggestion.ts'
import { bugReport, operatorText } from './report/failure.ts'
import { resultJson } from './report/json.ts'
import type { Result } from './report/result.ts'
import { sarifText } from './report/sarif.ts'
import { outputFormats, terminalReporter } from './report/terminal.ts'
import { workTree } from './repository/work-tree.ts'
import { systemPorts } from './system.ts'

interface Command {
  readonly purpose: string
  readonly options: readonly (keyof Values)[]
  /** What follows the name of the command, as help shows it. */
  readonly parameters?: readonly string[]
  run(values: Values, ports: AllPorts, given: readonly string[]): Promise<Result>
}

/** Commands of platforms, which have files to work on and nothing else. */
const ofPlatforms = [...platformCommands.values()].map(
  ({ name, purpose, parameters, forOrganization }): [string, Command] => [
    name,
    {
      purpose,
      parameters,
      options: forOrganization ? ['organization'] : [],
      run: ({ network, organization }, ports, given) =>
        platformCommand({ network, name, given, ...optional({ organization }) }, ports),
    },
  ],
)

const commands: Readonly<Record<string, Command>> = {
  validate: {
    purpose: 'check the definition and what belongs to it; writes nothing',
    options: ['build', 'sarif'],
    run: ({ network, build }, ports) => validate({ network, build }, ports),
  },
  plan: {
    purpose: 'tell what merging a change would do to clusters and to the ledger, from the files alone; writes nothing',
    options: ['base', 'fail-on-risk', 'acknowledged', 'format', 'sarif'],
    run: ({ network, base, 'fail-on-risk': limit = 'never', acknowledged }, ports) => {
      const failOnRisk = oneOf('--fail-on-risk', riskLimits, limit)
      return plan({ network, failOnRisk, acknowledged, ...optional({ base }) }, ports)
    },
  },
  keys: {
    purpose: 'make the keys and the genesis that are missing, encrypted for the clusters that need them',
    options: ['organization', 'renew', 'within'],
    run: ({ network, organization, ...values }, ports) =>
      keys({ network, ...optional({ organization }), ...renewals(values) }, ports),
  },
  render: {
    purpose: 'write deploy/: Kustomize overlays for each cluster, and what Flux needs',
    options: ['build', 'check', 'stand-ins'],
    run: ({ network, build, check, 'stand-ins': standIns }, ports) =>
      render({ network, build, check, standIns }, ports),
  },
  commit: {
    purpose: 'make missing keys, render, and commit the result to the branch that is checked out',
    options: ['build', 'organization', 'renew', 'within', 'push'],
    run: ({ network, build, organization, push, ...values }, ports) =>
      commit({ network, build, ...optional({ organization, push }), ...renewals(values) }, ports),
  },
  apply: {
    purpose: 'apply what the definition renders to its clusters, wait until it is ready, and tell what became of it',
    options: ['cluster', 'context', 'dry-run', 'prune', 'prune-also', 'force-conflicts', 'timeout', 'json'],
    run: ({ network, cluster, context, prune, timeout = '10m', ...rest }, ports) =>
      apply(
        {
          ...{ network, prune, timeout, ...optional({ cluster, context }) },
          ...{ dryRun: rest['dry-run'], pruneAlso: rest['prune-also'] ?? '', forceConflicts: rest['force-conflicts'] },
        },
        ports,
      ),
  },
  verify: {
    purpose:
      'compare the clusters with the definition: drift, readiness, addresses, names and, with --probe, who reaches whom',
    options: ['cluster', 'context', 'probe', 'dns-server', 'json'],
    run: ({ network, cluster, context, probe, 'dns-server': dnsServer = '' }, ports) =>
      verify({ network, probe, dnsServer, ...optional({ cluster, context }) }, ports),
  },
  ...Object.fromEntries(ofPlatforms),
}

function help(name?: string): string {
  const command = name === undefined ? undefined : commands[name]
  const options = ['directory', 'network', ...(command?.options ?? [])] as const
  return [
    command === undefined
      ? 'chancery: one file, network.yaml, becomes a ledger network on Kubernetes\n'
      : `chancery ${name}: ${command.purpose}\n`,
    `usage: chancery ${[name ?? 'COMMAND', ...(command?.parameters ?? [])].join(' ')} [OPTIONS]\n`,
    ...(command === undefined
      ? [
          `commands:\n${Object.entries(commands)
            .map(([id, { purpose }]) => `  ${id.padEnd(18)} ${purpose}`)
            .join('\n')}\n`,
        ]
      : []),
    `options:\n${options.map((option) => `  ${optionTexts[option]}`).join('\n')}\n  --help                 show this\n`,
    'exit status: 0 done, 1 the definition has errors, 2 wrong usage or surroundings, 3 a bug, 4 a cluster is not as defined\n',
  ].join('\n')
}

function parse(args: readonly string[]): { name?: string; given: readonly string[]; values: Values; help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: optionTypes,
    })
    const { name, given } = commandIn(positionals, Object.keys(commands))
    const surplus = given[commands[name ?? '']?.parameters?.length ?? 0]
    if (surplus !== undefined && name !== undefined && commands[name] !== undefined)
      throw new OperatorError(`"${surplus}" is one word too many`, 'see `chancery --help`')
    return { ...(name === undefined ? {} : { name }), given, values: values as Values, help: values.help }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError((error as Error).message.split('. ')[0] ?? '', 'see `chancery --help`', { cause: error }) // parseArgs throws a TypeError that says what is wrong
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { name, given, values, help: wantsHelp } = parse(args)
  const command = name === undefined ? undefined : commands[name]
  if (name !== undefined && command === undefined)
    throw new OperatorError(`there is no command "${name}"`, didYouMean(name, Object.keys(commands)))
  if (wantsHelp || command === undefined) {
    process.stdout.write(help(name))
    return wantsHelp ? exitStatus.done : exitStatus.operator
  }
  const unused = (Object.keys(optionTexts) as (keyof Values)[]).find(
    (option) => !['network', 'directory'].includes(option) && values[option] && !command.options.includes(option),
  )
  if (unused !== undefined)
    throw new OperatorError(`chancery ${name} has no option --${unused}`, `see \`chancery ${name} --help\``)
  const directory = resolve(values.directory)
  const format = oneOf('--format', outputFormats, values.format ?? 'text')
  const reporter = terminalReporter(process.stdout, process.stderr, format)
  const result = await command.run(values, systemPorts({ directory, reporter }), given)
  if (values.sarif !== undefined) await writeTo(values.sarif, sarifText(values.directory, result))
  if (values.json !== undefined) await writeTo(values.json, resultJson(result))
  return result.status
}

const writeTo = (file: string, text: string): Promise<void> =>
  workTree(dirname(resolve(file))).write(basename(file), text)

const renewals = ({
  renew = '',
  within = defaultWithin,
}: Pick<Values, 'renew' | 'within'>): Pick<KeysOptions, 'renew'> => {
  const wanted = wantedRenewals(renew, within)
  return wanted === undefined ? {} : { renew: wanted }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = error instanceof OperatorError ? exitStatus.operator : exitStatus.bug
  process.stderr.write(error instanceof OperatorError ? operatorText(error) : bugReport(error))
}
