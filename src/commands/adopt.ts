import { exitStatus, OperatorError } from '../errors.ts'
import type { FileContent } from '../file-content.ts'
import { materialOf } from '../material/files.ts'
import { type Finding, hasErrors } from '../network/finding.ts'
import { lockFile, readLock } from '../network/lock.ts'
import type { Adoption, AdoptionOrganization } from '../platforms/adoption.ts'
import { platforms } from '../platforms/index.ts'
import type { AdoptedNetwork } from '../report/adopted/adopted-network.ts'
import { adoptedMarkdown, adoptionTitle } from '../report/adopted/markdown.ts'
import { adoptedLines } from '../report/adopted/text.ts'
import type { Result } from '../report/result.ts'
import { changesTo, isEmpty } from '../repository/changes.ts'
import { type Changes, type ReadableFiles, readFolder } from '../repository/files.ts'
import { listed } from '../words.ts'
import { adoptedDefinition, adoptionFile } from './adopt/definition.ts'
import { type ExistingDefinition, existingDefinition } from './adopt/existing.ts'
import { adoptedLock } from './adopt/lock.ts'
import { nextLines } from './adopt/next-lines.ts'
import {
  type AdoptingPlatform,
  adoptingPlatform,
  checkOptions,
  type GivenTexts,
  givenTexts,
  isAdopting,
  optionsOfPlatforms,
  ownOptions,
} from './adopt/options.ts'
import { type PlaceFlags, placesOf } from './adopt/places.ts'
import { readersOf } from './adopt/readers.ts'
import { sealSecrets } from './adopt/seal.ts'
import { command } from './command.ts'
import { filesWith } from './files-in-memory.ts'
import { clustersIn, mayReplaceReport, organizationsIn, otherContent, sayKept } from './import/made.ts'
import { definitionFile } from './init/definition.ts'
import { inspect } from './inspect.ts'
import type { AdoptPorts } from './ports.ts'

export interface AdoptOptions extends PlaceFlags {
  readonly platform: AdoptingPlatform
  readonly name: string | undefined
  readonly platformVersion: string | undefined
  /** The folder as the person named it; undefined for the working folder. */
  readonly into: string | undefined
  readonly report: string | undefined
  /** Options of the platform that were given. */
  readonly given: GivenTexts
}

/** Writes the definition of a ledger that runs, or completes one that exists. Nothing that people wrote is changed. */
export const adopt = (options: AdoptOptions, ports: AdoptPorts): Promise<Result> =>
  ports.files.alone(() => adoptAlone(options, ports))

async function adoptAlone(options: AdoptOptions, ports: AdoptPorts): Promise<Result> {
  const { platform } = options
  const { files, reporter } = ports
  checkOptions(platform, options.given)
  const existing = await existingDefinition({ platform: platform.definition.id, name: options.name }, files)
  if (isFindings(existing)) return refused(existing, ports)
  const lock = readLock(await files.read(lockFile))
  if (!('ports' in lock)) return refused(lock, ports)
  const places = placesOf(options, existing)
  const name = nameOf(options, existing)
  const adoption = await platform.adoption.adopt({
    name,
    platformVersion: options.platformVersion ?? textIn(existing, 'platformVersion'),
    clusters: places.clusters,
    places: places.places,
    organizations: places.organizations,
    existing: existing?.value,
    material: materialOf(await readFolder(files, 'material/public')),
    given: options.given,
    now: ports.now(),
    ...readersOf(ports),
  })
  checkAdoption(adoption, places.organizations)
  const made = await adoptedDefinition({ name, platform, places, existing, adoption }, ports)
  const sealed = await sealSecrets({ secrets: adoption.secrets ?? [], text: made.text, platform, lock }, ports)
  const newFiles = new Map<string, FileContent>([...adoption.files, ...sealed.made])
  const kept = await otherContent(newFiles, files)
  const adopted = {
    ...summaryOf(platform, made.value, adoption),
    lines: [...adoption.lines, ...made.lines],
  }
  for (const { text, tone } of adoptedLines(adopted)) reporter.say(text, tone)
  const clusters = places.clusters
  if (kept.length > 0) {
    sayKept(kept, reporter)
    return { status: exitStatus.findings, findings: [], clusters, changed: false, files: [], kept, adopted }
  }
  if (options.report !== undefined) {
    await ports.writeFile(options.report, adoptedMarkdown(adopted))
    reporter.say(`wrote ${options.report}`)
  }
  const lockText = adoptedLock(lock, newFiles, adoption.ledger)
  const tree = new Map<string, FileContent>([
    [definitionFile, made.text],
    ...newFiles,
    ...(lockText === undefined ? [] : [[lockFile, lockText] as const]),
  ])
  const changes = await withReport(await changesTo(files, tree, []), adopted, files)
  const { findings } = await inspect({ network: definitionFile }, filesWith(files, tree))
  await files.change(changes)
  for (const path of changes.written.keys()) reporter.say(`wrote ${path}`)
  if (isEmpty(changes)) reporter.say('every file has this content already: nothing was written')
  else if (!changes.written.has(adoptionFile))
    reporter.say(`kept ${adoptionFile}: it is not a report of an adoption; --report names another file`)
  reporter.findings(findings)
  for (const line of nextLines({ made, adoption, sealed, into: options.into })) reporter.say(line.text, line.tone)
  return {
    status:
      hasErrors(made.findings ?? withoutSetup(findings)) || sealed.left.length > 0
        ? exitStatus.findings
        : exitStatus.done,
    findings,
    clusters,
    changed: !isEmpty(changes),
    files: [...changes.written.keys()],
    adopted,
  }
}

