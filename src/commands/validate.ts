import { exitStatus } from '../errors.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { compile } from '../render/compile.ts'
import { buildFindings } from './build.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { missingFindings } from './missing.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import { renderInput } from './render.ts'
import { expiryFindings } from './renewal.ts'
import type { Result } from './result.ts'

/**
 * Checks the definition and what belongs to it, and renders it in memory: keys that are missing are stood in for, so that a
 * pull request needs no secret. Writes nothing.
 */
export async function validate(options: CommandOptions, ports: CommandPorts): Promise<Result> {
  const { findings: found, subject } = await inspect(options, ports.files)
  const tree = subject === undefined ? undefined : compile(await renderInput(subject, ports))
  const findings = sortFindings([
    ...found,
    ...(subject === undefined ? [] : [...missingFindings(subject, 'notice'), ...expiryFindings(subject, ports.now())]),
    ...(subject !== undefined && tree !== undefined && options.build === true
      ? await buildFindings(subject.network, tree, ports)
      : []),
  ])
  ports.reporter.findings(findings)
  const status = hasErrors(findings) ? exitStatus.findings : exitStatus.done
  if (subject !== undefined && tree !== undefined && status === exitStatus.done) {
    const { nodes, organizations, clusters } = subject.network
    ports.reporter.say(
      `${options.network} is valid: ${nodes.length} nodes of ${organizations.length} organizations in ${clusters.length} clusters, ${tree.size} files to render`,
    )
  }
  return { status, findings, ...(subject === undefined ? { clusters: [] } : describe(subject)) }
}
