import { missingFindings } from '../check/missing.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { materialOf } from '../material/files.ts'
import { standInRandom } from '../material/random.ts'
import { standIns } from '../material/stand-ins.ts'
import { sortFindings } from '../network/finding.ts'
import { pageData } from '../report/page/describe.ts'
import { reportPage } from '../report/page/page.ts'
import type { Result } from '../report/result.ts'
import { counted } from '../words.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { inspect } from './inspect.ts'
import { flag, optionalText } from './options.ts'
import { plan, planOptions } from './plan.ts'
import type { CommandOptions, ReportPorts } from './ports.ts'
import { verify } from './verify.ts'

export interface ReportOptions extends CommandOptions {
  /** The file to write, from the working folder. */
  readonly html: string
  /** Show what the change since this branch, tag or commit would do. */
  readonly base?: string | undefined
  /** Ask the clusters too. */
  readonly verify: boolean
}

/** Writes the network as one page for a browser. Keys that are missing are replaced by throw-away ones, as for a plan. */
export async function report(options: ReportOptions, ports: ReportPorts): Promise<Result> {
  const common = { network: options.network, allowWellKnown: options.allowWellKnown === true }
  const { findings: found, checked } = await inspect(common, ports.files)
  if (checked === undefined) {
    ports.reporter.findings(found)
    return { status: exitStatus.findings, findings: found, clusters: [] }
  }
  const reporter = { ...ports.reporter, findings: () => {}, plan: () => {} }
  // The ports themselves but for one: a copy would ask for the signal, which only work in clusters listens to.
  const quiet: ReportPorts = Object.create(ports, { reporter: { value: reporter } })
  const planned =
    options.base === undefined
      ? undefined
      : await plan({ ...common, base: options.base, failOnRisk: 'never', acknowledged: false }, quiet)
  const verified = options.verify
    ? await verify({ ...common, probe: false, rehearse: false, dnsServer: '' }, quiet)
    : undefined
  const findings = sortFindings([
    ...(planned?.findings ?? [...found, ...missingFindings(checked, 'notice')]),
    ...(verified?.findings ?? []),
  ])
  ports.reporter.findings(findings)
  const { network, platform, lock, materialFiles, requests, missing } = checked
  const page = reportPage(
    await ports.pageShell(),
    pageData({
      network,
      platform,
      ports: lock.ports,
      material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
      requests,
      missing,
      certificates: lock.certificates,
      bases: await ports.bases(),
      findings,
      ...(planned?.plan === undefined ? {} : { plan: planned.plan }),
      // Without results, verify did not get as far as the clusters: findings say why.
      ...(verified?.clusterResults === undefined ? {} : { verified }),
    }),
  )
  await ports.writeFile(options.html, page)
  ports.reporter.say(`${options.html}: ${counted(network.nodes.length, 'node')}, ${Math.ceil(page.length / 1024)} KiB`)
  return {
    findings,
    ...describe(checked, verified?.clusterResults),
    ...(verified?.clusterResults === undefined ? {} : { clusterResults: verified.clusterResults }),
    ...(verified?.ledger === undefined ? {} : { ledger: verified.ledger }),
    files: [options.html],
    status: verified?.status ?? planned?.status ?? exitStatus.done,
  }
}

const reportOptions = {
  html: optionalText('FILE', 'Write the page to this file', { required: true }),
  base: planOptions.base,
  verify: flag('Ask the clusters too: drift, readiness and the health of the ledger, as verify does'),
} as const

export const reportCommand = command({
  name: 'report',
  purpose: 'Write one HTML page of the network: topology, addresses, keys, certificates, and what it can lose',
  options: reportOptions,
  examples: [
    ['chancery report --html report.html', 'a page that needs neither keys nor clusters'],
    ['chancery report --html report.html --base main', 'and what this branch changes'],
    ['chancery report --html report.html --verify', 'and how the clusters are'],
  ],
  run: async ({ network, html, base, verify }, ports) => {
    if (html === undefined) throw new OperatorError('report has no file to write to', 'set html: report.html')
    return report({ network, html, base, verify }, ports)
  },
})