/** Changes with a report about them, unless a file of somebody else has its name. */
async function withReport(changes: Changes, adopted: AdoptedNetwork, files: ReadableFiles): Promise<Changes> {
  if (isEmpty(changes) || !(await mayReplaceReport(adoptionFile, adoptionTitle, files))) return changes
  const report = adoptedMarkdown(adopted, await files.read(adoptionFile))
  return { ...changes, written: new Map([...changes.written, [adoptionFile, report]]) }
}

const isFindings = (value: unknown): value is readonly Finding[] => Array.isArray(value)

function refused(findings: readonly Finding[], { reporter }: AdoptPorts): Result {
  reporter.findings(findings)
  reporter.say('nothing was written')
  return { status: exitStatus.findings, findings, clusters: [], changed: false, files: [] }
}

const textIn = (existing: ExistingDefinition | undefined, key: string): string | undefined => {
  const value = existing?.value[key]
  return value === undefined || value === null ? undefined : String(value)
}

function nameOf({ name }: AdoptOptions, existing: ExistingDefinition | undefined): string {
  const found = name ?? textIn(existing, 'name')
  if (found === undefined) throw new OperatorError('the network has no name', 'choose one: --name trade')
  return found
}

/** Without what only people know: recipients. */
const withoutSetup = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ rule }) => rule !== 'setup')

/** What options of a person can make of it. */
function checkAdoption({ organizations }: Adoption, known: readonly AdoptionOrganization[]): void {
  for (const { name, nodes } of organizations) {
    if (!known.some((one) => one.name === name))
      throw new OperatorError(
        `there is no organization "${name}"`,
        `name it with --organization ${name}=CLUSTER; known: ${listed(known.map((one) => one.name))}`,
      )
    const names = nodes.map((node) => node.name)
    const twice = names.find((node, at) => names.indexOf(node) !== at)
    if (twice !== undefined)
      throw new OperatorError(`organization ${name} has two nodes ${twice}`, 'give each node its own name')
  }
}

const summaryOf = (
  platform: AdoptingPlatform,
  definition: Readonly<Record<string, unknown>>,
  { tasks, lines }: Adoption,
): AdoptedNetwork => ({
  platform: platform.definition.id,
  clusters: clustersIn(definition),
  organizations: organizationsIn(definition),
  tasks,
  lines,
})

const platformOptions = optionsOfPlatforms(platforms)

export const adoptCommand = command<typeof ownOptions>({
  name: 'adopt',
  purpose: 'Write the definition of a ledger that runs, with its public material, or complete a definition',
  where: 'command line',
  parameters: ['PLATFORM'],
  words: platforms.filter(isAdopting).map(({ definition }) => definition.id),
  begins: true,
  folder: 'into',
  options: { ...ownOptions, ...platformOptions },
  examples: platforms.flatMap(({ adoption }) => adoption?.examples ?? []),
  run: (values, ports, [word = '']) =>
    adopt(
      {
        platform: adoptingPlatform(word),
        name: values.name,
        platformVersion: values['platform-version'],
        cluster: values.cluster,
        organization: values.organization,
        into: values.into,
        report: values.report,
        given: givenTexts(values, Object.keys(platformOptions)),
      },
      ports,
    ),
})
