/** An address that nobody can dial from elsewhere, or a range of such ones. */
export interface SpecialAddress {
  /** In words that follow an address. */
  readonly reason: string
  /** It works on the machine itself: for a cluster that nobody else has to reach. */
  readonly onMachine: boolean
  /** It works in a Kubernetes cluster itself. */
  readonly inCluster?: true
}

/** Ranges that are never the address of a machine elsewhere: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const ranges: readonly (readonly [first: number, last: number, special: SpecialAddress])[] = [
  [0, 0, { reason: 'is no address of a machine: it means "this network" (RFC 791)', onMachine: false }],
  [127, 127, { reason: 'leads back to the machine that dials it (loopback, RFC 1122)', onMachine: true }],
  [224, 239, { reason: 'is a multicast address (RFC 5771): nobody can connect to it', onMachine: false }],
  [
    240,
    255,
    { reason: 'is reserved (RFC 1112), or the broadcast address: nobody can connect to it', onMachine: false },
  ],
]

const linkLocal: SpecialAddress = {
  reason: 'is known on one link only (link-local, RFC 3927); clouds have their metadata there',
  onMachine: false,
}

/** Why an IPv4 address leads nowhere, or home; undefined when it may be that of a machine. Ranges of documentation are as good as any. */
export function specialAddress(address: string): SpecialAddress | undefined {
  const [first = 0, second = 0] = address.split('.').map(Number)
  if (first === 169 && second === 254) return linkLocal
  return ranges.find(([from, to]) => first >= from && first <= to)?.[2]
}

/** Names that have a meaning in one place only, and why: https://www.iana.org/assignments/special-use-domain-names/ */
const names: readonly (readonly [suffix: string, severity: 'error' | 'warning', special: SpecialAddress])[] = [
  [
    'cluster.local',
    'error',
    {
      reason: 'is a name of Kubernetes itself: each cluster answers it with its own Services',
      onMachine: false,
      inCluster: true,
    },
  ],
  [
    'svc',
    'error',
    { reason: 'is the name of a Service, which only its own cluster knows', onMachine: false, inCluster: true },
  ],
  ['localhost', 'error', { reason: 'leads back to the machine that dials it (RFC 6761)', onMachine: true }],
  ['localdomain', 'error', { reason: 'is known on one machine only', onMachine: true }],
  ['invalid', 'error', { reason: 'never resolves (RFC 6761)', onMachine: false }],
  ['onion', 'error', { reason: 'is a name of Tor, which DNS does not resolve (RFC 7686)', onMachine: false }],
  ['in-addr.arpa', 'error', { reason: 'is for the names of addresses (RFC 1035)', onMachine: false }],
  ['ip6.arpa', 'error', { reason: 'is for the names of addresses (RFC 3596)', onMachine: false }],
  [
    'local',
    'warning',
    {
      reason: 'is a name of multicast DNS (RFC 6762): it resolves only where DNS servers have such a zone too',
      onMachine: true,
    },
  ],
]

/** Why a name cannot be resolved elsewhere; undefined when it may. */
export function specialName(name: string): (SpecialAddress & { readonly severity: 'error' | 'warning' }) | undefined {
  const found = names.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`))
  return found === undefined ? undefined : { ...found[2], severity: found[1] }
}

/** Names that a cloud makes for one load balancer or machine: there is nothing below them. */
const single =
  /\.(?:elb\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?|compute(?:-1)?\.amazonaws\.com|cloudapp\.azure\.com|azmk8s\.io|bc\.googleusercontent\.com)$/

/** Whether no name can be below this one. */
export const isSingleName = (name: string): boolean => single.test(name)
