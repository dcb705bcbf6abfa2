import { host as hostForm } from '../../../network/primitives.ts'
import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, mappingOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'

/** Nodes that others run: bootnodes of the input, without those of its own organizations. */
export interface BevelOthers {
  readonly external: readonly Readonly<Record<string, unknown>>[]
  readonly lines: readonly BevelLine[]
  readonly tasks: readonly string[]
}

interface Bootnode {
  readonly host: string
  readonly port: number
  readonly peerId: string
}

/** `/dns4/validator-1.example.com/tcp/15010/p2p/12D3KooW…` */
const address = /\/(?:dns|dns4|dns6|ip4|ip6)\/([^/\s"']+)\/tcp\/(\d+)\/p2p\/(12D3KooW[1-9A-HJ-NP-Za-km-z]{44})/g

export function othersOf(config: Entry, input: BevelInput): BevelOthers {
  const file = textOf(config.value.bootnodes)
  const text = file === undefined ? undefined : input.files.get(file)
  if (text === undefined)
    return {
      external: [],
      lines: lineAt(
        config,
        'bootnodes',
        'derived',
        'addresses of nodes follow from the definition. The file cannot be read: nodes that others run belong in `external`, with host, port and peer ID',
      ),
      tasks: [],
    }
  const found = [...text.matchAll(address)].flatMap(([, host = '', port = '', peerId = '']): Bootnode[] => {
    const one = { host: host.toLowerCase(), port: Number(port), peerId }
    return hostForm.safeParse(one.host).success && one.port > 0 && one.port < 65_536 && !isOwn(one, input) ? [one] : []
  })
  const unique = found.filter(({ peerId }, at) => found.findIndex((one) => one.peerId === peerId) === at)
  return {
    external:
      unique.length === 0
        ? []
        : [
            {
              organization: 'others',
              nodes: unique.map((one, at) => ({ name: `bootnode${at + 1}`, role: 'bootnode', ...one })),
            },
          ],
    lines: lineAt(
      config,
      'bootnodes',
      'derived',
      unique.length === 0
        ? 'addresses of nodes follow from the definition'
        : '`external`: the nodes that others run, by which yours find the chain',
    ),
    tasks:
      unique.length === 0
        ? []
        : ['Name the organizations in `external`, and the roles of their nodes: an address has neither.'],
  }
}

/** The suffix of an organization, and the port that one of its peers has there. */
const isOwn = ({ host, port }: Bootnode, input: BevelInput): boolean =>
  input.organizations.some((organization) => {
    const suffix = textOf(organization.value.external_url_suffix)?.toLowerCase()
    const ports = entriesOf(entryOf(organization, 'services'), 'peers').map(
      ({ value }) => mappingOf(value.p2p).ambassador,
    )
    return suffix !== undefined && host.endsWith(suffix) && ports.includes(port)
  })
