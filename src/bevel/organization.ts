import { dnsName } from '../network/primitives.ts'
import { type Entry, entriesOf, isPlaceholder, labelOf, mappingOf, textOf } from '../platforms/bevel-fields.ts'

/** An organization of the input, before its cluster is known. */
export interface InputOrganization extends Entry {
  /** Name in the definition. */
  readonly name: string
  /** As the input has it. */
  readonly given: string
  /** Its cloud, context and so on, without placeholders. */
  readonly clusterId: string | undefined
  readonly context: string | undefined
  /** The context as it is written, a placeholder included. */
  readonly writtenContext: string | undefined
  readonly kubeconfig: string | undefined
  /** The DNS domain after its nodes; undefined for one that only pods resolve, and for a placeholder. */
  readonly suffix: string | undefined
}

/** Names that organizations cannot have, as folders of `deploy/` have them. */
const reserved: ReadonlySet<string> = new Set(['ambassador', 'crds', 'tenancy'])

/** Organizations of the network that stay in it. */
export function organizationsOf(network: Readonly<Record<string, unknown>>): readonly InputOrganization[] {
  const taken = new Set<string>()
  return entriesOf({ path: [], value: network }, 'organizations')
    .filter((entry) => !isRemoved(entry))
    .map(({ path, value }): InputOrganization => {
      const given = textOf(value.name) ?? ''
      const name = free(reservedOr(short(labelOf(given, 'organization'))), taken)
      taken.add(name)
      const k8s = mappingOf(value.k8s)
      const writtenContext = textOf(k8s.context)
      return {
        path,
        value,
        given,
        name,
        clusterId: real(k8s.cluster_id),
        context: writtenContext === 'cluster_context' ? undefined : real(k8s.context),
        writtenContext,
        kubeconfig: k8s.config_file === 'cluster_config' ? undefined : real(k8s.config_file),
        suffix: suffixOf(value.external_url_suffix),
      }
    })
}

/** `org_status: delete`: Bevel takes the organization out of the network. */
export const isRemoved = ({ value }: Entry): boolean => textOf(value.org_status)?.toLowerCase() === 'delete'

/** As long as Bevel allows: namespaces, hosts and certificates have it in their names. */
const short = (label: string): string => label.slice(0, 30).replace(/-+$/, '')

const reservedOr = (name: string): string => (reserved.has(name) ? `${name}-organization` : name)

/** A name with a number behind it where others have it. */
export function free(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name.slice(0, 60)}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}

const real = (value: unknown): string | undefined => (isPlaceholder(value) ? undefined : textOf(value))

/** Names that end in this one exist only inside a cluster. */
export const isClusterLocal = (suffix: string): boolean =>
  /(?:^|\.)svc(?:\.cluster\.local)?$|(?:^|\.)cluster\.local$/.test(suffix)

function suffixOf(value: unknown): string | undefined {
  const text = textOf(value)
    ?.toLowerCase()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '')
  if (text === undefined || isPlaceholder(value) || isClusterLocal(text)) return undefined
  return dnsName.safeParse(text).success ? text : undefined
}
