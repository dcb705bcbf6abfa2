import { organizationFields } from '../network/organization-shape.ts'
import type { BevelLine } from '../platforms/bevel.ts'
import { isPlaceholder, subjectParts, textOf } from '../platforms/bevel-fields.ts'
import { type InputCluster, providerFacts, providerOf } from './clusters.ts'
import { type InputOrganization, isClusterLocal } from './organization.ts'

/** `subject` of an organization; undefined where the input has nothing for it. */
export function subjectOf({ value }: InputOrganization): Readonly<Record<string, string>> | undefined {
  const parts = subjectParts(textOf(value.subject) ?? '')
  const shape = organizationFields.subject.unwrap().shape
  const given: Readonly<Record<string, string | undefined>> = {
    country: (parts.get('C') ?? textOf(value.country))?.toUpperCase(),
    locality: placeName(parts.get('L') ?? textOf(value.location)),
    organization: parts.get('O'),
  }
  const valid = Object.entries(given).filter(
    (entry): entry is [keyof typeof shape, string] =>
      entry[1] !== undefined &&
      !isPlaceholder(entry[1]) &&
      isField(shape, entry[0]) &&
      shape[entry[0]].safeParse(entry[1]).success,
  )
  return valid.length === 0 ? undefined : Object.fromEntries(valid)
}

const isField = <Shape extends object>(shape: Shape, key: PropertyKey): key is keyof Shape => Object.hasOwn(shape, key)

/** Bevel's demo puts coordinates before the name of a place: `51.50/-0.13/London`. */
const placeName = (text: string | undefined): string | undefined => text?.split('/').at(-1)?.trim()

/** Lines of the fields by which an organization gets its name and its cluster. */
export function organizationLines(organization: InputOrganization, cluster: InputCluster): readonly BevelLine[] {
  const { path, value, given, name } = organization
  const subject = subjectOf(organization)
  const here = (key: string | readonly string[]) => [...path, ...(typeof key === 'string' ? [key] : key)]
  const known = (key: string): boolean => value[key] !== undefined && value[key] !== null
  const partOf = (key: string, field: string): BevelLine[] =>
    known(key)
      ? [
          subject?.[field] === undefined
            ? { path: here(key), outcome: 'lost', text: `not valid as \`subject.${field}\`: write it by hand` }
            : { path: here(key), outcome: 'kept', text: `as \`subject.${field}\`` },
        ]
      : []
  return [
    ...(known('name')
      ? [
          given === name
            ? ({ path: here('name'), outcome: 'kept', text: 'as the name of the organization' } as const)
            : ({
                path: here('name'),
                outcome: 'derived',
                text: `organization ${name}: names are lower-case DNS labels, and unique`,
              } as const),
        ]
      : []),
    ...partOf('country', 'country'),
    ...partOf('location', 'locality'),
    ...(known('state')
      ? [
          {
            path: here('state'),
            outcome: 'dropped',
            text: 'the subject of a certificate has country, locality and organization',
          } as const,
        ]
      : []),
    ...(known('subject')
      ? [
          {
            path: here('subject'),
            outcome: subject === undefined ? 'lost' : 'derived',
            text: '`subject` of the organization: country, locality and organization',
          } as const,
        ]
      : []),
    ...(known('external_url_suffix') ? [suffixLine(organization, cluster)] : []),
    ...(known('cloud_provider') ? [providerLine(organization, cluster)] : []),
    ...contextLines(organization, cluster),
  ]
}

function suffixLine({ path, value, suffix }: InputOrganization, cluster: InputCluster): BevelLine {
  const at = [...path, 'external_url_suffix']
  const text = textOf(value.external_url_suffix) ?? ''
  if (cluster.address !== undefined)
    return {
      path: at,
      outcome: 'dropped',
      text: `cluster ${cluster.name} has the address ${cluster.address}, and no domain`,
    }
  if (suffix === undefined)
    return isClusterLocal(text) && !isPlaceholder(text)
      ? {
          path: at,
          outcome: 'dropped',
          text: `only pods of the cluster resolve it: put the DNS domain of cluster ${cluster.name} in place of ${cluster.domain}`,
        }
      : {
          path: at,
          outcome: isPlaceholder(text) ? 'dropped' : 'lost',
          text: `${isPlaceholder(text) ? 'a placeholder' : 'not a DNS name'}: put the domain of cluster ${cluster.name} in place of ${cluster.domain}`,
        }
  if (cluster.domainFrom === 'shared suffix')
    return {
      path: at,
      outcome: 'derived',
      text: `cluster ${cluster.name} has the domain ${cluster.domain}, as other clusters have the same suffix`,
    }
  return suffix === cluster.domain
    ? {
        path: at,
        outcome: 'kept',
        text: `as \`domain\` of cluster ${cluster.name}: hosts are \`<node>.<organization>.${suffix}\``,
      }
    : {
        path: at,
        outcome: 'derived',
        text: `cluster ${cluster.name} has one domain: hosts are \`<node>.<organization>.${cluster.domain}\``,
      }
}

function providerLine(organization: InputOrganization, cluster: InputCluster): BevelLine {
  const path = [...organization.path, 'cloud_provider']
  const own = providerOf(organization)
  const { title } = providerFacts(cluster.provider)
  return own === cluster.provider
    ? { path, outcome: 'derived', text: `provider ${own} of cluster ${cluster.name}` }
    : {
        path,
        outcome: 'lost',
        text: `cluster ${cluster.name} is of ${title}, as most of its organizations have it: correct \`provider\` where that is wrong`,
      }
}

function contextLines(
  { path, value, context, clusterId }: InputOrganization,
  cluster: InputCluster,
): readonly BevelLine[] {
  const k8s = value.k8s
  if (typeof k8s !== 'object' || k8s === null) return []
  return [
    ...('context' in k8s
      ? [
          context === undefined
            ? ({
                path: [...path, 'k8s', 'context'],
                outcome: 'dropped',
                text: `a placeholder: name the context ${cluster.name}, or write \`context\` of the cluster`,
              } as const)
            : context === cluster.context
              ? ({
                  path: [...path, 'k8s', 'context'],
                  outcome: 'kept',
                  text: `as \`context\` of cluster ${cluster.name}`,
                } as const)
              : ({
                  path: [...path, 'k8s', 'context'],
                  outcome: 'lost',
                  text: `cluster ${cluster.name} has another context`,
                } as const),
        ]
      : []),
    ...('cluster_id' in k8s
      ? [
          clusterId === undefined
            ? ({ path: [...path, 'k8s', 'cluster_id'], outcome: 'dropped', text: 'empty, or a placeholder' } as const)
            : ({
                path: [...path, 'k8s', 'cluster_id'],
                outcome: 'derived',
                text: `the name of cluster ${cluster.name}`,
              } as const),
        ]
      : []),
  ]
}
