import { ambassadorOverlay } from '../../ambassador/overlay.ts'
import { routesOf } from '../../ambassador/routes.ts'
import { workload } from '../../ambassador/workload.ts'
import type { Cluster } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import type { Overlay } from '../../platforms/platform.ts'
import { ambassadorImages, emissaryImage, imageEntries, routerImage } from '../../render/images.ts'
import { listed } from '../../words.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/**
 * Pods of the Ambassador, or of the router behind it, that a change replaces, taken from what is rendered. What only overrides and base
 * manifests change is not in it.
 */
export const ambassadorPodRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after)
    // Other workloads, or workloads elsewhere, are new, and no replacement: other risks say so.
    .filter(({ was, is }) => placeOf(was) === placeOf(is) && !is.ambassador.existing)
    .flatMap((kept) => workloads.flatMap((one) => replaced(one, kept, before, after)))

const placeOf = (cluster: Cluster): string => `${cluster.ambassador.namespace}/${workload(cluster)}`

/** Pods behind the address of a cluster. */
interface Workload {
  readonly name: string
  readonly title: string
  readonly image: string
  /** The folder of its base manifests. */
  readonly base: RegExp
}

const workloads: readonly Workload[] = [
  { name: 'ambassador', title: 'the Ambassador', image: emissaryImage, base: /^ambassador(-on-machines)?$/ },
  { name: 'router', title: 'the router (passthrough)', image: routerImage, base: /^ambassador\/router$/ },
]

function replaced({ name, title, ...own }: Workload, { was, is }: Kept<Cluster>, before: Revision, after: Revision) {
  const [old, now] = [templateOf({ name, ...own }, was, before), templateOf({ name, ...own }, is, after)]
  if (old === undefined || now === undefined) return []
  const parts = [...new Set([...old.keys(), ...now.keys()])].filter((part) => old.get(part) !== now.get(part))
  if (parts.length === 0) return []
  const subject = name === 'router' ? `${is.name}/router` : is.name
  const order =
    workload(is) === 'DaemonSet' && name !== 'router' ? 'one machine after the other' : 'one after the other'
  const risk: Risk = {
    id: 'ambassador-replaced',
    severity: 'caution',
    subject,
    message: `the pods of ${title} of ${is.name} are replaced, ${order} (${listed(parts)} changed): connections through each break for about 30 s, and the ledger may stop meanwhile`,
    content: JSON.stringify([...now]),
    hint: 'merge it when the ledger may pause; nodes reconnect by themselves',
    path: [...is.path, 'ambassador'],
  }
  return [risk]
}

/** What the pods are made of besides their base: text by part. Undefined where there are none. */
function templateOf(
  { name, image, base }: Omit<Workload, 'title'>,
  cluster: Cluster,
  { network, platform, ports }: Revision,
): ReadonlyMap<string, string> | undefined {
  const routes = routesOf(network, platform, ports).filter((route) => route.cluster === cluster.name)
  const overlay = ambassadorOverlay(network, cluster, routes)
  if (!overlay.bases.some((one) => base.test(one))) return undefined
  const images = ambassadorImages(cluster).filter((one) => one.name === image)
  const parts = [
    ['image', imageEntries(network.images, images)],
    ['imagePullSecrets', network.images.pullSecret],
    ...patchesOf(name, overlay),
  ] as const
  return new Map(parts.map(([part, value]) => [part, JSON.stringify(value) ?? '']))
}

/** Fields of its pod and of its containers: `ports`, `resources`. */
function patchesOf(name: string, { patches }: Overlay): (readonly [part: string, value: unknown])[] {
  return Object.values(patches)
    .flat()
    .flatMap((patch) => {
      const { metadata, spec } = patch as PodPatch // the patch of a workload, or an object without pods
      const pod = metadata?.name === name ? spec?.template?.spec : undefined
      const { containers = [], ...fields } = pod ?? {}
      return [...Object.entries(fields), ...containers.flatMap(({ name: _, ...own }) => Object.entries(own))]
    })
}

interface PodPatch {
  readonly metadata?: { readonly name?: string }
  readonly spec?: {
    readonly template?: {
      readonly spec?: Readonly<Record<string, unknown>> & {
        readonly containers?: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[]
      }
    }
  }
}
