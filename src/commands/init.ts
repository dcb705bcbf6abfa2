import { draftOf } from '../check/draft.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { bevelProblem, isBevelFile } from '../network/bevel-file.ts'
import { hasErrors } from '../network/finding.ts'
import { readSource } from '../network/source.ts'
import { platforms } from '../platforms/index.ts'
import type { BroughtFile } from '../platforms/starter.ts'
import { version } from '../product.ts'
import { mergeTrees } from '../render/tree.ts'
import type { Result } from '../report/result.ts'
import type { RepositoryFacts } from '../starter/answers.ts'
import { factsOf, factsOfAnswers } from '../starter/facts.ts'
import { type Manifest, manifestFile, manifestOf, readManifest } from '../starter/manifest.ts'
import { repositoryFiles } from '../starter/repository.ts'
import { counted } from '../words.ts'
import { command } from './command.ts'
import { answersOf, type InitValues } from './init/answers.ts'
import { completeFlags } from './init/ask.ts'
import { initChanges, untouchedExample } from './init/changes.ts'
import { definitionFile, type NewDefinition, newDefinition } from './init/definition.ts'
import { initOptions } from './init/flags.ts'
import {
  type Identity,
  identitiesFor,
  lackingRecipients,
  withKnownRecipients,
  withRecipients,
  writeIdentities,
} from './init/identities.ts'
import { nextSteps, placeOfKey } from './init/steps.ts'
import type { InitPorts } from './ports.ts'

/** What a repository is begun with: the answers of a person, or the definition that is there. */
interface Beginning {
  readonly facts: RepositoryFacts
  readonly identities: readonly Identity[]
  /** Undefined where nobody asked for one. */
  readonly definition?: NewDefinition
}

/** Writes a repository for a network. What is there stays as it is. */
export async function init(values: InitValues, ports: InitPorts): Promise<Result> {
  const { files } = ports
  if (values.network !== definitionFile)
    throw new OperatorError(
      `init writes ${definitionFile}, the name that workflows expect: it cannot be ${values.network}`,
      'leave --network out; --directory names the folder',
    )
  const manifest = readManifest(await files.read(manifestFile))
  const example = await untouchedExample(files, manifest)
  const existing = example.has(definitionFile) ? undefined : await files.read(definitionFile)
  const beginning = await begin(values, existing, ports)
  const { facts, definition, identities } = beginning
  if (definition !== undefined && hasErrors(definition.findings)) {
    ports.reporter.findings(definition.findings.filter(({ severity }) => severity === 'error'))
    ports.reporter.say('nothing was written: these answers make no valid definition')
    return { status: exitStatus.findings, findings: definition.findings, clusters: [], changed: false, files: [] }
  }
  const starter = await ports.starter()
  const tree = mergeTrees(
    repositoryFiles(facts, starter, withoutExample(manifest) ?? manifestOf(version, starter.common)),
    definition === undefined ? [] : [[definitionFile, definition.text]],
  )
  return files.alone(async () => {
    const isReplaced = example.has(definitionFile)
    const changes = await initChanges(files, tree, isReplaced ? new Set([...example, manifestFile]) : new Set())
    await writeIdentities(identities, ports)
    await files.change(changes)
    const repository = await ports.makeRepository()
    const prefix = await ports.repository.prefix()
    const brought = definition === undefined ? [] : await missingFiles(facts.platform.starter.brought ?? [], files)
    tell(beginning, { ...changes, total: tree.size, repository, prefix, brought }, ports)
    const made = identities.flatMap(({ path, made }) => (made === undefined ? [] : [path]))
    const changed = [...changes.written.keys(), ...changes.removed, ...made]
    return {
      status: exitStatus.done,
      findings: definition?.findings ?? [],
      clusters: facts.clusters.map(({ name }) => name),
      changed: changed.length > 0,
      files: changed,
      kept: changes.kept,
    }
  })
}

async function missingFiles(
  brought: readonly BroughtFile[],
  files: InitPorts['files'],
): Promise<readonly BroughtFile[]> {
  const there = await Promise.all(brought.map(({ file }) => files.read(file)))
  return brought.filter((_, at) => there[at] === undefined)
}

/** The files of a template are as they were written; its example gives way to a network. */
const withoutExample = (manifest: Manifest | undefined): Manifest | undefined =>
  manifest === undefined ? undefined : { version: manifest.version, files: manifest.files }

