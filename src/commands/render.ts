import type { CheckedNetwork } from '../check/checked-network.ts'
import { overrideFolders } from '../check/checked-network.ts'
import { missingFindings } from '../check/missing.ts'
import { exitStatus } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { standInRandom } from '../material/random.ts'
import { standIns } from '../material/stand-ins.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { compile } from '../render/compile.ts'
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
  /** Write nothing; the status is that of findings when something would be written. */
  readonly check: boolean
  /** Render with stand-ins for keys that are missing, to look at the result. Never deploy it. */
  readonly standIns: boolean
}

/** The folder that rendering owns: what is in it and was not rendered is removed. */
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
      `${counted(files.length, 'file is', 'files are')} not what ${options.network} renders: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
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
  const input = await renderInput(checked, ports)
  const { lock, network, platform } = checked
  const ledger = platform.material.record?.(network, input.material, lock.ledger) ?? lock.ledger
  return mergeTrees(compile(input), [[lockFile, dumpLock({ ...lock, ledger })]])
}

/** What compile needs, with stand-ins for the material that is missing. */
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
    bases: await bases(),
    overrides: overrideFolders(overrides),
    prefix: await repository.prefix(),
  }
}

export const renderCommand = command({
  name: 'render',
  purpose: 'Write deploy/: Kustomize overlays for each cluster, and what Flux needs',
  options: {
    build,
    check: flag('Write nothing, and fail when something would be written'),
    'stand-ins': flag('Replace keys that are missing by throw-away ones, to look at the result: never deploy it'),
  },
  examples: [
    ['chancery render', 'write deploy/'],
    ['chancery render --check', 'fail when deploy/ is not what the definition renders'],
  ],
  run: ({ network, build, check, 'stand-ins': standIns }, ports) => render({ network, build, check, standIns }, ports),
})
