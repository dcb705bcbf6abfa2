import { equal } from '../../cluster/difference/equal.ts'
import { at, isRecord, type KubernetesObject, keyOf, nameOf } from '../../cluster/objects.ts'
import { listed } from '../../words.ts'
import { type BuiltPart, type Issue, subjectOf } from './issue.ts'
import { secretsRead } from './pods.ts'
import { containersOf, type Fields, nameIn, type Workload, workloadsOf } from './workloads.ts'

/** What an override changes in what is rendered, and what it adds to run. */
export const changeIssues = (part: BuiltPart): Issue[] => [
  ...removedIssues(part),
  ...configurationIssues(part),
  ...workloadIssues(part),
]

function removedIssues(part: BuiltPart): Issue[] {
  const present = new Set(part.objects.map(stemOf))
  return part.rendered
    .filter((object) => !present.has(stemOf(object)))
    .map(
      (object): Issue => ({
        id: 'rendered-object-removed',
        severity: protecting.has(object.kind) ? 'danger' : 'caution',
        subject: subjectOf({ part, object }),
        text: `is taken out of what is rendered (${nameOf(object)})`,
        hint: 'leave it in: other parts of the network count on it',
        file: part.file,
      }),
    )
}

/** Kinds that keep something away, or hold what cannot be made again. */
const protecting = new Set(['Namespace', 'NetworkPolicy', 'AuthService', 'PersistentVolumeClaim', 'Secret'])

/** What is the same object when a generator gave it another hash. */
const stemOf = (object: KubernetesObject): string => {
  const key = keyOf(object)
  return object.kind === 'ConfigMap' || object.kind === 'Secret' ? key.replace(/-[a-z0-9]{10}$/, '') : key
}

function configurationIssues(part: BuiltPart): Issue[] {
  const rendered = new Map(part.rendered.filter(({ kind }) => kind === 'ConfigMap').map((one) => [stemOf(one), one]))
  return part.objects.flatMap((object): Issue[] => {
    const own = rendered.get(stemOf(object))
    if (own === undefined) return []
    const [before, after] = [dataOf(own), dataOf(object)]
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((key) => before[key] !== after[key])
      .sort()
    if (changed.length === 0) return []
    return [
      {
        id: 'configuration-changed',
        severity: 'caution',
        // Without its hash: it changes with the content.
        subject: subjectOf({ part, object: own }).replace(/-[a-z0-9]{10}$/, ''),
        text: `has another ${listed(changed)} than what is rendered`,
        hint: 'use settings of the definition, which are checked; the author of a configuration decides what a node does',
        file: part.file,
        detail: changed.map((key) => [key, after[key]]),
      },
    ]
  })
}

const dataOf = (object: KubernetesObject): Readonly<Record<string, unknown>> => ({
  ...record(object.data),
  ...record(object.binaryData),
})

const record = (value: unknown): Fields => (isRecord(value) ? value : {})

function workloadIssues(part: BuiltPart): Issue[] {
  const rendered = new Map(
    part.rendered
      .flatMap((object) => workloadsOf({ part, object }))
      .map((one) => [`${keyOf(one.object)}${one.id}`, one]),
  )
  return part.objects
    .flatMap((object) => workloadsOf({ part, object }))
    .flatMap((workload) => {
      const own = rendered.get(`${keyOf(workload.object)}${workload.id}`)
      return own === undefined ? [added(workload)] : changed(own, workload)
    })
}

const added = (workload: Workload): Issue => ({
  id: 'workload-added',
  severity: 'caution',
  subject: subjectOf(workload),
  text: `runs pods beside the network (${listed(containersOf(workload.spec).map(({ image }) => String(image)))})`,
  hint: 'be sure what it does: it runs in the namespace of the organization',
  file: workload.part.file,
})

/** Fields of a container that decide what it does. Probes, resources and places to run are the operator's. */
const deciding = [
  'command',
  'args',
  'env',
  'envFrom',
  'workingDir',
  'lifecycle',
  'volumeMounts',
  'stdin',
  'tty',
] as const
const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const
/** Fields of a pod that decide how its names resolve, and what is in its files. */
const surrounding = [
  'volumes',
  'hostAliases',
  'dnsPolicy',
  'dnsConfig',
  'runtimeClassName',
  'serviceAccountName',
  'priorityClassName',
] as const

function changed(own: Workload, workload: Workload): Issue[] {
  const before = new Map(containersOf(own.spec).map((container) => [nameIn(container), container]))
  const issue = (
    id: string,
    text: string,
    hint: string,
    detail: unknown,
    severity: Issue['severity'] = 'caution',
  ): Issue => ({
    id,
    severity,
    subject: subjectOf(workload),
    text,
    hint,
    file: workload.part.file,
    detail,
  })
  const fields = surrounding.filter((field) => !equal(stems(own.spec[field]), stems(workload.spec[field])))
  return [
    ...containersOf(workload.spec).flatMap((container): Issue[] => {
      const name = nameIn(container)
      const rendered = before.get(name)
      if (rendered === undefined)
        return [
          issue(
            'workload-added',
            `runs container ${name} beside the others of its pod (${String(container.image)})`,
            'be sure what it does: it shares the address and the volumes of the pod',
            container,
          ),
        ]
      const different = [
        ...deciding.filter((field) => !equal(stems(rendered[field]), stems(container[field]))),
        ...probes.filter((field) => !equal(at(rendered[field], 'exec'), at(container[field], 'exec'))),
      ]
      if (different.length === 0) return []
      return [
        issue(
          'container-changed',
          `container ${name} has another ${listed(different)} than what is rendered`,
          'use settings of the definition where there are some: they are checked',
          different.map((field) => [field, stems(container[field])]),
          // Who decides what it does has what it reads.
          secretsRead(container, workload.spec).length > 0 ? 'danger' : 'caution',
        ),
      ]
    }),
    ...(fields.length === 0
      ? []
      : [
          issue(
            'container-changed',
            `its pod has another ${listed(fields)} than what is rendered`,
            'be sure that its files and names are still those of the network',
            fields.map((field) => [field, stems(workload.spec[field])]),
          ),
        ]),
  ]
}

/** Names of generated ConfigMaps without their hash, which only follows their content: that is a separate issue. */
function stems(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => stems(item))
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stems(inner, key)]))
  return typeof value === 'string' && field === 'name' ? value.replace(/-[a-z0-9]{10}$/, '') : value
}
