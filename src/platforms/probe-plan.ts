/** Something that nodes dial: an endpoint of a node, as it is reached from their cluster. */
export interface ProbeTarget {
  /** `carrier/peer1`, ours or external. */
  readonly node: string
  readonly endpoint: string
  readonly host: string
  readonly port: number
  /** PEM of the authorities that its certificate has to be of, where it speaks TLS; the certificate has to be for the host. */
  readonly authorities?: string
}

/** What one organization's nodes in one cluster dial. */
export interface ProbePlan {
  /** Labels by which network policies know these nodes: what they may dial, the probe may. No Service selects by them alone. */
  readonly labels: Readonly<Record<string, string>>
  readonly targets: readonly ProbeTarget[]
}

/** The same target once, in the order of nodes and endpoints. */
export function distinct(targets: readonly ProbeTarget[]): readonly ProbeTarget[] {
  const byKey = new Map(
    targets.map((target) => [`${target.node} ${target.endpoint} ${target.host} ${target.port}`, target]),
  )
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, target]) => target)
}

/** Targets that the script dials at once, and the most seconds that one takes, as it says itself. */
const atOnce = 32
const longest = 8
/** Seconds for the pod to be placed and its image to be pulled. */
const beginning = 120

/** Seconds after which a probe that has not ended never will. */
export const patienceFor = ({ targets }: ProbePlan): number =>
  beginning + Math.ceil(distinct(targets).length / atOnce) * (longest + 2)
