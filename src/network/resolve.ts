import type { Problem } from './finding.ts'
import type { ExternalNode, ExternalParty, LedgerNode, Network, Organization, Subject } from './network.ts'
import type { PlatformDefinition } from './platform-definition.ts'
import { resolveCluster } from './resolve-cluster.ts'
import { placementField } from './resolve-placement.ts'
import type { Definition } from './schema.ts'
import { didYouMean } from './suggestion.ts'

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/** The network of a definition, and its references to missing names; nodes with such references are left out. */
export function resolve(
  definition: Definition,
  platform: PlatformDefinition,
): { network: Network; problems: Problem[] } {
  const {
    version: _,
    name,
    platform: id,
    platformVersion,
    clusters,
    organizations,
    external,
    images,
    monitoring,
    labels,
    acknowledge,
    size,
    startupTimeout,
    drains,
    ...top
  } = definition
  const problems: Problem[] = []
  const clusterList = clusters.map((cluster, index) => resolveCluster(cluster, index, name))
  const clusterNames = clusterList.map((cluster) => cluster.name)
  const known = new Map(clusterList.map((cluster) => [cluster.name, cluster]))
  const missing = (cluster: string, path: Problem['path']): void => {
    problems.push({
      rule: 'reference',
      severity: 'error',
      message: `there is no cluster "${cluster}"`,
      hint: didYouMean(cluster, clusterNames),
      path,
    })
  }

  const organizationList: Organization[] = []
  const nodes: LedgerNode[] = []
  for (const [at, given] of organizations.entries()) {
    const organization = resolveOrganization(given, at, name)
    organizationList.push(organization)
    if (!known.has(given.cluster)) missing(given.cluster, ['organizations', at, 'cluster'])
    for (const cluster of Object.keys(given.recipients))
      if (!known.has(cluster)) missing(cluster, ['organizations', at, 'recipients', cluster])
    for (const [index, fields] of given.nodes.entries()) {
      const path = ['organizations', at, 'nodes', index]
      const { name: nodeName, role, cluster: own, storage, resources, expose, port, existingSecret, ...others } = fields
      const { platformVersion: ownVersion, size: ownSize, placement, startupTimeout: ownTimeout, ...rest } = others
      const timeout = ownTimeout ?? given.startupTimeout ?? startupTimeout
      if (own !== undefined && !known.has(own)) missing(own, [...path, 'cluster'])
      const cluster = known.get(own ?? given.cluster)
      if (cluster === undefined) continue
      nodes.push({
        name: nodeName,
        role,
        organization,
        cluster,
        platformVersion: ownVersion ?? platformVersion,
        storage: storage ?? platform.defaultStorage,
        size: ownSize ?? given.size ?? size ?? 'small',
        ...(resources === undefined ? {} : { resources: resources as NonNullable<LedgerNode['resources']> }), // zod adds "| undefined"
        ...placementField(placement),
        ...(timeout === undefined ? {} : { startupTimeout: timeout }),
        expose: [...new Set(expose)].sort(),
        shares: sharesOf(nodeName, organization, given),
        ...(port === undefined ? {} : { port }),
        ...(existingSecret === undefined ? {} : { existingSecret }),
        ...(platform.isElsewhere?.(rest) === true ? { elsewhere: true } : {}),
        own: rest,
        path,
      })
    }
  }
  const externalParties = external.map(
    ({ organization, nodes: _, ...own }, at): ExternalParty => ({ name: organization, own, path: ['external', at] }),
  )
  const externalNodes = external.flatMap((party, at) =>
    party.nodes.map(
      ({ name: nodeName, host, port, role, ...own }, index): ExternalNode => ({
        name: nodeName,
        organization: party.organization,
        role,
        host,
        port,
        own,
        path: ['external', at, 'nodes', index],
      }),
    ),
  )
  const order = (a: { organization: string; name: string }, b: { organization: string; name: string }): number =>
    byName({ name: a.organization }, { name: b.organization }) || byName(a, b)
  const network: Network = {
    name,
    platform: id,
    platformVersion,
    clusters: clusterList.sort(byName),
    organizations: organizationList.sort(byName),
    nodes: nodes.sort((a, b) => byName(a.organization, b.organization) || byName(a, b)),
    external: externalNodes.sort(order),
    externalParties: externalParties.sort(byName),
    images: images as Network['images'], // zod adds "| undefined"
    monitoring: { ...monitoring, namespaces: [...new Set(monitoring.namespaces)].sort() },
    labels,
    drains,
    acknowledge,
    top,
  }
  return { network, problems }
}

/** A name serves what all of its nodes expose: any of them may answer. */
const sharesOf = (
  node: string,
  { endpoints }: Organization,
  { nodes }: Definition['organizations'][number],
): LedgerNode['shares'] =>
  endpoints
    .filter((shared) => shared.nodes.includes(node))
    .map(({ name, nodes: sharing }) => {
      const exposed = sharing.map((other) => nodes.find((candidate) => candidate.name === other)?.expose ?? [])
      const [first = [], ...rest] = exposed
      return { name, endpoints: [...new Set(first)].filter((one) => rest.every((own) => own.includes(one))).sort() }
    })

function resolveOrganization(
  {
    name,
    cluster,
    namespace,
    subject,
    recipients,
    recoveryRecipients,
    issuerRecipients,
    stewardRecipients,
    endpoints,
    signers,
    placement,
    nodes: _,
    size: __,
    startupTimeout: ___,
    ...own
  }: Definition['organizations'][number],
  index: number,
  network: string,
): Organization {
  return {
    name,
    cluster,
    namespace: namespace ?? `${network}-${name}`,
    recipients: Object.fromEntries(Object.entries(recipients).map(([cluster, own]) => [cluster, [...own].sort()])),
    recoveryRecipients,
    issuerRecipients,
    stewardRecipients,
    endpoints: endpoints
      .map((shared, at) => ({
        name: shared.name,
        nodes: [...new Set(shared.nodes)].sort(),
        path: ['organizations', index, 'endpoints', at],
      }))
      .sort(byName),
    signers,
    ...placementField(placement),
    legalName: [subject?.organization, subject?.locality, subject?.country]
      .filter((part) => part !== undefined)
      .join(', '),
    subject: (subject ?? {}) as Subject, // zod adds "| undefined"
    own,
    path: ['organizations', index],
  }
}
