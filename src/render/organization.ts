import { posix } from 'node:path'
import { dnsPolicy } from '../ambassador/cluster-services.ts'
import { policiesForExisting } from '../ambassador/policies.ts'
import { sharedLabels, sharedServices } from '../ambassador/shared-endpoints.ts'
import { contentName } from '../content-name.ts'
import { textOrDigest } from '../file-content.ts'
import type { IpFamily } from '../ip-address.ts'
import type { Material } from '../material/material.ts'
import type { LedgerRecord } from '../network/lock.ts'
import type { LedgerNode, Network, Organization } from '../network/network.ts'
import { placementOfOrganization } from '../network/placement-of.ts'
import { type DisruptionBudget, noneAtAll, oneAtATime } from '../platforms/disruption-budget.ts'
import { exceedsTolerance } from '../platforms/drains.ts'
import type { ClusterView, JobOverlay, Overlay, Platform } from '../platforms/platform.ts'
import { imageEntries } from './images.ts'
import { dumpKustomization, type Kustomization, overlayFiles, pathTo } from './kustomization.ts'
import { nodePatches, workloadPatches } from './placement.ts'
import { repeatBase, repeated } from './repeated-job.ts'
import { type Part, rootFiles, textOfBases } from './root.ts'
import { below, type TextTree } from './tree.ts'

/** What the parts of an organization in one cluster are made from. */
export interface OrganizationInput {
  readonly network: Network
  readonly platform: Platform
  readonly material: Material
  readonly bases: TextTree
  readonly overrides: ReadonlySet<string>
  readonly view: ClusterView
  /** What the lock keeps of requests to the ledger, those of this definition included. */
  readonly ledger: LedgerRecord
  readonly organization: Organization
  /** Its nodes in this cluster, at least one. */
  readonly nodes: readonly LedgerNode[]
}

/** Folder of the Jobs in an organization's: no node can be called so. */
export const jobsFolder = 'jobs'

/** Roots of an organization in a cluster: what its nodes share, each node, and its Jobs if it has any. */
export function organizationParts(input: OrganizationInput): Part[] {
  const folder = `deploy/clusters/${input.view.cluster}/${input.organization.name}`
  const jobs = jobsOf(input)
  return [
    sharedPart(input, folder),
    ...input.nodes.map((node) => nodePart(input, node, `${folder}/${node.name}`)),
    ...(jobs.length === 0 ? [] : jobParts(input, jobs, `${folder}/${jobsFolder}`)),
  ]
}

export const jobsOf = ({
  platform,
  nodes,
  view,
  ledger,
}: Pick<OrganizationInput, 'platform' | 'nodes' | 'view' | 'ledger'>): readonly JobOverlay[] =>
  platform.rendering.jobs?.(nodes, { ...view, ledger }) ?? []

/** Policies and what else the nodes share. No root includes another, so none of the nodes. */
function sharedPart(input: OrganizationInput, folder: string): Part {
  const { network, platform, nodes, view } = input
  const overlay = platform.rendering.organization(nodes, view)
  const policies = policiesForExisting(platform, nodes)
  const services = sharedServices(platform, nodes)
  const objects = {
    'dns-policy.yaml': nodes.slice(0, 1).map(({ cluster }) => dnsPolicy(cluster)),
    ...(policies.length === 0 ? {} : { 'ambassador-policy.yaml': policies }),
    ...(services.length === 0 ? {} : { 'shared-endpoints.yaml': services }),
  }
  const whole = { ...withBudgets(input, overlay), objects: { ...overlay.objects, ...objects } }
  const { files, kustomization, bases } = folderOf(input, whole, folder)
  const resources = [pathTo(folder, 'deploy/base/organization'), ...(kustomization.resources ?? [])]
  const options = rootOptions(input, folder, network.platformVersion)
  return { files: rootFiles({ ...kustomization, resources }, files, options), bases }
}

function withBudgets(input: OrganizationInput, overlay: Overlay): Overlay {
  const parts = (input.platform.rendering.budgets ?? []).map((budget) => {
    const counted = input.nodes.filter(({ role }) => budget.roles.includes(role))
    return counted.length > 0 && isHeld(input, budget) ? noneAtAll(budget) : oneAtATime(budget, counted)
  })
  return {
    ...overlay,
    bases: [...overlay.bases, ...parts.flatMap(({ bases }) => bases)],
    patches: Object.assign({}, overlay.patches, ...parts.map(({ patches }) => patches)),
  }
}

