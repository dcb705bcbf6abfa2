import { exitStatus } from '../errors.ts'
import { standIns } from '../material/complete.ts'
import { materialOf } from '../material/files.ts'
import { standInRandom } from '../material/random.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { dumpLock, lockFile } from '../network/lock.ts'
import { compile } from '../render/compile.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import { changesTo, isEmpty, writeChanges } from '../repository/changes.ts'
import { buildFindings } from './build.ts'
import { describe } from './describe.ts'
import { inspect, type Subject } from './inspect.ts'
import { missingFindings } from './missing.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import type { Result } from './result.ts'

export interface RenderOptions extends CommandOptions {
  /** Write nothing; the status is that of findings when something would be written. */
  readonly check: boolean
  /** Render with stand-ins for keys that are missing, to look at the result. Never deploy it. */
  readonly standIns: boolean
}

/** The folder that rendering owns: what is in it and was not rendered is removed. */
export const rendered = 'deploy'

/** Writes `deploy/` and the lock. */
export async function render(options: RenderOptions, ports: CommandPorts): Promise<Result> {
  const { findings: found, subject } = await inspect(options, ports.files)
  const missing = subject === undefined ? [] : missingFindings(subject, options.standIns ? 'notice' : 'error')
  const tree = subject === undefined || hasErrors(missing) ? undefined : await renderTree(subject, ports)
  const broken =
    subject !== undefined && tree !== undefined && options.build === true
      ? await buildFindings(subject.network, tree, ports)
      : []
  const findings = sortFindings([...found, ...missing, ...broken])
  ports.reporter.findings(findings)
  if (subject === undefined || tree === undefined || hasErrors(findings))
    return { status: exitStatus.findings, findings, clusters: [] }
  const changes = await changesTo(ports.files, tree, [rendered])
  const files = [...changes.written.keys(), ...changes.removed]
  const result = { findings, ...describe(subject), changed: !isEmpty(changes), files }
  if (options.check && !isEmpty(changes)) {
    ports.reporter.say(
      `${files.length} files are not what ${options.network} renders: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
    )
    ports.reporter.say('run `chancery render` and commit the result')
    return { ...result, status: exitStatus.findings }
  }
  if (!options.check) await writeChanges(ports.files, changes)
  ports.reporter.say(
    isEmpty(changes)
      ? `nothing changed: ${tree.size} files are up to date`
      : `${changes.written.size} files written, ${changes.removed.length} removed, ${tree.size} in all`,
  )
  return { ...result, status: exitStatus.done }
}

/** The files of `deploy/` and the lock. */
export async function renderTree(
  subject: Subject,
  ports: Pick<CommandPorts, 'bases' | 'repository'>,
): Promise<FileTree> {
  const input = await renderInput(subject, ports)
  const { lock, network, platform } = subject
  const ledger = platform.record?.(network, input.material, lock.ledger) ?? lock.ledger
  return mergeTrees(compile(input), [[lockFile, dumpLock({ ...lock, ledger })]])
}

/** What compile needs, with stand-ins for the material that is missing. */
export async function renderInput(subject: Subject, { bases, repository }: Pick<CommandPorts, 'bases' | 'repository'>) {
  const { network, platform, lock, materialFiles, requests, overrides } = subject
  const material = materialOf(materialFiles, standIns(requests, materialFiles, standInRandom))
  return {
    network,
    platform,
    ports: lock.ports,
    material,
    bases: await bases(),
    overrides,
    prefix: await repository.prefix(),
  }
}
