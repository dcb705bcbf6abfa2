import { groupBy } from '../../../group-by.ts'
import { ipv4 } from '../../../network/primitives.ts'
import type { BevelLine, BevelOrganization } from '../../bevel.ts'
import { entriesOf, entryOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'

/** The address of each cluster: that of most of its stewards, or else of most of its organizations. One address belongs to one cluster. */
export function addressesOf(organizations: readonly BevelOrganization[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  for (const [cluster, members] of groupBy(organizations, (organization) => organization.cluster)) {
    const taken = new Set(addresses.values())
    const ofStewards = members.flatMap((organization) =>
      entriesOf(entryOf(organization, 'services'), 'stewards').map(({ value }) => value.publicIp),
    )
    const address =
      mostOf(ofStewards, taken) ??
      mostOf(
        members.flatMap(({ value }) => value.publicIps),
        taken,
      )
    if (address !== undefined) addresses.set(cluster, address)
  }
  return addresses
}

/** The most frequent IPv4 address that no other cluster has, the first of those that are equally frequent. */
function mostOf(values: readonly unknown[], taken: ReadonlySet<string>): string | undefined {
  const addresses = values.flatMap((value) => {
    const text = textOf(value)
    return text !== undefined && ipv4.safeParse(text).success && !taken.has(text) ? [text] : []
  })
  const groups = [...groupBy(addresses, (address) => address)]
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** Lines of `publicIps`: one for each address, or for anything else. */
export function addressLines(
  organization: BevelOrganization,
  addresses: ReadonlyMap<string, string>,
): readonly BevelLine[] {
  const { cluster, path, value } = organization
  const address = addresses.get(cluster)
  const given = value.publicIps
  if (!Array.isArray(given) || given.length === 0)
    return lineAt(organization, 'publicIps', 'dropped', 'it has no addresses')
  return given.map((item: unknown, at): BevelLine => {
    const here = [...path, 'publicIps', at]
    if (address !== undefined && textOf(item) === address)
      return { path: here, outcome: 'kept', text: `as \`address\` of cluster ${cluster}` }
    return {
      path: here,
      outcome: 'lost',
      text:
        address === undefined
          ? `not an IPv4 address of this cluster alone: write \`address\` of cluster ${cluster}`
          : `a cluster has one address, that of its Ambassador: ${cluster} has ${address}. Machines of another zone need a load balancer with one address`,
    }
  })
}

/** The addresses of all clusters: an address of documentation (RFC 5737) where the input has none, which people replace. */
export function withPlaceholders(
  organizations: readonly BevelOrganization[],
  addresses: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const clusters = [...new Set(organizations.map(({ cluster }) => cluster))]
  return new Map(clusters.map((cluster, at) => [cluster, addresses.get(cluster) ?? `192.0.2.${at + 1}`]))
}