/** Consensus nodes, where those that budgets let go of all organizations could be more than the network can lose. */
const isHeld = ({ network, platform, material }: OrganizationInput, { roles }: DisruptionBudget): boolean =>
  network.drains === 'network' &&
  roles.some((role) => platform.definition.consensusRoles.includes(role)) &&
  exceedsTolerance(network, platform, material)

function nodePart(input: OrganizationInput, node: LedgerNode, folder: string): Part {
  const { files, kustomization, bases } = folderOf(input, input.platform.rendering.node(node, input.view), folder)
  const patches = [...(kustomization.patches ?? []), ...nodePatches(node, input.network, input.platform)]
  const all = rootFiles({ ...kustomization, patches }, files, {
    ...rootOptions(input, folder, node.platformVersion),
    labels: [
      // In selectors too: it tells the pods of one node from those of another.
      { pairs: { 'app.kubernetes.io/instance': node.name }, includeSelectors: true, includeTemplates: true },
      releaseLabel(node.platformVersion),
      ...sharedLabels(node),
    ],
  })
  return { files: all, bases }
}

/** One root with a folder for each Job: several come from the same base. */
function jobParts(input: OrganizationInput, jobs: readonly JobOverlay[], folder: string): Part[] {
  const ordered = jobs.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const options = rootOptions(input, folder, input.network.platformVersion)
  const placed = workloadPatches(placementOf(input))
  return [
    { files: rootFiles({ resources: ordered.map(({ name }) => name) }, [], options), bases: [] },
    ...ordered.map((job): Part => {
      const own = `${folder}/${job.name}`
      const { files, kustomization, bases } = folderOf(
        input,
        { ...job, renames: renamed(input, job, options.images, placed) },
        own,
      )
      const patches = [...(kustomization.patches ?? []), ...placed]
      const whole = repeated(job, { ...kustomization, patches }, own)
      return {
        files: below(own, [...files, ['kustomization.yaml', dumpKustomization(whole)]]),
        bases: job.volumes.length === 0 ? bases : [...bases, repeatBase],
      }
    }),
  ]
}

/** Of what is no node. Its nodes here are in one cluster. */
const placementOf = ({ organization, nodes: [node] }: Pick<OrganizationInput, 'organization' | 'nodes'>) =>
  node === undefined ? {} : placementOfOrganization(organization, node.cluster)

/** Only of objects: in pods it would come with the image, and restart nodes of earlier renderings. Never in selectors. */
const releaseLabel = (release: string) => ({ pairs: { 'app.kubernetes.io/version': release } })

/** A Job cannot be changed: what makes it another Job is in its name. */
function renamed(
  { bases, network, platform }: OrganizationInput,
  job: JobOverlay,
  images: readonly object[],
  placed: readonly object[],
): Overlay['renames'] {
  const { name, renames, volumes: _, generation, ...overlay } = job
  const files = Object.entries(overlay.files).map(([file, content]) => [file, textOrDigest(content)])
  const content = { ...overlay, files: Object.fromEntries(files) }
  const base = textOfBases(
    bases,
    job.bases.map((own) => posix.join(platform.definition.id, own)),
  )
  const all = [content, base, images, network.images.pullSecret ?? '', ...placed].map((part) => JSON.stringify(part))
  return { ...renames, job: contentName(name, ...all, ...(generation === 1 ? [] : [String(generation)])) }
}

const rootOptions = (
  { network, platform, organization, overrides, nodes }: OrganizationInput,
  folder: string,
  version: string,
) => ({
  network,
  namespace: organization.namespace,
  folder,
  overrides,
  images: imageEntries(network.images, platform.rendering.images(network, version)),
  ipFamilies: familiesOf(nodes[0]?.cluster.ipFamilies ?? [], platform),
})

/** A Service of a node that listens at IPv4 only has no other address. */
const familiesOf = (families: readonly IpFamily[], { definition }: Platform): readonly IpFamily[] =>
  definition.ipv6?.nodes === undefined ? families : ['IPv4']

/** An overlay as files of its folder, its sealed material among them: a copy, as kustomize reads no file above a root. */
function folderOf({ platform, material }: OrganizationInput, overlay: Overlay, folder: string) {
  const { files, kustomization, bases } = overlayFiles(overlay, folder, platform.definition.id)
  const sealed = Object.entries(overlay.sealed).flatMap(([file, path]): [string, string][] => {
    const text = material.text(path)
    return text === undefined ? [] : [[file, text]]
  })
  const complete: Kustomization = {
    ...kustomization,
    resources: [...(kustomization.resources ?? []), ...sealed.map(([file]) => file)],
  }
  return { files: [...files, ...sealed], kustomization: complete, bases }
}
