import { at, isRecord, type KubernetesObject, keyOf, listAt } from '../../cluster/objects.ts'
import { type Issue, subjectOf } from './issue.ts'
import { containersOf, type Fields, nameIn, textAt, type Workload } from './workloads.ts'

/** What containers of a pod can read that is worth stealing: Secrets, volumes, tokens, and each other's memory. */
export const readingIssues = (workloads: readonly Workload[], objects: readonly KubernetesObject[]): Issue[] =>
  workloads.flatMap((workload) => {
    const issue = (id: string, severity: Issue['severity'], text: string, hint: string): Issue => ({
      id,
      severity,
      subject: subjectOf(workload),
      text,
      hint,
      file: workload.part.file,
    })
    return [
      ...containersOf(workload.spec).flatMap((container) => {
        const name = `container ${nameIn(container)}`
        const claims = volumesOf(container, workload.spec).map((volume) =>
          textAt(volume, 'persistentVolumeClaim', 'claimName'),
        )
        return [
          ...secretsRead(container, workload.spec).map((secret) =>
            issue('secret-read', 'danger', `${name} reads ${secret}`, 'let nothing but the node itself read its keys'),
          ),
          ...unique(claims.filter((claim) => claim !== '')).map((claim) =>
            issue(
              'volume-shared',
              'danger',
              `${name} reads and writes the volume ${claim}`,
              'let nothing but the node itself have its volume: its data may be changed, and keys may be there',
            ),
          ),
        ]
      }),
      ...(workload.spec.shareProcessNamespace === true
        ? [
            issue(
              'secret-read',
              'danger',
              'containers of its pod see the processes and files of each other',
              'remove shareProcessNamespace: a container beside a node could read its key',
            ),
          ]
        : []),
      ...tokens(workload, objects).map(([severity, text]) =>
        issue(
          'token-mounted',
          severity,
          text,
          'set automountServiceAccountToken: false, unless it has to ask the API server',
        ),
      ),
    ]
  })

/** Volumes that a container mounts. */
function volumesOf(container: Fields, spec: Fields): Fields[] {
  const mounts = [...listAt(container, 'volumeMounts'), ...listAt(container, 'volumeDevices')]
  const names = new Set(mounts.map((mount) => textAt(mount, 'name')))
  return listAt(spec, 'volumes')
    .filter(isRecord)
    .filter((volume) => names.has(nameIn(volume)))
}

/** Secrets that a container of a pod reads, as variables or as files. */
export const secretsRead = (container: Fields, spec: Fields): string[] =>
  unique([...secretsOf(container), ...volumesOf(container, spec).flatMap(secretsOfVolume)])

const unique = (names: readonly string[]): string[] => [...new Set(names)]

const secret = (value: unknown, ...path: readonly string[]): string[] => {
  const name = textAt(value, ...path)
  return name === '' ? [] : [`Secret ${name}`]
}

/** Secrets whose values are variables of a container. */
const secretsOf = (container: Fields): string[] => [
  ...listAt(container, 'env').flatMap((variable) => secret(variable, 'valueFrom', 'secretKeyRef', 'name')),
  ...listAt(container, 'envFrom').flatMap((source) => secret(source, 'secretRef', 'name')),
]

/** Secrets in a volume; drivers of others get them by references of many names. */
const secretsOfVolume = (volume: Fields): string[] => [
  ...secret(volume, 'secret', 'secretName'),
  ...listAt(volume, 'projected', 'sources').flatMap((source) => secret(source, 'secret', 'name')),
  ...(isRecord(volume.csi)
    ? [`the CSI driver ${textAt(volume, 'csi', 'driver')} (${JSON.stringify(volume.csi)})`]
    : []),
  ...Object.values(volume).flatMap((source) =>
    ['secretRef', 'nodePublishSecretRef'].flatMap((field) => secret(source, field, 'name')),
  ),
]

/** Tokens with which a pod asks the API server. */
function tokens({ spec }: Workload, objects: readonly KubernetesObject[]): [Issue['severity'], string][] {
  const name = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || 'default'
  const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === name)
  const mounts = at(spec, 'automountServiceAccountToken') ?? at(account, 'automountServiceAccountToken') ?? true
  const projected = listAt(spec, 'volumes').some((volume) =>
    listAt(volume, 'projected', 'sources').some((source) => at(source, 'serviceAccountToken') !== undefined),
  )
  if (mounts === false && !projected) return []
  const severity = name === 'default' ? 'caution' : 'danger'
  return [[severity, `its pod gets a token of the ServiceAccount ${name} for the API server`]]
}

/** Containers whose image is not one of those that are rendered. */
export const imageIssues = (workloads: readonly Workload[], known: ReadonlySet<string>): Issue[] =>
  workloads.flatMap((workload) =>
    containersOf(workload.spec)
      .filter((container) => !known.has(textAt(container, 'image')))
      .map(
        (container): Issue => ({
          id: 'image-foreign',
          severity: isRendered(workload) ? 'danger' : 'caution',
          subject: subjectOf(workload),
          text: `container ${nameIn(container)} runs ${textAt(container, 'image') || 'no image'}, which is not an image of the definition`,
          hint: 'use platformVersion, images.registry and images.digests of the definition: their changes are looked at there',
          file: workload.part.file,
        }),
      ),
  )

/** Whether its object is one that is rendered: a pod of the ledger, the Ambassador or a Job. */
const isRendered = ({ part, object }: Workload): boolean =>
  part.rendered.some((rendered) => keyOf(rendered) === keyOf(object))

export const imagesOf = (workloads: readonly Workload[]): Set<string> =>
  new Set(workloads.flatMap(({ spec }) => containersOf(spec).map((container) => textAt(container, 'image'))))
