import { type BevelImport, importBevel } from '../bevel/import.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { bevelKey } from '../network/bevel-file.ts'
import { hasErrors } from '../network/finding.ts'
import type { Source } from '../network/source.ts'
import type { ImportedNetwork } from '../report/imported/imported-network.ts'
import { importedMarkdown, reportTitle } from '../report/imported/markdown.ts'
import { importedLines } from '../report/imported/text.ts'
import type { Result } from '../report/result.ts'
import { counted } from '../words.ts'
import { command } from './command.ts'
import { readInputs, readNamedFiles } from './import/inputs.ts'
import { mayReplaceReport, organizationsIn, otherContent, sayKept } from './import/made.ts'
import { type WrittenImport, writtenImport } from './import/written.ts'
import { definitionFile } from './init/definition.ts'
import { networkName } from './init/flags.ts'
import { inspect } from './inspect.ts'
import { optionalText } from './options.ts'
import type { ImportPorts } from './ports.ts'

export interface ImportOptions {
  readonly name: string | undefined
  /** The folder as the person named it; undefined for the working folder. */
  readonly into: string | undefined
  readonly report: string | undefined
}

/** The report beside the definition. */
const reportFile = 'IMPORT.md'

/** Writes the definition of a network of Bevel, and a report on every field. Nothing that people wrote is overwritten. */
export async function importBevelFiles(
  options: ImportOptions,
  names: readonly string[],
  ports: ImportPorts,
): Promise<Result> {
  const { reporter, files } = ports
  const inputs = await readInputs(names, ports)
  if ('findings' in inputs) {
    reporter.findings(inputs.findings)
    return { status: exitStatus.findings, findings: inputs.findings, clusters: [] }
  }
  const made = importBevel({
    sources: inputs.sources,
    name: options.name,
    files: await readNamedFiles(inputs.sources, ports),
  })
  const imported = summaryOf(made)
  for (const { text, tone } of importedLines(imported)) reporter.say(text, tone)
  if (options.report !== undefined) {
    await ports.writeFile(options.report, importedMarkdown(imported))
    reporter.say(`wrote ${options.report}`)
  }
  const { platform, written } = made
  const clusters = made.clusters.map(({ name }) => name)
  if (platform === undefined || written === undefined) {
    if (options.report === undefined) reporter.say('--report FILE writes all fields, as Markdown')
    reporter.say(`no platform of Chancery runs ${made.type}: no definition was written`, 'bad')
    return { status: exitStatus.findings, findings: [], clusters, imported }
  }
  if (organizationsIn(written.definition).length === 0) throw withoutNodes(inputs.sources)
  const introduction = [
    `The network ${made.name}, imported from a Bevel network of type ${made.type}. IMPORT.md lists what became of each field.`,
    'Change it on a branch: the pull request shows what is wrong, the merge deploys it.',
  ]
  const definition = await writtenImport({ ...made, platform, written, introduction }, ports)
  const tree = new Map([[definitionFile, definition.text], ...made.files])
  return files.alone(async () => {
    const kept = await otherContent(tree, files)
    if (kept.length > 0) {
      sayKept(kept, reporter)
      return { status: exitStatus.findings, findings: [], clusters, changed: false, files: [], kept, imported }
    }
    const report = (await mayReplaceReport(reportFile, reportTitle, files))
      ? [[reportFile, importedMarkdown(imported)] as const]
      : []
    const all = new Map([...tree, ...report])
    await files.change({ written: all, removed: [] })
    for (const path of all.keys()) reporter.say(`wrote ${path}`)
    if (report.length === 0)
      reporter.say(`kept ${reportFile}: it is not a report of an import; --report names another file`)
    const { findings } = await inspect({ network: definitionFile }, files)
    reporter.findings(findings)
    tell(made, definition, options, ports)
    return {
      status: hasErrors(definition.findings) ? exitStatus.findings : exitStatus.done,
      findings,
      clusters,
      changed: true,
      files: [...all.keys()],
      imported,
    }
  })
}

function withoutNodes([first]: readonly Source[]): OperatorError {
  const place = first?.at([bevelKey, 'organizations'])
  return new OperatorError(
    `${place?.file}:${place?.line}:${place?.column}: no organization has nodes`,
    'name the file that has `services` of organizations, too: several files of one network are imported together',
  )
}

function summaryOf({ type, platform, written, clusters, otherNodes, tasks, fields }: BevelImport): ImportedNetwork {
  const organizations =
    written === undefined
      ? clusters.flatMap(({ name: cluster, organizations: members }) =>
          members.map(({ name }) => ({
            name,
            cluster,
            nodes: otherNodes.filter(({ organization }) => organization === name).map((node) => node.name),
          })),
        )
      : organizationsIn(written.definition)
  return {
    type,
    ...(platform === undefined ? {} : { platform: platform.definition.id }),
    clusters: clusters.map(({ name, provider, domain, address }) => ({ name, provider, domain: address ?? domain })),
    organizations,
    tasks,
    fields,
  }
}

function tell(
  made: BevelImport,
  { accepted }: WrittenImport,
  { into }: ImportOptions,
  { reporter }: ImportPorts,
): void {
  if (accepted > 0) reporter.say(`${definitionFile} accepts ${counted(accepted, 'warning')}: its last lines name them`)
  const steps = [
    `read ${reportFile}: what is lost, and where secrets belong`,
    ...made.tasks,
    ...(made.clusters.some(({ domainFrom, address }) => domainFrom === 'nothing' && address === undefined)
      ? [`put your DNS domains into ${definitionFile}: the input has none for some clusters`]
      : []),
    `${into === undefined ? '' : `cd ${into} && `}chancery init --identities # the other files of the repository, and age keys; then add the recipients that it prints`,
    'chancery validate # reports what is missing',
  ]
  reporter.say('next:')
  for (const [at, step] of steps.entries()) reporter.say(`  ${at + 1}. ${step}`)
}

export const importBevelCommand = command({
  name: 'import bevel',
  purpose: 'Write the definition of a network of Hyperledger Bevel, with a report on every field of its files',
  where: 'command line',
  parameters: ['FILE...'],
  begins: true,
  folder: 'into',
  options: {
    into: optionalText('FOLDER', 'Folder of the network; the working folder when empty'),
    name: networkName,
    report: optionalText('FILE', 'Another file to write the report to, as Markdown'),
  },
  examples: [
    ['chancery import bevel network.yaml --into trade', 'write trade/network.yaml and trade/IMPORT.md'],
    ['chancery import bevel first.yaml new-org.yaml --into trade --name trade', 'from all files of one network'],
    ['chancery import bevel network.yaml -o json > import.json', 'the report for programs'],
  ],
  run: (values, ports, given) => importBevelFiles(values, given, ports),
})
