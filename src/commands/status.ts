import { routesOf } from '../ambassador/routes.ts'
import { exitStatus } from '../errors.ts'
import { hasErrors } from '../network/finding.ts'
import type { Result } from '../report/result.ts'
import { statusLines } from '../report/status/text.ts'
import { observationTime } from './clusters/ask-nodes.ts'
import { type ClusterOptions, deliveryOf } from './clusters/delivery.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { flag, itemsIn } from './options.ts'
import type { ClusterPorts } from './ports.ts'
import { cluster, context, dnsServer } from './shared-options.ts'
import { see, watchStatus } from './status/watch.ts'

interface StatusOptions extends ClusterOptions {
  /** Look again and again, until the process receives a signal. */
  readonly watch: boolean
  /** IP addresses of DNS servers, separated by commas; those of the machine when empty. */
  readonly dnsServer: string
}

/** Shows what runs: clusters, nodes, parts of the ledger, routes, and what is wrong. Reads only. */
async function status(options: StatusOptions, ports: ClusterPorts): Promise<Result> {
  const lookup = ports.lookupAt(itemsIn(options.dnsServer))
  const delivery = await deliveryOf(options, ports)
  const { checked, findings } = delivery
  if (checked === undefined) {
    ports.reporter.findings(findings)
    return { status: exitStatus.findings, findings, clusters: [] }
  }
  const { network, platform, lock } = checked
  const shared = { checked, routes: routesOf(network, platform, lock.ports), lookup }
  const seen = options.watch
    ? await watchStatus(delivery, ports, { ...shared, pause: 0 })
    : await see(delivery, ports, { ...shared, pause: 1000 * observationTime(checked) })
  if (!options.watch) for (const { text, tone } of statusLines(seen.status)) ports.reporter.say(text, tone)
  const { results } = seen.look
  return {
    status:
      seen.status.problems.length > 0
        ? exitStatus.cluster
        : hasErrors(findings)
          ? exitStatus.findings
          : exitStatus.done,
    findings,
    ...describe(checked, results),
    clusterResults: results,
    live: seen.status,
  }
}

export const statusCommand = command({
  name: 'status',
  purpose: 'Show clusters, nodes, the ledger and routes as they are now, and what to do about problems; change nothing',
  where: 'command line',
  options: {
    cluster,
    context,
    watch: flag(
      'Look again every 5 seconds until Ctrl-C: a terminal is redrawn, anything else gets a line for each change',
    ),
    'dns-server': dnsServer,
  },
  examples: [
    ['chancery status', 'all clusters once'],
    ['chancery status --cluster eu --watch', 'one cluster, until Ctrl-C'],
  ],
  run: ({ network, cluster, context, watch, 'dns-server': dnsServer }, ports) =>
    status({ network, cluster, context, watch, dnsServer }, ports),
})
