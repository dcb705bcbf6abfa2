import { createTwoFilesPatch } from 'diff'
import { exitStatus, OperatorError } from '../errors.ts'
import { version } from '../product.ts'
import { mergeTrees, type TextTree } from '../render/tree.ts'
import type { Result } from '../report/result.ts'
import { dumpManifest, manifestFile, readManifest } from '../starter/manifest.ts'
import { needsCommit, ownAction, ownPinOf } from '../starter/own-pin.ts'
import { pinsOf } from '../starter/pins.ts'
import { schemaFile, schemaText } from '../starter/repository.ts'
import { type Upgrade, upgradeOf, withSchemaOf } from '../starter/upgrade.ts'
import { counted } from '../words.ts'
import { command } from './command.ts'
import { flag, repeated } from './options.ts'
import type { UpgradePorts } from './ports.ts'

export interface UpgradeOptions {
  readonly network: string
  /** Write nothing; the status is that of findings when something would be written. */
  readonly check: boolean
  /** Write without asking. */
  readonly yes: boolean
  /** Files of which the new text is taken whatever people have changed. */
  readonly replace: readonly string[]
}

/** Brings the files that `init` wrote to the version that runs: shows what would change, asks, and writes. */
export const upgrade = (options: UpgradeOptions, ports: UpgradePorts): Promise<Result> =>
  options.check ? upgrading(options, ports) : ports.files.alone(() => upgrading(options, ports))

interface Planned extends Upgrade {
  /** Texts before the change, by path. */
  readonly before: TextTree
}

async function upgrading(options: UpgradeOptions, ports: UpgradePorts): Promise<Result> {
  const { reporter, files } = ports
  const planned = await plan(options, ports)
  const { written, removed, before, changedByPeople } = planned
  const paths = [...written.keys(), ...removed]
  const patches = [
    ...[...written].map(([path, text]) => patchOf(path, before.get(path), text)),
    ...removed.map((path) => patchOf(path, before.get(path), undefined)),
  ]
  for (const patch of patches) reporter.say(patch)
  tell(planned, ports)
  const result = {
    findings: [],
    clusters: [],
    files: paths,
    kept: changedByPeople.map(({ path }) => path),
    output: patches.join('\n'),
  }
  if (paths.length === 0) {
    reporter.say(`the files of this repository are those of Chancery ${version}`)
    return { ...result, status: exitStatus.done, changed: false }
  }
  if (options.check) {
    reporter.say(
      `${counted(paths.length, 'file is', 'files are')} not of Chancery ${version}: run \`chancery upgrade\``,
    )
    return { ...result, status: exitStatus.findings, changed: true }
  }
  const agreed = options.yes || (await ports.confirm(`Write ${counted(paths.length, 'file')}?`))
  if (agreed === undefined)
    throw new OperatorError('there is no terminal to ask at', 'read what changes, and add --yes; --check only shows it')
  if (!agreed) {
    reporter.say('nothing was written')
    return { ...result, status: exitStatus.findings, changed: false, files: [] }
  }
  await files.change({ written, removed })
  reporter.say(`${counted(paths.length, 'file')} written: commit them on a branch, and open a pull request`)
  return { ...result, status: exitStatus.done, changed: true }
}

async function plan({ network, replace }: UpgradeOptions, ports: UpgradePorts): Promise<Planned> {
  const { files } = ports
  if ((await ports.repository.prefix()) !== '')
    throw new OperatorError(
      'this folder is not the top of its repository: workflows are there',
      'run `chancery upgrade --directory FOLDER` with the top of the repository',
    )
  const { common } = await ports.starter()
  const manifest = readManifest(await files.read(manifestFile))
  const unknown = replace.find((path) => !common.has(path))
  if (unknown !== undefined)
    throw new OperatorError(
      `${unknown} is not a file that init writes for everybody`,
      `these are: ${[...common.keys()].join(', ')}`,
    )
  const paths = new Set([...common.keys(), ...Object.keys(manifest?.files ?? {}), manifestFile, schemaFile, network])
  const texts = await Promise.all([...paths].map(async (path) => [path, await files.read(path)] as const))
  const before = mergeTrees(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])))
  const commit = await commitOfRelease(before, ports)
  const planned = upgradeOf({
    version,
    common,
    present: before,
    manifest,
    replaced: new Set(replace),
    ownPin: (present) => ownPinOf(present, version, commit),
  })
  const others: readonly (readonly [string, string])[] = [
    [manifestFile, dumpManifest(planned.manifest)],
    [schemaFile, schemaText()],
    ...(before.get(network) === undefined
      ? []
      : [[network, withSchemaOf(version, before.get(network) ?? '')] as const]),
  ]
  const differing = others.filter(([path, text]) => before.get(path) !== text)
  return { ...planned, written: mergeTrees(planned.written, differing), before }
}

/** Asked only where a workflow has a commit with the version behind it. */
async function commitOfRelease(present: TextTree, { commitOfRelease: ask }: UpgradePorts): Promise<string | undefined> {
  const pins = [...present.values()].flatMap((text) => pinsOf(text).get(ownAction) ?? [])
  return pins.some((pin) => needsCommit(pin, version)) ? ask(version) : undefined
}

/** More lines are nobody's to read: those of a schema. */
const mostLines = 300

function patchOf(path: string, before: string | undefined, after: string | undefined): string {
  const [old, now] = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`]
  const patch = createTwoFilesPatch(old, now, before ?? '', after ?? '', undefined, undefined, { context: 2 })
  const lines = patch.split('\n').filter((line) => !/^=+$/.test(line))
  return lines.length <= mostLines
    ? lines.join('\n').trimEnd()
    : `--- ${old}\n+++ ${now}\n(${counted(lines.length, 'line')} of differences)`
}

function tell(
  { changedByPeople, removedByPeople, outdated, unknownPins, before }: Planned,
  { reporter }: UpgradePorts,
): void {
  for (const { path, text } of changedByPeople) {
    reporter.say(`${path} keeps your changes. Chancery ${version} has this text; --replace ${path} takes it:`)
    reporter.say(patchOf(path, before.get(path), text))
  }
  for (const path of removedByPeople)
    reporter.say(`${path} was removed here, and stays so; --replace ${path} writes it again`)
  for (const path of outdated)
    reporter.say(`${path} has your changes, and Chancery ${version} has no such file: remove it if nothing needs it`)
  for (const pin of unknownPins)
    reporter.say(
      `${pin} stays: the commit of v${version} is not known. \`git ls-remote https://github.com/${ownAction} v${version}\` prints it; write "# v${version}" behind it`,
    )
}

export const upgradeCommand = command({
  name: 'upgrade',
  purpose: 'Bring workflows, schema and pins of a repository to the version that runs; shows the changes first',
  where: 'command line',
  options: {
    check: flag('Write nothing, and fail when something would be written'),
    yes: flag('Write without asking'),
    replace: repeated('PATH', 'Take the new text of a file although it was changed here', (path) => ({ value: path })),
  },
  examples: [
    ['chancery upgrade --check', 'show what would change'],
    ['chancery upgrade --replace .github/workflows/deploy.yml', 'give up own changes of one file'],
  ],
  run: ({ network, check, yes, replace }, ports) => upgrade({ network, check, yes, replace }, ports),
})
