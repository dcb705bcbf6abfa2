import type { CheckedNetwork } from '../check/checked-network.ts'
import { overrideFolders } from '../check/checked-network.ts'
import { missingFindings } from '../check/missing.ts'
import { exitStatus } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { standInRandom } from '../material/random.ts'
import { standIns } from '../material/stand-ins.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { type CompileInput, compile } from '../render/compile.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import type { Result } from '../report/result.ts'
import { changesTo, isEmpty } from '../repository/changes.ts'
import { counted } from '../words.ts'
import { alone } from './alone.ts'
import { buildFindings } from './build-findings.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { flag } from './options.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import { build } from './shared-options.ts'

export interface RenderOptions extends CommandOptions {
  /** Write nothing, and return the status of findings if a file would change. */
  readonly check: boolean
  /** Replace missing keys by throw-away ones, to preview the result. Never deploy it. */
  readonly standIns: boolean
}

/** The folder that rendering owns: other files in it are removed. */
export const rendered = 'deploy'

/** Writes `deploy/` and the lock. */
export const render = (options: RenderOptions, ports: CommandPorts): Promise<Result> =>
  options.check ? rendering(options, ports) : alone(ports, () => rendering(options, ports))

async function rendering(options: RenderOptions, ports: CommandPorts): Promise<Result> {
  const { findings: found, checked } = await inspect(options, ports.files)
  const missing = checked === undefined ? [] : missingFindings(checked, options.standIns ? 'notice' : 'error')
  const tree = checked === undefined || hasErrors(missing) ? undefined : await renderTree(checked, ports)
  const broken =
    checked !== undefined && tree !== undefined && options.build === true
      ? await buildFindings(checked, tree, ports)
      : []
  const findings = sortFindings([...found, ...missing, ...broken])
  ports.reporter.findings(findings)
  if (checked === undefined || tree === undefined || hasErrors(findings))
    return { status: exitStatus.findings, findings, clusters: [] }
  const changes = await changesTo(ports.files, tree, [rendered])
  const files = [...changes.written.keys(), ...changes.removed]
  const result = { findings, ...describe(checked), changed: !isEmpty(changes), files }
  if (options.check && !isEmpty(changes)) {
    ports.reporter.say(
      `${counted(files.length, 'file is', 'files are')} out of date: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
    )
    ports.reporter.say('run `chancery render` and commit the result')
    return { ...result, status: exitStatus.findings }
  }
  if (!options.check) await ports.files.change(changes)
  ports.reporter.say(
    isEmpty(changes)
      ? `nothing changed: ${counted(tree.size, 'file is', 'files are')} up to date`
      : `${counted(changes.written.size, 'file')} written, ${changes.removed.length} removed, ${tree.size} in all`,
  )
  return { ...result, status: exitStatus.done }
}

/** The files of `deploy/` and the lock. */
export async function renderTree(
  checked: CheckedNetwork,
  ports: Pick<CommandPorts, 'bases' | 'repository'>,
): Promise<FileTree> {
  return treeOf(checked, await renderInput(checked, ports))
}

/** The same of what it is made from. */
export function treeOf({ lock }: CheckedNetwork, input: CompileInput): FileTree {
  return mergeTrees(compile(input), [[lockFile, dumpLock({ ...lock, ledger: input.ledger })]])
}

/** The input of compile, with stand-ins for missing material. */
export async function renderInput(
  checked: CheckedNetwork,
  { bases, repository }: Pick<CommandPorts, 'bases' | 'repository'>,
) {
  const { network, platform, lock, materialFiles, requests, overrides } = checked
  const material = materialOf(materialFiles, standIns(requests, materialFiles, standInRandom))
  return {
    network,
    platform,
    ports: lock.ports,
    material,
    ledger: platform.material.record?.(network, material, lock.ledger) ?? lock.ledger,
    bases: await bases(),
    overrides: overrideFolders(overrides),
    prefix: await repository.prefix(),
  }
}

export const renderCommand = command({
  name: 'render',
  purpose: 'Write deploy/: Kustomize overlays for each cluster, and the objects for Flux',
  options: {
    build,
    check: flag('Write nothing, and fail if a file would change'),
    'stand-ins': flag('Replace missing keys by throw-away ones, to preview the result; never deploy it'),
  },
  examples: [
    ['chancery render', 'write deploy/'],
    ['chancery render --check', 'fail if deploy/ is out of date'],
  ],
  run: ({ network, build, check, 'stand-ins': standIns }, ports) => render({ network, build, check, standIns }, ports),
})
