import type { FileContent } from '../file-content.ts'
import type { ConfigMapOfFiles, Overlay } from '../platforms/platform.ts'

/** ConfigMaps of an overlay: entries for the generator of kustomize with their files, and manifests by file name. */
interface ConfigMaps {
  readonly generators: readonly object[]
  readonly files: Files
  readonly manifests: Readonly<Record<string, readonly object[]>>
}

type Files = Readonly<Record<string, FileContent>>

/**
 * Git may change a file that is not plain text: with `eol=lf` it takes carriage returns away, from binary files too where an attribute
 * says that all files are text. So a ConfigMap with such a file becomes a manifest, which is plain, and which a review can read.
 */
export function configMapsOf({ configMaps, files }: Pick<Overlay, 'configMaps' | 'files'>): ConfigMaps {
  const contentsOf = (map: ConfigMapOfFiles): Files => pick(files, map.files)
  const manifests = new Set(configMaps.filter((map) => !isPlain(map, Object.values(contentsOf(map)))))
  const inManifests = new Set([...manifests].flatMap((map) => map.files))
  return {
    generators: configMaps.filter((map) => !manifests.has(map)).map(generator),
    files: Object.fromEntries(Object.entries(files).filter(([name]) => !inManifests.has(name))),
    manifests: Object.fromEntries([...manifests].map((map) => [`${map.name}.yaml`, [manifest(map, contentsOf(map))]])),
  }
}

const pick = (files: Files, names: readonly string[]): Files =>
  Object.fromEntries(names.map((name) => [name, files[name] ?? '']))

/** A manifest cannot have what only the generator makes: a name with a hash, or entries of lines. */
const isPlain = ({ naming, environment }: ConfigMapOfFiles, contents: readonly FileContent[]): boolean =>
  naming === 'hashed' ||
  environment === true ||
  contents.every((content) => typeof content === 'string' && !content.includes('\r'))

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/ */
const generator = ({ name, files, naming, environment }: ConfigMapOfFiles): object => ({
  name,
  ...(environment ? { envs: files } : { files }),
  ...(naming === 'hashed' ? {} : { options: { disableNameSuffixHash: true, ...(naming === 'kept' ? kept : {}) } }),
})

function manifest({ name, naming }: ConfigMapOfFiles, contents: Files): object {
  const data = Object.entries(contents).filter(([, content]) => typeof content === 'string')
  const binary = Object.entries(contents).filter(([, content]) => typeof content !== 'string')
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...(naming === 'kept' ? kept : {}) },
    ...(data.length === 0 ? {} : { data: Object.fromEntries(data) }),
    ...(binary.length === 0
      ? {}
      : {
          binaryData: Object.fromEntries(
            binary.map(([entry, content]) => [entry, Buffer.from(content).toString('base64')]),
          ),
        }),
  }
}

/** Neither Flux nor direct apply deletes it: a pod that restarts before its own change comes still mounts it. */
const kept = { annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } } as const
