import { exitStatus } from '../errors.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { lockFile } from '../network/lock.ts'
import { mergeTrees } from '../render/tree.ts'
import { type Changes, changesTo, isEmpty } from '../repository/changes.ts'
import { buildFindings } from './build.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { type KeysOptions, withMaterial } from './keys.ts'
import { missingFindings } from './missing.ts'
import type { CommandPorts } from './ports.ts'
import { rendered, renderTree } from './render.ts'
import type { Result } from './result.ts'

export interface CommitOptions extends KeysOptions {
  /** Name of the remote to push to. */
  readonly push?: string
}

/** Makes missing keys, renders, and commits the result: one commit, and none when nothing changed. */
export async function commit(options: CommitOptions, ports: CommandPorts): Promise<Result> {
  const { repository, files, reporter } = ports
  const head = await repository.cleanHead([options.network, 'overrides', lockFile, 'material', rendered])
  const inspected = await inspect(options, files)
  if (inspected.subject === undefined) {
    reporter.findings(inspected.findings)
    return { status: exitStatus.findings, findings: inspected.findings, clusters: [] }
  }
  const { subject, made } = await withMaterial(inspected.subject, options, ports)
  const missing = missingFindings(subject, 'error')
  const tree = hasErrors(missing) ? undefined : await renderTree(subject, ports)
  const broken = tree !== undefined && options.build === true ? await buildFindings(tree, ports) : []
  const findings = sortFindings([...inspected.findings, ...missing, ...broken])
  reporter.findings(findings)
  if (tree === undefined || hasErrors(findings)) return { status: exitStatus.findings, findings, clusters: [] }

  const changes = await changesTo(files, mergeTrees(tree, made), [rendered])
  const result = {
    findings,
    ...describe(subject),
    changed: !isEmpty(changes),
    files: [...changes.written.keys(), ...changes.removed],
  }
  const nothing = (): Result => {
    reporter.say(`nothing changed: ${tree.size} files are up to date, no commit was made`)
    return { ...result, changed: false, files: [], status: exitStatus.done }
  }
  if (isEmpty(changes)) return nothing()
  const request = { head, changes, message: message(subject.network.name, changes, [...made.keys()]) }
  const object = await repository.commit({ ...request, ...(options.push === undefined ? {} : { push: options.push }) })
  if (object === undefined) return nothing()
  reporter.say(
    `committed ${object.slice(0, 12)} to ${head.branch}: ${changes.written.size} files written, ${changes.removed.length} removed`,
  )
  return { ...result, status: exitStatus.done, commit: object }
}

function message(network: string, { written, removed }: Changes, made: readonly string[]): string {
  const counts = [
    ...(written.size === 0 ? [] : [`${written.size} written`]),
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
  ]
  const keys = made.length === 0 ? '' : `\n\nMaterial made:\n${made.map((path) => `- ${path}`).join('\n')}`
  return `Render ${network}: ${counts.join(', ')}${keys}\n`
}
