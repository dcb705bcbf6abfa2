import type { Network } from '../network/network.ts'
import { type Kustomization, type LabelPairs, pathTo } from './kustomization.ts'
import type { FileTree } from './tree.ts'
import { dumpYaml } from './yaml.ts'

/** Files, and the bases below `deploy/base` that they build on. */
export interface Part {
  readonly files: readonly [string, string][]
  readonly bases: readonly string[]
}

export interface RootOptions {
  readonly network: Network
  readonly namespace: string
  /** `deploy/clusters/eu/carrier` */
  readonly folder: string
  /** Folders below `overrides/` that hold a kustomization.yaml. */
  readonly overrides: ReadonlySet<string>
  /** Entries that kustomize takes images from. */
  readonly images: readonly object[]
  /** Labels besides those that every root has. */
  readonly labels?: readonly LabelPairs[]
}

/** What every root has: its namespace, labels, images, pull Secret, and people's overrides. */
export function rootKustomization(
  own: Kustomization,
  { network, namespace, folder, overrides, images, labels = [] }: RootOptions,
): Kustomization {
  const { pullSecret } = network.images
  const part = folder.replace('deploy/clusters/', '')
  return {
    namespace,
    ...own,
    labels: [
      ...labels,
      // In templates too: neither ever changes while the network lives.
      {
        pairs: { 'app.kubernetes.io/part-of': network.name, 'app.kubernetes.io/managed-by': 'chancery' },
        includeTemplates: true,
      },
      // Not in templates: a new value must not restart every node at once.
      ...(Object.keys(network.labels).length === 0 ? [] : [{ pairs: sorted(network.labels) }]),
    ],
    images,
    patches: [...(own.patches ?? []), ...(pullSecret === undefined ? [] : [pullSecretPatch(pullSecret)])],
    components: overrides.has(part) ? [pathTo(folder, `overrides/${part}`)] : [],
  }
}

const pullSecretPatch = (name: string): object => ({
  target: { kind: 'StatefulSet|Deployment|DaemonSet|Job' },
  patch: dumpYaml([{ op: 'add', path: '/spec/template/spec/imagePullSecrets', value: [{ name }] }]),
})

const sorted = (pairs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Texts of base manifests, by name of the base. */
export const textOfBases = (bases: FileTree, names: readonly string[]): string[] =>
  [...bases].filter(([path]) => names.includes(path.split('/').slice(0, -1).join('/'))).flat()
