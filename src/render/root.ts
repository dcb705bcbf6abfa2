import type { FileContent } from '../file-content.ts'
import type { IpFamily } from '../ip-address.ts'
import type { Network } from '../network/network.ts'
import { sortedKeys } from '../sorted-keys.ts'
import { dumpYaml } from '../yaml.ts'
import { dumpKustomization, type Kustomization, type LabelPairs, pathTo } from './kustomization.ts'
import { below, type TextTree } from './tree.ts'

/** Files, and the bases below `deploy/base` that they build on. */
export interface Part {
  readonly files: readonly [string, FileContent][]
  readonly bases: readonly string[]
}

export interface RootOptions {
  readonly network: Network
  /** Of all its objects; absent for the root that has those of several namespaces. */
  readonly namespace?: string
  /** `deploy/clusters/eu/carrier` */
  readonly folder: string
  /** Folders below `overrides/` that hold a kustomization.yaml. */
  readonly overrides: ReadonlySet<string>
  /** Entries that kustomize takes images from. */
  readonly images: readonly object[]
  /** Families of its Services; those of the cluster's default when absent. */
  readonly ipFamilies?: readonly IpFamily[]
  /** Labels besides those that every root has. */
  readonly labels?: readonly LabelPairs[]
}

/** Where a root with overrides has all else: no node, no Job and no organization can be called so. */
const renderedFolder = '_rendered'

/**
 * Files of a root. kustomize applies components before the patches of the kustomization that names them, so what is rendered would
 * win over people's overrides: where there are some, it is in a separate folder, and they come on top.
 */
export function rootFiles(
  own: Kustomization,
  files: readonly [string, FileContent][],
  options: RootOptions,
): [string, FileContent][] {
  const { folder, overrides, network } = options
  const part = folder.replace('deploy/clusters/', '')
  const whole = rootKustomization(own, options)
  if (!overrides.has(part)) return below(folder, [...files, ['kustomization.yaml', dumpKustomization(whole)]])
  const names = new Set(files.map(([name]) => name))
  const resources = whole.resources?.map((path) => (names.has(path) ? path : `../${path}`)) ?? []
  const { pullSecret } = network.images
  const outer: Kustomization = {
    // Again, for what an override adds.
    ...(whole.namespace === undefined ? {} : { namespace: whole.namespace }),
    resources: [renderedFolder],
    components: [pathTo(folder, `overrides/${part}`)],
    labels: whole.labels ?? [],
    patches: pullSecret === undefined ? [] : pullSecretPatches(pullSecret),
  }
  return [
    ...below(`${folder}/${renderedFolder}`, [
      ...files,
      ['kustomization.yaml', dumpKustomization({ ...whole, resources })],
    ]),
    [`${folder}/kustomization.yaml`, dumpKustomization(outer)],
  ]
}

/** What every root has: its namespace, labels, images, pull Secret. */
function rootKustomization(
  own: Kustomization,
  { network, namespace, images, labels = [], ipFamilies = [] }: RootOptions,
): Kustomization {
  const { pullSecret } = network.images
  return {
    ...(namespace === undefined ? {} : { namespace }),
    ...own,
    labels: [
      ...labels,
      // In templates too: neither ever changes while the network lives.
      {
        pairs: { 'app.kubernetes.io/part-of': network.name, 'app.kubernetes.io/managed-by': 'chancery' },
        includeTemplates: true,
      },
      // Not in templates: a new value must not restart every node at once.
      ...(Object.keys(network.labels).length === 0 ? [] : [{ pairs: sortedKeys(network.labels) }]),
    ],
    images,
    patches: [
      ...(own.patches ?? []),
      ...servicePatches(ipFamilies),
      ...(pullSecret === undefined ? [] : pullSecretPatches(pullSecret)),
    ],
  }
}

/** Services of IPv4 are as they were before there was a choice: those of a cluster without IPv6 have no other. */
const servicePatches = (families: readonly IpFamily[]): object[] =>
  families.length === 0 || families.join() === 'IPv4'
    ? []
    : [
        {
          target: { kind: 'Service' },
          patch: dumpYaml([
            {
              op: 'add',
              path: '/spec/ipFamilyPolicy',
              value: families.length > 1 ? 'RequireDualStack' : 'SingleStack',
            },
            { op: 'add', path: '/spec/ipFamilies', value: families },
          ]),
        },
      ]

const pullSecretPatches = (name: string): object[] =>
  [
    { kind: 'StatefulSet|Deployment|DaemonSet|Job', template: '/spec/template' },
    { kind: 'CronJob', template: '/spec/jobTemplate/spec/template' },
  ].map(({ kind, template }) => ({
    target: { kind },
    patch: dumpYaml([{ op: 'add', path: `${template}/spec/imagePullSecrets`, value: [{ name }] }]),
  }))

/** Texts of base manifests, by name of the base. */
export const textOfBases = (bases: TextTree, names: readonly string[]): string[] =>
  [...bases].filter(([path]) => names.includes(path.split('/').slice(0, -1).join('/'))).flat()
