import type { BevelInput, BevelMapping, PlatformBevel } from '../../bevel.ts'
import { type Entry, entryOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { chainOf } from './chain.ts'
import { nodesOf } from './nodes.ts'
import { releaseIn } from './release.ts'

/** Reads chains of Substrate that Bevel deploys. */
export const bevel: PlatformBevel = { types: ['substrate'], files: ['genesis', 'bootnodes'], map: mapped }

function mapped(input: BevelInput): BevelMapping {
  const top: Entry = { path: [], value: input.network }
  const release = releaseIn(input.network)
  const chain = chainOf(top, input)
  const organizations = input.organizations.map((organization) => ({
    organization,
    ...nodesOf(organization),
  }))
  return {
    platformVersion: release.version,
    before: { chain: chain.fields },
    ownPortsOnly: true,
    organizations: organizations.map(({ organization, nodes }) => ({ name: organization.name, nodes })),
    external: chain.external,
    comments: chain.comments,
    files: chain.files,
    tasks: [...chain.tasks, ...release.tasks],
    lines: [
      ...release.lines,
      ...chain.lines,
      ...organizations.flatMap(({ organization, lines }) => [
        ...lineAt(
          organization,
          'type',
          'dropped',
          'no organization has more rights: the key of sudo is an account, which people keep',
        ),
        ...lineAt(organization, 'persona', 'dropped', 'a role in the demo of Bevel, which is an application'),
        ...lineAt(
          organization,
          'auth',
          'lost',
          'run the application of the demo in your own Deployment: it is a client of an `rpc` node',
        ),
        ...lines,
      ]),
      ...lineAt(
        entryOf(top, 'env'),
        'ambassadorPorts',
        'dropped',
        'ports of the demo too, which no node has: `ambassador.ports` of a cluster has those of its nodes',
      ),
    ],
  }
}