async function begin(values: InitValues, existing: string | undefined, ports: InitPorts): Promise<Beginning> {
  const isAnswered = [values.cluster, values.organization].some(({ length }) => length > 0) || values.name !== undefined
  const known = existing === undefined ? undefined : factsIn(existing)
  if (known !== undefined && !isAnswered) {
    const identities = values.identities ? await identitiesFor(lackingRecipients(known), ports) : []
    return { facts: known, identities }
  }
  const flags = await completeFlags(values, ports.folder, ports.questions)
  const given = answersOf(flags)
  const answers = known === undefined ? given : withKnownRecipients(given, known)
  const lacking = lackingRecipients(known ?? factsOfAnswers(answers))
  const identities = flags.identities ? await identitiesFor(lacking, ports) : []
  const whole = withRecipients(answers, identities)
  return { facts: known ?? factsOfAnswers(whole), identities, definition: await newDefinition(whole, ports) }
}

function factsIn(text: string): RepositoryFacts {
  const source = readSource(definitionFile, text)
  const resolved = 'value' in source ? draftOf(source).resolved : undefined
  if (resolved !== undefined) return factsOf(resolved.network, resolved.platform)
  if ('value' in source && isBevelFile(source.value)) {
    const { message, hint } = bevelProblem(definitionFile)
    throw new OperatorError(message, hint)
  }
  throw new OperatorError(
    `there is a ${definitionFile} here, and it is not valid`,
    'set right what `chancery validate` reports, then run `chancery init` again',
  )
}

interface InitOutcome {
  readonly written: ReadonlyMap<string, string>
  readonly removed: readonly string[]
  readonly kept: readonly string[]
  readonly total: number
  readonly repository: Awaited<ReturnType<InitPorts['makeRepository']>>
  /** The folder within its repository, with "/" at its end; empty at the top. */
  readonly prefix: string
  /** Files that people still have to bring. */
  readonly brought: readonly BroughtFile[]
}

function tell(
  { facts, definition, identities }: Beginning,
  { written, removed, kept, total, repository, prefix, brought }: InitOutcome,
  { reporter }: InitPorts,
): void {
  for (const path of written.keys()) reporter.say(`wrote ${path}`)
  for (const path of removed) reporter.say(`removed ${path}, an example`)
  for (const path of kept) reporter.say(`kept ${path}: it has other content than init would write`)
  const unchanged = total - written.size - kept.length
  if (unchanged > 0) reporter.say(`${counted(unchanged, 'file is', 'files are')} unchanged`)
  for (const { path, made, recipient } of identities)
    if (made !== undefined) reporter.say(`made ${path} for ${recipient}`)
  for (const identity of identities) reporter.say(placeOfKey(identity))
  const isKept = kept.includes(definitionFile) || definition === undefined
  if (isKept)
    for (const one of identities)
      reporter.say(
        `${definitionFile} is yours: add ${one.kind === 'cluster' ? 'recipients' : one.people.field}: [${one.recipient}] to ${one.kind} ${one.name}`,
      )
  else if (definition.accepted.length > 0)
    reporter.say(
      `${definitionFile} accepts ${counted(definition.accepted.length, 'warning')}: its last lines name them`,
    )
  if (repository === 'made') reporter.say('made a git repository')
  if (prefix !== '')
    reporter.say(
      `GitHub reads workflows at the top of a repository only: move ${prefix}.github there, and set the input directory`,
    )
  if (repository === 'no git') reporter.say('git is missing: install it, then run `git init --initial-branch=main`')
  for (const line of nextSteps(facts, {
    identities,
    brought,
    lacking: lackingRecipients(facts).filter(
      (one) => !identities.some(({ kind, name }) => kind === one.kind && name === one.name),
    ),
  }))
    reporter.say(line)
}

export const initCommand = command({
  name: 'init',
  purpose: 'Write a repository for a new network: asks on a terminal, or takes what options say; overwrites nothing',
  where: 'command line',
  parameters: [],
  begins: true,
  options: initOptions,
  examples: [
    ['chancery init', 'answer questions in the folder of the new repository'],
    [
      `chancery init --name trade --platform ${platforms[0]?.definition.id} --cluster eu=eks:eu.example.com --organization manufacturer@eu --identities`,
      'the same without questions',
    ],
  ],
  run: (values, ports) => init(values, ports),
})
