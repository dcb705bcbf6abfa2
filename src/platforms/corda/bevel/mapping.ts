import type { BevelInput, BevelMapping, PlatformBevel } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, labelOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { commentsAt, cordappsOf } from './cordapps.ts'
import { nodesOf } from './nodes.ts'
import { releaseIn } from './release.ts'
import { zoneOf } from './zone.ts'

/** Reads networks of Corda 4 that Bevel deploys. Those of Corda Enterprise have other services, which nothing here runs. */
export const bevel: PlatformBevel = { types: ['corda'], map: mapped }

function mapped(input: BevelInput): BevelMapping {
  const top: Entry = { path: [], value: input.network }
  const release = releaseIn(input.network)
  const zone = zoneOf(top)
  const organizations = input.organizations.map((organization) => ({
    organization,
    ...nodesOf(organization),
    cordapps: cordappsOf(organization),
  }))
  // The definition leaves out an organization without nodes.
  const written = organizations.filter(({ nodes }) => nodes.length > 0)
  return {
    platformVersion: release.version,
    before: { image: 'corda/corda', zone: zone.fields },
    ownPortsOnly: true,
    organizations: organizations.map(({ organization: { name }, nodes }) => ({
      name,
      fields: { emailAddress: `ledger@${labelOf(name, 'organization')}.example.com` },
      nodes,
    })),
    comments: [
      { path: ['image'], text: 'of R3 in place of that of Bevel' },
      ...zone.comments,
      ...written.flatMap(({ nodes, cordapps }, at) => [
        { path: ['organizations', at, 'emailAddress'], text: 'put an address here: the doorman has questions for it' },
        ...commentsAt(cordapps, at, nodes.length),
      ]),
    ],
    tasks: [
      ...zone.tasks,
      ...runningTasks(top),
      ...(written.some(({ cordapps }) => cordapps.comment !== undefined)
        ? [
            'Write the SHA-256 of each CorDapp, and turn the comments in nodes into `cordapps`: a node without its CorDapps refuses their flows.',
          ]
        : []),
    ],
    lines: [
      ...release.lines,
      ...zone.lines,
      ...organizations.flatMap(({ organization, lines, cordapps }) => [
        ...lineAt(organization, 'type', 'derived', 'roles of its nodes'),
        ...lineAt(
          organization,
          'credentials',
          'secret',
          'passwords of key stores belong in the Secret that `existingSecret` names',
        ),
        ...cordapps.lines,
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

/** A doorman gives a name to one key only: nodes that run keep theirs. */
function runningTasks(top: Entry): readonly string[] {
  const isNew = entriesOf(top, 'organizations').every(({ value }) => textOf(value.org_status) === 'new')
  return isNew
    ? []
    : [
        'A node that runs has its keys in the Secret `<node>-certs` of its namespace, and its database in the volume of `<node>-db`. Add `adopted: false` to its line, name its passwords in `existingSecret`, and bring both onto the new volume before its pod starts (docs/guides/adopt.md): the doorman knows its name with this key only.',
      ]
}
