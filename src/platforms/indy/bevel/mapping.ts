import type { BevelInput, BevelMapping, BevelOrganization, PlatformBevel } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { addressesOf, addressLines, withPlaceholders } from './addresses.ts'
import { peopleOf } from './people.ts'
import { poolOf } from './pool.ts'
import { releaseIn } from './release.ts'
import { stewardsOf } from './stewards.ts'

/** Reads pools of Indy that Bevel deploys. */
export const bevel: PlatformBevel = { types: ['indy'], files: ['pool', 'domain'], map: mapped }

function mapped(input: BevelInput): BevelMapping {
  const top: Entry = { path: [], value: input.network }
  const release = releaseIn(input.network)
  const pool = poolOf(top, input)
  const addresses = addressesOf(input.organizations)
  const stewards = stewardsOf(input.organizations, { isRunning: pool.isRunning, addresses })
  const people = new Map(input.organizations.map((organization) => [organization.name, peopleOf(organization)]))
  return {
    platformVersion: release.version,
    before: pool.fields,
    // NODE transactions, by which validators join a pool that runs, take IP addresses only.
    addresses: pool.isRunning ? withPlaceholders(input.organizations, addresses) : addresses,
    ownPortsOnly: true,
    organizations: input.organizations.map(({ name }) => ({
      name,
      fields: people.get(name)?.fields ?? {},
      nodes: stewards.nodes.get(name) ?? [],
    })),
    files: pool.files,
    tasks: [
      ...pool.tasks,
      ...(pool.isRunning || [...people.values()].some(({ fields }) => fields.trustees !== undefined)
        ? []
        : ['Name `trustees` of organizations: the input has none.']),
      ...runningTasks(top, pool.isRunning),
      ...addressTasks(addresses),
      ...placeholderTasks(pool.isRunning ? input.organizations.filter(({ cluster }) => !addresses.has(cluster)) : []),
    ],
    lines: [
      ...release.lines,
      ...pool.lines,
      ...lineAt(
        entryOf(top, 'env'),
        'ambassadorPorts',
        'dropped',
        'ports of the demo, which no validator has: `ambassador.ports` of a cluster has those of its validators',
      ),
      ...input.organizations.flatMap((organization) => [
        ...lineAt(organization, 'type', 'derived', 'its validators, trustees and endorsers'),
        ...addressLines(organization, addresses),
        ...(people.get(organization.name)?.lines ?? []),
      ]),
      ...stewards.lines,
    ],
  }
}

/** Validators that run have their keys in Vault. */
function runningTasks(top: Entry, isRunning: boolean): readonly string[] {
  const exists =
    isRunning || entriesOf(top, 'organizations').some(({ value }) => textOf(value.org_status) === 'existing')
  return exists
    ? [
        '`chancery keys` makes new keys, which the pool does not know. A validator that runs keeps its own: name the Secret with its seed in `existingSecret`, and commit its public half.',
      ]
    : []
}

const addressTasks = (addresses: ReadonlyMap<string, string>): readonly string[] =>
  addresses.size === 0
    ? []
    : [
        'Keep the address of each cluster when its Ambassador moves: the pool has the addresses of validators in its ledger.',
      ]

const placeholderTasks = (organizations: readonly BevelOrganization[]): readonly string[] =>
  [...new Set(organizations.map(({ cluster }) => cluster))].map(
    (cluster) =>
      `Write the \`address\` of cluster ${cluster}: the input has none, and the one written here is an example.`,
  )
