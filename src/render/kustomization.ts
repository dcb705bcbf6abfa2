import { posix } from 'node:path'
import type { FileContent } from '../file-content.ts'
import type { Overlay } from '../platforms/platform.ts'
import { dumpDocuments, dumpYaml } from '../yaml.ts'
import { configMapsOf } from './config-maps.ts'

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  readonly namespace?: string
  readonly resources?: readonly string[]
  readonly components?: readonly string[]
  readonly labels?: readonly LabelPairs[]
  readonly images?: readonly object[]
  readonly configMapGenerator?: readonly object[]
  readonly patches?: readonly object[]
  /** kustomize makes them after the patches. */
  readonly replacements?: readonly object[]
}

export interface LabelPairs {
  readonly pairs: Readonly<Record<string, string>>
  readonly includeSelectors?: boolean
  readonly includeTemplates?: boolean
}

export const dumpKustomization = (kustomization: Kustomization): string =>
  dumpYaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...Object.fromEntries(
      Object.entries(kustomization).filter(([, value]) => !Array.isArray(value) || value.length > 0),
    ),
  })

/** Where the bases are, from the root of the repository. */
export const baseFolder = 'deploy/base'

/** The path that leads from one folder to another. Absolute ones: for others Node asks for the working folder, which may be gone. */
export const pathTo = (from: string, to: string): string => posix.relative(`/${from}`, `/${to}`)

export interface OverlayFiles {
  readonly files: readonly [string, FileContent][]
  /** The caller may add to it before it is written. */
  readonly kustomization: Kustomization
  /** Folders below `deploy/base`: those of a platform are in its own. */
  readonly bases: readonly string[]
}

/** An overlay as files of its folder, and what its kustomization.yaml says. */
export function overlayFiles(overlay: Overlay, folder: string, platform: string | undefined): OverlayFiles {
  const bases = overlay.bases.map((base) => (platform === undefined ? base : posix.join(platform, base)))
  const { generators, files: contents, manifests } = configMapsOf(overlay)
  const objects = { ...overlay.objects, ...manifests }
  const files: [string, FileContent][] = [
    ...Object.entries(contents),
    ...Object.entries(overlay.patches).map(([name, all]): [string, string] => [name, dumpDocuments(all)]),
    ...Object.entries(objects).map(([name, all]): [string, string] => [name, dumpDocuments(all)]),
  ]
  const kustomization: Kustomization = {
    resources: [...bases.map((base) => pathTo(folder, `${baseFolder}/${base}`)), ...Object.keys(objects).sort()],
    configMapGenerator: generators,
    patches: [
      ...Object.keys(overlay.patches)
        .sort()
        .map((path) => ({ path })),
      ...Object.entries(overlay.renames).map(([from, to]) => rename(from, to)),
    ],
  }
  return { files, kustomization, bases }
}

/** Renames every object of that name. kustomize follows references to it where one root has one such object (decision 0011). */
export const rename = (from: string, to: string): object => ({
  target: { name: from },
  patch: dumpYaml([{ op: 'replace', path: '/metadata/name', value: to }]),
  options: { allowNameChange: true },
})
