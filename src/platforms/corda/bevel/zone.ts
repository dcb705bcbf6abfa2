import type { BevelComment, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, isPlaceholder, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { rootTruststorePath } from '../places.ts'
import { url } from '../values.ts'

/** `zone` of the definition. */
export interface BevelZone {
  readonly fields: Readonly<Record<string, unknown>>
  readonly comments: readonly BevelComment[]
  readonly tasks: readonly string[]
  readonly lines: readonly BevelLine[]
}

/** Types of network services in Bevel, and the field of `zone` for each. */
const services = { doorman: 'doorman', networkmap: 'networkMap' } as const

/** The zone whose services the input names. Bevel runs them itself; here, somebody has to. */
export function zoneOf(top: Entry): BevelZone {
  const given = entriesOf(top, 'network_services')
  const urlOf = (type: string): string | undefined =>
    given
      .filter(({ value }) => textOf(value.type)?.toLowerCase() === type)
      .map(({ value }) => textOf(value.uri))
      .find((uri) => isUrl(uri))
  const [doorman, networkMap] = [urlOf('doorman'), urlOf('networkmap')]
  const map = networkMap ?? 'https://map.example.com'
  return {
    fields: {
      doorman: doorman ?? 'https://doorman.example.com',
      networkMap: map,
      rootTruststore: {
        file: rootTruststorePath,
        sha256: '0'.repeat(64),
        passwordSecret: { name: 'zone-truststore' },
      },
    },
    comments: [
      ...(doorman === undefined ? [{ path: ['zone', 'doorman'], text: 'put the URL of the doorman here' }] : []),
      ...(networkMap === undefined
        ? [{ path: ['zone', 'networkMap'], text: 'put the URL of the network map here' }]
        : []),
      { path: ['zone', 'rootTruststore', 'sha256'], text: `sha256sum ${rootTruststorePath}` },
    ],
    tasks: [
      `Commit the root truststore of the zone as ${rootTruststorePath}, and write its SHA-256. Bevel's network map gives it out: \`curl --fail --output ${rootTruststorePath} ${map}/network-map/truststore\`. Compare it with the operator's. Its password, \`trustpass\` in charts of Bevel, belongs in the Secret \`zone-truststore\` of each organization, entry \`password\`.`,
      'Doorman and network map of Bevel have certificates that Java does not trust: give them certificates of a public authority, or commit a truststore with theirs and name it in `zone.servicesTruststore`.',
    ],
    lines: given.flatMap((service) => serviceLines(service, [doorman, networkMap])),
  }
}

const isUrl = (text: string | undefined): text is string =>
  text !== undefined && !isPlaceholder(text) && url.safeParse(text).success

function serviceLines(service: Entry, used: readonly (string | undefined)[]): readonly BevelLine[] {
  const type = textOf(service.value.type)?.toLowerCase() ?? ''
  const field = Object.entries(services).find(([name]) => name === type)?.[1]
  const uri = textOf(service.value.uri)
  return [
    ...(field === undefined
      ? lineAt(service, 'type', 'lost', 'a zone has a doorman and a network map')
      : lineAt(service, 'type', 'derived', `\`zone.${field}\``)),
    ...(field !== undefined && isUrl(uri) && used.includes(uri)
      ? lineAt(service, 'uri', 'kept', `as \`zone.${field}\``)
      : lineAt(service, 'uri', 'lost', `no URL in use: write \`zone.${field ?? 'doorman'}\``)),
    ...lineAt(
      service,
      'certificate',
      'lost',
      'put it into a truststore, and name that in `zone.servicesTruststore`, unless Java trusts its authority',
    ),
  ]
}
