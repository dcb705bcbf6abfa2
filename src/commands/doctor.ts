import { routesOf } from '../ambassador/routes.ts'
import type { Inspection } from '../check/checked-network.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { hasErrors } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { type DoctorCheck, failed, type Judgement, unknown } from '../report/doctor/doctor-check.ts'
import { doctorLines } from '../report/doctor/text.ts'
import type { Result } from '../report/result.ts'
import { connectTo } from './clusters/at-clusters.ts'
import { type ClusterDelivery, type ClusterOptions, contextOf, deliveryOf, selected } from './clusters/delivery.ts'
import { fluxCheck } from './clusters/flux.ts'
import { command } from './command.ts'
import { capacityCheck } from './doctor/capacity.ts'
import { type ClusterSubject, entranceChecks, podSecurityCheck, rightsCheck, serverChecks } from './doctor/cluster.ts'
import { issuerCheck } from './doctor/issuer.ts'
import { ageKeyCheck, judgementOf, machineChecks } from './doctor/machine.ts'
import { priorityClassCheck } from './doctor/priority-class.ts'
import { pullSecretCheck } from './doctor/pull-secret.ts'
import { storageCheck } from './doctor/storage.ts'
import { inspect } from './inspect.ts'
import { itemsIn } from './options.ts'
import type { DoctorPorts } from './ports.ts'
import { cluster, context, dnsServer } from './shared-options.ts'

interface DoctorOptions extends ClusterOptions {
  readonly dnsServer: string
}

/** Checks this machine, the repository and each cluster before the first apply. Changes nothing. */
async function doctor(options: DoctorOptions, ports: DoctorPorts): Promise<Result> {
  const lookup = ports.lookupAt(itemsIn(options.dnsServer))
  const inspection = await inspect(options, ports.files).catch(operators)
  const { findings, checked } = inspection instanceof OperatorError ? nothing : inspection
  const delivery = checked === undefined ? undefined : await deliveryOf(options, ports).catch(operators)
  const keyring = await ports.keyring().catch(operators)
  const contexts = await ports.contexts().catch(operators)
  const clusters = checked === undefined ? [] : selected(checked.network.clusters, options)
  const ofClusters = await ports.reporter.during('Looking at clusters', () =>
    Promise.all(clusters.map((one) => checksOfCluster(one))),
  )
  const checks = [...(await machineChecks({ inspection, delivery }, ports)), ...ofClusters.flat()]
  for (const { text, tone } of doctorLines(checks)) ports.reporter.say(text, tone)
  const isFailed = checks.some(({ result }) => result === 'failed')
  return {
    status: hasErrors(findings) ? exitStatus.findings : isFailed ? exitStatus.operator : exitStatus.done,
    findings,
    clusters: clusters.map(({ name }) => name),
    doctor: checks,
  }

  async function checksOfCluster(one: Cluster): Promise<readonly DoctorCheck[]> {
    const named = (judgements: Readonly<Record<string, Judgement>>): readonly DoctorCheck[] =>
      Object.entries(judgements).map(([name, judgement]) => ({ cluster: one.name, name, ...judgement }))
    if (checked === undefined) return []
    const ageKey = { 'age key': ageKeyCheck(checked.network, one, keyring) }
    const context = contextOf(one, options)
    if (contexts instanceof OperatorError) return named({ context: failed(contexts.message, contexts.hint), ...ageKey })
    try {
      const api = await connectTo({ cluster: one, context }, contexts, ports)
      try {
        const { network, platform, lock } = checked
        return named({
          ...(await clusterJudgements({
            api,
            network,
            cluster: one,
            context,
            ports,
            lookup,
            routes: delivered(delivery) === undefined ? [] : routesOf(network, platform, lock.ports),
            objects: delivered(delivery)?.targets.find((target) => target.cluster.name === one.name)?.objects,
          })),
          ...ageKey,
        })
      } finally {
        api.close()
      }
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error
      const name = contexts.includes(context) ? 'API server' : 'context'
      return named({ [name]: failed(error.message, error.hint), ...ageKey })
    }
  }
}

/** Of a folder without a definition. */
const nothing: Inspection = { findings: [] }

/** What could be built to apply; undefined where a finding or the machine is in the way. */
const delivered = (delivery: ClusterDelivery | OperatorError | undefined): ClusterDelivery | undefined =>
  delivery instanceof OperatorError || delivery?.checked === undefined ? undefined : delivery

const operators = (error: unknown): OperatorError => {
  if (error instanceof OperatorError) return error
  throw error
}

/** The API server first: nothing else can be asked when it does not answer. Throws its OperatorError. */
async function clusterJudgements(subject: ClusterSubject): Promise<Readonly<Record<string, Judgement>>> {
  const { api, network, cluster, context, ports } = subject
  const server = await serverChecks(subject)
  const flux = await fluxCheck(api, { network: network.name, context }, ports.signal)
  const orUnknown = <Found>(work: Promise<Found>): Promise<Found | Judgement> => work.catch(judgementOf)
  const [rights, storage, capacity, security, entrance, priority, pullSecret, issuer] = await Promise.all([
    orUnknown(rightsCheck(subject, flux.installed)),
    orUnknown(storageCheck(api, cluster, ports.signal)),
    orUnknown(capacityCheck(api, subject.objects, ports.signal)),
    orUnknown(podSecurityCheck(subject)),
    entranceChecks(subject).catch((error: unknown) => {
      const judgement = judgementOf(error)
      return { 'load balancer': judgement, DNS: unknown('the address of the Ambassador is unknown') }
    }),
    orUnknown(priorityClassCheck(subject)),
    orUnknown(pullSecretCheck(subject)),
    orUnknown(issuerCheck(subject)),
  ])
  return {
    ...server,
    rights,
    Flux: flux.judgement,
    'storage class': storage,
    capacity,
    ...entrance,
    'Pod Security': security,
    ...(priority === undefined ? {} : { 'priority class': priority }),
    ...(pullSecret === undefined ? {} : { 'pull Secret': pullSecret }),
    ...(issuer === undefined ? {} : { issuer }),
  }
}

export const doctorCommand = command({
  name: 'doctor',
  purpose: 'Check this machine, the repository and each cluster before the first apply; change nothing',
  where: 'command line',
  options: { cluster, context, 'dns-server': dnsServer },
  examples: [
    ['chancery doctor', 'everything that apply needs, with what to do'],
    ['chancery doctor --cluster eu -o json', 'one cluster, for programs'],
  ],
  run: ({ network, cluster, context, 'dns-server': dnsServer }, ports) =>
    doctor({ network, cluster, context, dnsServer }, ports),
})
