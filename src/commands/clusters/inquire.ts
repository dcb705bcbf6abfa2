import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Api } from '../../cluster/api.ts'
import { runProbe } from '../../cluster/probe.ts'
import { OperatorError } from '../../errors.ts'
import type { Cluster, Organization } from '../../network/network.ts'
import { nodesOf } from '../../network/network.ts'
import { placementOfOrganization } from '../../network/placement-of.ts'
import type { Verdict } from '../../platforms/health.ts'
import type { Inquiry, InquiryAnswer } from '../../platforms/inquiry.ts'
import { inquiryObjects, patienceForInquiry } from '../../probe/inquiry.ts'
import { type CompileInput, viewOf } from '../../render/compile.ts'
import type { ClusterPorts } from '../ports.ts'
import { renderInput } from '../render.ts'

/** What the Jobs of a cluster printed, and why others did not. */
export interface InquiryOutcome {
  readonly answers: readonly InquiryAnswer[]
  readonly problems: readonly Verdict[]
}

/** Runs the inquiries of each organization's nodes in a cluster. */
export async function inquireCluster(
  api: Api,
  checked: CheckedNetwork,
  cluster: Cluster,
  ports: ClusterPorts,
): Promise<InquiryOutcome> {
  const { network, platform } = checked
  if (platform.operation.inquiries === undefined) return { answers: [], problems: [] }
  const input = await renderInput(checked, ports)
  const view = viewOf(input, cluster)
  const wanted = network.organizations.flatMap((organization) => {
    const nodes = nodesOf(network, cluster.name, organization.name)
    const inquiries = nodes.length === 0 ? [] : (platform.operation.inquiries?.(nodes, view) ?? [])
    return inquiries.map((inquiry) => ({ organization, inquiry }))
  })
  // All Jobs end, and are removed, before the connection is closed.
  const ended = await Promise.allSettled(
    wanted.map(async ({ organization, inquiry }): Promise<InquiryAnswer> => {
      const output = await runInquiry(api, { inquiry, organization, cluster, input }, ports)
      return { topic: inquiry.topic, organization: organization.name, cluster: cluster.name, output }
    }),
  )
  ports.signal.throwIfAborted()
  const outcomes = ended.map((one, at): InquiryOutcome => {
    if (one.status === 'fulfilled') return { answers: [one.value], problems: [] }
    if (!(one.reason instanceof OperatorError)) throw one.reason
    const { message, hint } = one.reason
    const who = `${wanted[at]?.inquiry.topic} of ${wanted[at]?.organization.name} in cluster ${cluster.name}`
    return { answers: [], problems: [{ good: false, message: `${who} were not asked: ${message}`, hint }] }
  })
  return {
    answers: outcomes.flatMap(({ answers }) => answers),
    problems: outcomes.flatMap(({ problems }) => problems),
  }
}

interface InquiryRun {
  readonly inquiry: Inquiry
  /** Whose namespace and machines the Job runs in. */
  readonly organization: Organization
  readonly cluster: Cluster
  /** What the Job is rendered from: the same for all inquiries of a run. */
  readonly input: Pick<CompileInput, 'network' | 'bases'>
}

/** Runs one Job, and returns its output. */
export async function runInquiry(
  api: Api,
  { inquiry, organization, cluster, input: { network, bases } }: InquiryRun,
  ports: ClusterPorts,
): Promise<string> {
  const objects = inquiryObjects({
    inquiry,
    network: network.name,
    namespace: organization.namespace,
    name: `inquiry-${Buffer.from(ports.random('name of an inquiry', 5)).toString('hex')}`,
    images: network.images,
    placement: placementOfOrganization(organization, cluster),
    bases,
  })
  return runProbe(api, objects, { timeout: patienceForInquiry(inquiry) * 1000, signal: ports.signal })
}
