import type { BevelLine, BevelNode, BevelOrganization } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, isOn, nodeNameOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { isLegalNameProblem, legalNameText, readLegalName } from '../legal-name.ts'
import { exampleLegalName, partyName } from '../party-names.ts'

export interface BevelNodes {
  readonly nodes: readonly BevelNode[]
  readonly lines: readonly BevelLine[]
}

type Role = 'node' | 'notary'

const application = 'an application of the demo, which has its own Deployment: it is a client of RPC (`rpcUsers`)'
const inside = 'inside the cluster every node has the ports 10200 to 10202'
const database =
  'Bevel runs an H2 server beside the node. Name a `database` in PostgreSQL: H2 on the volume is for tests'
const kept =
  'no network services run here. Keep those of Bevel while nodes need them, or join the zone of another operator: `zone` has the URLs'

/** The notary and the peers of an organization. Bevel has one notary in each. */
export function nodesOf(organization: BevelOrganization): BevelNodes {
  const services = entryOf(organization, 'services')
  const taken = new Set<string>()
  const found = [
    ...entriesOf(services, 'notary').map((entry) => nodeOf(entry, 'notary', organization, taken)),
    ...entriesOf(services, 'peers').map((entry) => nodeOf(entry, 'node', organization, taken)),
  ]
  return {
    nodes: found.flatMap(({ nodes }) => nodes),
    lines: [
      ...found.flatMap(({ lines }) => lines),
      ...lineAt(services, 'doorman', 'lost', kept),
      ...lineAt(services, 'nms', 'lost', kept),
    ],
  }
}

function nodeOf(entry: Entry, role: Role, organization: BevelOrganization, taken: Set<string>): BevelNodes {
  const name = nodeNameOf(textOf(entry.value.name) ?? role, role, taken)
  const party = legalName(entry, 'subject')
  const service = legalName(entry, 'serviceName')
  const p2p = entryOf(entry, 'p2p')
  const made = exampleLegalName(`${partyName(organization.name)} ${partyName(name)}`)
  return {
    nodes: [
      {
        fields: {
          name,
          role,
          legalName: party ?? made,
          ...(role === 'notary'
            ? {
                notary: { validating: isOn(entry.value.validating), ...serviceOf(entry, party ?? made, name) },
              }
            : {}),
        },
        ...(p2p.value.ambassador === undefined || p2p.value.ambassador === null
          ? {}
          : { port: { path: [...p2p.path, 'ambassador'], value: p2p.value.ambassador } }),
      },
    ],
    lines: [
      ...(textOf(entry.value.name) === name
        ? lineAt(entry, 'name', 'kept', 'as the name of the node')
        : lineAt(
            entry,
            'name',
            'derived',
            `node ${organization.name}/${name}: names are lower-case DNS labels, and unique in an organization`,
          )),
      ...(party === undefined
        ? lineAt(entry, 'subject', 'lost', `not a legal name with O, L and C: write \`legalName\` in place of ${made}`)
        : lineAt(entry, 'subject', 'kept', 'as `legalName`, in the order of attributes that Corda has')),
      ...(role === 'notary' ? notaryLines(entry, service) : []),
      ...otherLines(entry, role),
    ],
  }
}

/** Bevel has a service name since Corda 4.7. A notary without one registered before Corda asked for it. */
function serviceOf(entry: Entry, party: string, name: string): Readonly<Record<string, unknown>> {
  const given = textOf(entry.value.serviceName)
  if (given === undefined) return { registeredWithoutService: true }
  const service = legalName(entry, 'serviceName')
  return {
    serviceName: service === undefined || service === party ? exampleLegalName(`${partyName(name)} Service`) : service,
  }
}

/** A name that nodes have certificates of is kept, whatever else rules say of it. */
function legalName({ value }: Entry, key: string): string | undefined {
  const read = readLegalName(textOf(value[key]) ?? '')
  return isLegalNameProblem(read) ? undefined : legalNameText(read)
}

const notaryLines = (entry: Entry, service: string | undefined): readonly BevelLine[] => [
  ...(service === undefined
    ? lineAt(entry, 'serviceName', 'lost', 'not a legal name with O, L and C: write `notary.serviceName`')
    : lineAt(entry, 'serviceName', 'kept', 'as `notary.serviceName`')),
  ...lineAt(entry, 'validating', 'kept', 'as `notary.validating`'),
]

const otherLines = (entry: Entry, role: Role): readonly BevelLine[] => [
  ...lineAt(entry, 'type', 'derived', `role \`${role}\``),
  ...lineAt(entry, 'emailAddress', 'lost', 'write `emailAddress` of the organization'),
  ...lineAt(entry, 'tls', 'dropped', 'P2P always has TLS'),
  ...['port', 'targetPort'].flatMap((key) => lineAt(entryOf(entry, 'p2p'), key, 'dropped', inside)),
  ...['rpc', 'rpcadmin', 'p2padmin'].flatMap((key) => lineAt(entry, key, 'dropped', inside)),
  ...['dbtcp', 'dbweb'].flatMap((key) => lineAt(entry, key, 'lost', database)),
  ...lineAt(entry, 'db_subject', 'lost', database),
  ...['springboot', 'expressapi'].flatMap((key) => lineAt(entry, key, 'lost', application)),
  ...lineAt(entry, 'credentials', 'secret', 'passwords of key stores belong in the Secret that `existingSecret` names'),
]
