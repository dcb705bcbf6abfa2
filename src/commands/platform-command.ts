import { outsideOf } from '../ambassador/outside.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { textOf } from '../file-content.ts'
import { materialOf } from '../material/files.ts'
import type { Keyring } from '../material/identities.ts'
import { openSealed } from '../material/open.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Extra, PlatformCommand } from '../platforms/command.ts'
import { platforms } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'
import { visible } from '../render/escape.ts'
import type { Result } from '../report/result.ts'
import { listed } from '../words.ts'
import { alone } from './alone.ts'
import { type Command, command } from './command.ts'
import { inspect } from './inspect.ts'
import { flag, type OptionTable, optionalText } from './options.ts'
import type { CommandOptions, PlatformCommandPorts } from './ports.ts'

export interface PlatformCommandOptions extends CommandOptions {
  /** `channel update` */
  readonly name: string
  /** Its parameters. */
  readonly given: readonly string[]
  readonly organization?: string | undefined
  readonly key?: string | undefined
  readonly certificate?: string | undefined
  readonly channel?: string | undefined
  readonly yes?: boolean | undefined
  readonly submit?: boolean | undefined
  readonly request?: string | undefined
  readonly accept?: string | undefined
}

/** Options that commands can select. */
const extraOptions = {
  key: optionalText(
    'FILE',
    'Private key of an administrator of the organization (PEM), with --certificate; when empty, the key in material/ is used',
  ),
  certificate: optionalText('FILE', 'Certificate of --key (PEM)'),
  channel: optionalText('NAME', 'Channel of the chaincode; when empty, the only one that has it'),
  yes: flag('Do not ask for confirmation'),
  submit: flag('Send the request to the ledger, and report the answer'),
  request: optionalText('FILE', 'Write the request to this file; when empty, it is printed'),
  accept: optionalText('MECHANISM', 'How you accepted the agreement of the ledger'),
} as const satisfies Record<Extra, unknown>

const organization = optionalText('NAME', 'Name of the organization that acts', { required: true })

/** Commands of platforms. They use keys that people have, so they are for people, not for the action. */
export const commandsOfPlatforms: readonly Command[] = platforms
  .flatMap(({ commands = [] }) => commands)
  .map(({ name, purpose, parameters, forOrganization, extras = [], extraTexts = {}, examples }) =>
    command<OptionTable>({
      name,
      purpose,
      parameters,
      examples,
      where: 'command line',
      options: {
        ...(forOrganization ? { organization } : {}),
        ...Object.fromEntries(
          extras.map((extra) => {
            const { [extra]: text = extraOptions[extra].text } = extraTexts
            return [extra, { ...extraOptions[extra], text }]
          }),
        ),
      },
      run: (values, ports, given) =>
        platformCommand({ ...(values as Omit<PlatformCommandOptions, 'name' | 'given'>), name, given }, ports), // those of its table
    }),
  )

const mendedBy = (name: string): readonly string[] =>
  platforms.flatMap(({ commands = [] }) => commands).find((one) => one.name === name)?.mends ?? []

/** A command of another platform, or of none. */
function unknownTo({ definition: { title }, commands = [] }: Platform, name: string): OperatorError {
  const names = commands.map((one) => one.name)
  const owner = platforms.find((other) => other.commands?.some((one) => one.name === name))
  if (owner === undefined) return new OperatorError(`${title} has no command "${name}"`, didYouMean(name, names))
  return new OperatorError(
    `"${name}" is a command of ${owner.definition.title}, and the platform of this network is ${title}`,
    names.length === 0 ? `${title} adds no commands` : `commands of ${title}: ${listed(names)}`,
  )
}

/** Runs a command of the definition's platform, and writes the resulting files. */
export const platformCommand = (options: PlatformCommandOptions, ports: PlatformCommandPorts): Promise<Result> =>
  alone(ports, () => commandAlone(options, ports))

async function commandAlone(options: PlatformCommandOptions, ports: PlatformCommandPorts): Promise<Result> {
  const { findings, checked } = await inspect({ ...options, mends: mendedBy(options.name) }, ports.files)
  if (checked === undefined) {
    ports.reporter.findings(findings)
    return { status: exitStatus.findings, findings, clusters: [] }
  }
  const { commands = [] } = checked.platform
  const command = commands.find(({ name }) => name === options.name)
  if (command === undefined) throw unknownTo(checked.platform, options.name)
  const organization = organizationFor(command, options, checked)
  ports.reporter.findings(findings)
  const { files, lines, output, declined } = await command.run({
    network: checked.network,
    material: materialOf(checked.materialFiles),
    outside: outsideOf(checked.platform, checked.lock.ports),
    given: options.given,
    organization,
    key: options.key,
    certificate: options.certificate,
    channel: options.channel,
    submit: options.submit === true,
    request: options.request,
    accept: options.accept,
    random: ports.random,
    now: ports.now(),
    agree: (lines, question) => agreement(lines, question, options, ports),
    open: (path) => opened(path, checked, ports.keyring),
    read: (path) => readNamed(path, ports),
    write: ports.writeFile,
    load: ports.loadPackage,
  })
  const written = [...files].flatMap(([path, text]): [string, string][] => (text === undefined ? [] : [[path, text]]))
  const removed = [...files].flatMap(([path, text]) => (text === undefined ? [path] : []))
  await ports.files.change({ written: new Map(written), removed })
  for (const line of lines) ports.reporter.say(line)
  if (output !== undefined) ports.reporter.say(output.trimEnd())
  return {
    status: declined === true ? exitStatus.findings : exitStatus.done,
    findings,
    clusters: checked.network.clusters.map(({ name }) => name),
    changed: files.size > 0,
    files: [...files.keys()],
    ...(output === undefined ? {} : { output }),
  }
}

/** Texts of others are shown without characters that hide or move text. */
async function agreement(
  lines: readonly string[],
  question: string,
  { yes }: PlatformCommandOptions,
  { reporter, confirm }: PlatformCommandPorts,
): Promise<boolean> {
  for (const line of lines) reporter.say(line.startsWith('  ') ? `  ${visible(line.slice(2))}` : visible(line))
  if (yes === true) return true
  const answer = await confirm(question)
  if (answer === undefined)
    throw new OperatorError(
      'confirmation needs a terminal',
      'read the text above, then run the command again with --yes',
    )
  return answer
}

function organizationFor(
  { name, forOrganization }: PlatformCommand,
  { organization }: PlatformCommandOptions,
  { network }: CheckedNetwork,
): string {
  const names = network.organizations.map((known) => known.name)
  if (!forOrganization) return ''
  if (organization === undefined)
    throw new OperatorError(`chancery ${name} needs --organization`, `known: ${names.join(', ')}`)
  if (!names.includes(organization))
    throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, names))
  return organization
}

async function readNamed(path: string, { readFile, readDescriptor }: PlatformCommandPorts): Promise<Uint8Array> {
  const descriptor = path === '-' ? '0' : /^fd:(.*)$/.exec(path)?.[1]
  if (descriptor !== undefined) return readDescriptor(descriptor)
  const content = await readFile(path)
  if (content === undefined) throw new OperatorError(`there is no file ${path}`, 'check the path')
  return content
}

async function opened(
  path: string,
  { materialFiles }: CheckedNetwork,
  keyring: () => Promise<Keyring>,
): Promise<Readonly<Record<string, string>>> {
  const text = textOf(materialFiles, path)
  if (text === undefined) throw new OperatorError(`there is no ${path}`, 'run `chancery keys` first')
  return openSealed(path, text, await keyring())
}
