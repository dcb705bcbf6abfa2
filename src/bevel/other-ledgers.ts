import type { Path } from '../network/finding.ts'
import { isMapping } from '../network/mapping.ts'
import { entryOf, inOrder, textOf } from '../platforms/bevel-fields.ts'
import type { InputOrganization } from './organization.ts'

/** Values of `network.type` for which there is no platform. */
export const otherTypes = ['corda-enterprise'] as const

/** A node of a ledger that no platform here runs. */
export interface ServiceNode {
  readonly organization: string
  readonly name: string
  /** The key of the service: `steward`, `notaries`. */
  readonly kind: string
  readonly path: Path
}

/** All services of organizations, by their kinds: lists of them, and lone ones. */
export const serviceNodes = (organizations: readonly InputOrganization[]): readonly ServiceNode[] =>
  organizations.flatMap((organization) => {
    const { path, value } = entryOf(organization, 'services')
    return inOrder(value).flatMap(([kind, service]): ServiceNode[] => {
      const items: readonly (readonly [Path, unknown])[] = Array.isArray(service)
        ? service.map((item: unknown, at) => [[...path, kind, at], item])
        : [[[...path, kind], service]]
      return items.flatMap(([at, item]) =>
        isMapping(item) ? [{ organization: organization.name, name: textOf(item.name) ?? kind, kind, path: at }] : [],
      )
    })
  })
