import { familyOf, numberOf, widthOf } from '../ip-address.ts'

/** An address, or range of addresses, that other machines cannot connect to. */
export interface SpecialAddress {
  /** A phrase that follows the address. */
  readonly reason: string
  /** It works on the machine itself, for a local cluster. */
  readonly onMachine: boolean
  /** It works inside its Kubernetes cluster. */
  readonly inCluster?: true
}

const multicast = (source: string): SpecialAddress => ({
  reason: `is a multicast address (${source}): nobody can connect to it`,
  onMachine: false,
})

const linkLocal = (source: string): SpecialAddress => ({
  reason: `is valid on one link only (link-local, ${source}); clouds serve metadata there`,
  onMachine: false,
})

const loopback = (source: string): SpecialAddress => ({
  reason: `resolves to the connecting machine itself (loopback, ${source})`,
  onMachine: true,
})

/**
 * Ranges that other machines never have: https://www.iana.org/assignments/iana-ipv4-special-registry/ and
 * https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
const ranges: readonly (readonly [range: string, special: SpecialAddress])[] = [
  ['0.0.0.0/8', { reason: 'is not the address of a machine: it means "this network" (RFC 791)', onMachine: false }],
  ['127.0.0.0/8', loopback('RFC 1122')],
  ['169.254.0.0/16', linkLocal('RFC 3927')],
  ['224.0.0.0/4', multicast('RFC 5771')],
  [
    '240.0.0.0/4',
    { reason: 'is reserved (RFC 1112), or the broadcast address: nobody can connect to it', onMachine: false },
  ],
  ['::/128', { reason: 'is not the address of a machine: it means "no address" (RFC 4291)', onMachine: false }],
  ['::1/128', loopback('RFC 4291')],
  ['100::/64', { reason: 'is for packets to discard (RFC 6666): nobody can connect to it', onMachine: false }],
  ['fe80::/10', linkLocal('RFC 4291')],
  ['fec0::/10', { reason: 'is a site-local address, which is no longer in use (RFC 3879)', onMachine: false }],
  ['ff00::/8', multicast('RFC 4291')],
]

const linkLocalRanges = ['169.254.0.0/16', 'fe80::/10']

/** Whether all addresses of a range are valid on one link only. */
export const isLinkLocal = (range: string): boolean => linkLocalRanges.some((outer) => isWithin(range, outer))

/** Why an address cannot be that of another machine; undefined if it can. Ranges for documentation are accepted. */
export const specialAddress = (address: string): SpecialAddress | undefined =>
  ranges.find(([range]) => isIn(address, range))?.[1]

/** The same for all addresses of a range. */
export const specialRange = (range: string): SpecialAddress | undefined =>
  ranges.find(([special]) => isWithin(range, special))?.[1]

function isWithin(range: string, outer: string): boolean {
  const [address = '', bits] = range.split('/')
  return isIn(address, outer) && Number(bits) >= Number(outer.split('/')[1])
}

function isIn(address: string, range: string): boolean {
  const [first = '', bits] = range.split('/')
  if (familyOf(address) !== familyOf(first)) return false
  const free = BigInt(widthOf(first) - Number(bits))
  return numberOf(address) >> free === numberOf(first) >> free
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

/** Of private networks: RFC 1918, RFC 6598 and RFC 4193. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']

/** Whether an address is of a private network. */
export const isPrivate = (address: string): boolean => privateRanges.some((range) => isIn(address, range))
