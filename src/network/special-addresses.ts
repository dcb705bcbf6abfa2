/** An address, or range of addresses, that other machines cannot connect to. */
export interface SpecialAddress {
  /** A phrase that follows the address. */
  readonly reason: string
  /** It works on the machine itself, for a local cluster. */
  readonly onMachine: boolean
  /** It works inside its Kubernetes cluster. */
  readonly inCluster?: true
}

/** Ranges that other machines never have: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const ranges: readonly (readonly [first: number, last: number, special: SpecialAddress])[] = [
  [0, 0, { reason: 'is not the address of a machine: it means "this network" (RFC 791)', onMachine: false }],
  [127, 127, { reason: 'resolves to the connecting machine itself (loopback, RFC 1122)', onMachine: true }],
  [224, 239, { reason: 'is a multicast address (RFC 5771): nobody can connect to it', onMachine: false }],
  [
    240,
    255,
    { reason: 'is reserved (RFC 1112), or the broadcast address: nobody can connect to it', onMachine: false },
  ],
]

const linkLocal: SpecialAddress = {
  reason: 'is valid on one link only (link-local, RFC 3927); clouds serve metadata there',
  onMachine: false,
}

/** Why an IPv4 address cannot be that of another machine; undefined if it can. Ranges for documentation are accepted. */
export function specialAddress(address: string): SpecialAddress | undefined {
  const [first = 0, second = 0] = address.split('.').map(Number)
  if (first === 169 && second === 254) return linkLocal
  return ranges.find(([from, to]) => first >= from && first <= to)?.[2]
}

/** Names with a local meaning only, and why: https://www.iana.org/assignments/special-use-domain-names/ */
const names: readonly (readonly [suffix: string, severity: 'error' | 'warning', special: SpecialAddress])[] = [
  [
    'cluster.local',
    'error',
    {
      reason: 'is a name inside Kubernetes: each cluster resolves it to its own Services',
      onMachine: false,
      inCluster: true,
    },
  ],
  [
    'svc',
    'error',
    { reason: 'is the name of a Service, which resolves in its own cluster only', onMachine: false, inCluster: true },
  ],
  ['localhost', 'error', { reason: 'resolves to the connecting machine itself (RFC 6761)', onMachine: true }],
  ['localdomain', 'error', { reason: 'resolves on one machine only', onMachine: true }],
  ['invalid', 'error', { reason: 'never resolves (RFC 6761)', onMachine: false }],
  ['onion', 'error', { reason: 'is a name of Tor, which DNS does not resolve (RFC 7686)', onMachine: false }],
  ['in-addr.arpa', 'error', { reason: 'is for reverse lookups (RFC 1035)', onMachine: false }],
  ['ip6.arpa', 'error', { reason: 'is for reverse lookups (RFC 3596)', onMachine: false }],
  [
    'local',
    'warning',
    {
      reason: 'is a name of multicast DNS (RFC 6762): it resolves only where DNS servers have such a zone',
      onMachine: true,
    },
  ],
]

/** Why a name does not resolve elsewhere; undefined if it may. */
export function specialName(name: string): (SpecialAddress & { readonly severity: 'error' | 'warning' }) | undefined {
  const found = names.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`))
  return found === undefined ? undefined : { ...found[2], severity: found[1] }
}

/** Names of single load balancers or machines in clouds, which have no names below them. */
const single =
  /\.(?:elb\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?|compute(?:-1)?\.amazonaws\.com|cloudapp\.azure\.com|azmk8s\.io|bc\.googleusercontent\.com)$/

/** Whether this name cannot have names below it. */
export const isSingleName = (name: string): boolean => single.test(name)

/** Whether an address is of a private network: RFC 1918, RFC 6598 and RFC 4193. */
export const isPrivate = (address: string): boolean =>
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:)/i.test(
    address,
  )
