import type { BevelInput, BevelLine, BevelMapping, PlatformBevel } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, textOf } from '../../bevel-fields.ts'
import { lineAt, switchAt } from '../../bevel-lines.ts'
import { chaincodesIn } from './chaincodes.ts'
import { channelFields, channelsIn, type InputChannel } from './channels.ts'
import { clientsOf } from './clients.ts'
import { type ExternalOrganization, externalComments, externalFields, externalIn } from './external.ts'
import { mspIdFor } from './names.ts'
import { consensusLines, hasMetrics, type InputOrganization, nodeLines, nodesOf, organizationOf } from './nodes.ts'
import { organizationsIn } from './organizations.ts'
import { releaseIn } from './release.ts'

/** Reads networks of Fabric that Bevel deploys. */
export const bevel: PlatformBevel = { types: ['fabric'], files: ['acls', 'collections_config'], map: mapped }

function mapped({ network, organizations: given, files }: BevelInput): BevelMapping {
  const top: Entry = { path: [], value: network }
  const release = releaseIn(network)
  const organizations = organizationsIn(given.map(organizationOf), network)
  const external = externalIn(top, organizations)
  const channels = channelsIn(top, { organizations, external, files })
  const chaincodes = chaincodesIn(channels.channels, organizations, files)
  const clients = new Map(organizations.all.map((organization) => [organization, clientsOf(organization)]))
  return {
    platformVersion: release.version,
    after: {
      ...(channels.channels.length === 0 ? {} : { channels: channels.channels.map(channelFields) }),
      ...(chaincodes.fields.length === 0 ? {} : { chaincodes: chaincodes.fields }),
      ...(organizations.all.some(hasMetrics) ? { monitoring: { podMonitor: true } } : {}),
    },
    organizations: organizations.all.map((organization) => {
      const own = clients.get(organization)?.clients ?? []
      return {
        name: organization.name,
        fields: { mspId: mspIdFor(organization.given), ...(own.length === 0 ? {} : { clients: own }) },
        nodes: nodesOf(organization),
      }
    }),
    external: externalFields(external.all),
    comments: [...externalComments(external.all), ...chaincodes.comments],
    tasks: [...chaincodes.tasks, ...certificateTasks(external.all), ...runningTasks(top, channels.channels)],
    lines: [
      ...release.lines,
      ...topLines(top),
      ...external.lines,
      ...channels.lines,
      ...organizations.all.flatMap((organization) => [
        ...organizationLines(organization),
        ...(clients.get(organization)?.lines ?? []),
        ...nodeLines(organization),
        ...consensusLines(entryOf(organization, 'services'), 'consensus'),
      ]),
      ...chaincodes.lines,
    ],
  }
}

const topLines = (top: Entry): readonly BevelLine[] => {
  const configtx = entryOf(top, 'configtx')
  return [
    ...consensusLines(top, 'consensus'),
    ...(isOn(configtx.value.custom)
      ? lineAt(
          top,
          'configtx',
          'lost',
          'write policies, capabilities, batch and ACLs of your templates in `channels` of the definition',
        )
      : lineAt(top, 'configtx', 'dropped', 'off: channels follow from the definition, with the policies of Fabric')),
    ...(textOf(entryOf(top, 'env').value.type) === 'operator'
      ? [
          {
            path: ['env', 'type'],
            outcome: 'derived',
            text: 'nodes need no operator: they are StatefulSets. It is the `name` of the network, which --name replaces',
          } as const,
        ]
      : []),
  ]
}

const organizationLines = (organization: InputOrganization): BevelLine[] => [
  ...lineAt(organization, 'type', 'derived', 'the roles of its nodes'),
  ...lineAt(organization, 'orderer_org', 'derived', '`orderers` of the channels'),
  ...lineAt(
    organization,
    'ca_data',
    'dropped',
    '`chancery keys` makes its authorities: their certificates are in material/public',
  ),
  ...switchAt(
    organization,
    'cli',
    'dropped',
    'Jobs join channels and install, approve and commit chaincodes; an administrator uses `peer` from anywhere',
  ),
  ...switchAt(
    organization,
    'fabric_console',
    'lost',
    'run Fabric Operations Console in your own Deployment, with `chancery connection-profile ORGANIZATION`',
  ),
]

const certificateTasks = (external: readonly ExternalOrganization[]): readonly string[] =>
  external.map(
    ({ name, nodes }) =>
      `Ask ${name} to commit its certificates as material/public/${name}/ca.crt and tlsca.crt${nodes.some(({ role }) => role === 'orderer') ? ', and sign.crt and tls.crt of its orderers' : ''}.`,
  )

/** Channels that exist keep their blocks and certificates, which no file of Bevel has. */
const runningTasks = (top: Entry, channels: readonly InputChannel[]): readonly string[] => {
  const isRunning =
    channels.some(
      ({ entry }) =>
        textOf(entry.value.channel_status) === 'existing' ||
        entriesOf(entry, 'participants').some(({ value }) => textOf(value.org_status) === 'existing'),
    ) || entriesOf(top, 'organizations').some(({ value }) => textOf(value.org_status) === 'existing')
  return isRunning
    ? [
        'This network runs already: a definition alone makes new channels, with new certificates. Adopt the channels that exist with `chancery adopt`.',
      ]
    : []
}
