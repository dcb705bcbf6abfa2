import type { BevelInput, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, mappingOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { addressesIn, type NodeAddress } from '../multiaddress.ts'

/** Nodes that others run: bootnodes of the input, without those of its own organizations. */
export interface BevelOthers {
  readonly external: readonly Readonly<Record<string, unknown>>[]
  readonly lines: readonly BevelLine[]
  readonly tasks: readonly string[]
}

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
  const unique = addressesIn(text).filter((one) => !isOwn(one, input))
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
const isOwn = ({ host, port }: NodeAddress, input: BevelInput): boolean =>
  input.organizations.some((organization) => {
    const suffix = textOf(organization.value.external_url_suffix)?.toLowerCase()
    const ports = entriesOf(entryOf(organization, 'services'), 'peers').map(
      ({ value }) => mappingOf(value.p2p).ambassador,
    )
    return suffix !== undefined && host.endsWith(suffix) && ports.includes(port)
  })
