import { missingFindings } from '../check/missing.ts'
import { expiryFindings } from '../check/renewal-findings.ts'
import { consentFindings } from '../consent/findings.ts'
import { exitStatus } from '../errors.ts'
import { accepting } from '../network/acknowledgement.ts'
import { hasErrors, sortFindings } from '../network/finding.ts'
import { compile } from '../render/compile.ts'
import type { Result } from '../report/result.ts'
import { counted } from '../words.ts'
import { buildFindings } from './build-findings.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import type { CommandOptions, CommandPorts } from './ports.ts'
import { renderInput } from './render.ts'
import { build, sarif } from './shared-options.ts'

/**
 * Checks the definition and all its files, and renders it in memory. Missing keys are replaced by throw-away ones, so that a
 * pull request needs no secret. Writes nothing.
 */
export async function validate(options: CommandOptions, ports: CommandPorts): Promise<Result> {
  const { findings: found, checked } = await inspect(options, ports.files)
  const tree = checked === undefined ? undefined : compile(await renderInput(checked, ports))
  const all = sortFindings([
    ...found,
    ...(checked === undefined
      ? []
      : [...missingFindings(checked, 'notice'), ...expiryFindings(checked, ports.now()), ...consentFindings(checked)]),
    ...(checked !== undefined && tree !== undefined && options.build === true
      ? await buildFindings(checked, tree, ports)
      : []),
  ])
  const findings = checked === undefined ? all : accepting(all, checked.network.acknowledge)
  ports.reporter.findings(findings)
  const status = hasErrors(findings) ? exitStatus.findings : exitStatus.done
  if (checked !== undefined && tree !== undefined && status === exitStatus.done) {
    const { nodes, organizations, clusters } = checked.network
    ports.reporter.say(
      `${options.network} is valid: ${counted(nodes.length, 'node')} of ${counted(organizations.length, 'organization')} in ${counted(clusters.length, 'cluster')}`,
    )
  }
  return { status, findings, ...(checked === undefined ? { clusters: [] } : describe(checked)) }
}

export const validateCommand = command({
  name: 'validate',
  purpose: 'Check the definition and all its files; write nothing',
  options: { build, sarif },
  examples: [
    ['chancery validate', 'check network.yaml of this folder'],
    ['chancery validate networks/trade/network.yaml --build', 'check another network, and build it with kustomize'],
  ],
  run: ({ network, build }, ports) => validate({ network, build }, ports),
})
