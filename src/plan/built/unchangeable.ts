import { equal } from '../../cluster/difference/equal.ts'
import { at, groupOf, type KubernetesObject, keyOf, listAt } from '../../cluster/objects.ts'
import { listed } from '../../words.ts'
import { type BuiltPart, type Issue, placedIn, renderedIn, subjectOf } from './issue.ts'

/** Families of a Service, of which the first stays: IPv4 where it names none. */
const families = ['spec', 'ipFamilies']

/** Fields that the API server refuses to change, by group and kind. */
const fixed: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'apps/StatefulSet',
    [
      ['spec', 'selector'],
      ['spec', 'serviceName'],
      ['spec', 'podManagementPolicy'],
      ['spec', 'volumeClaimTemplates'],
    ],
  ],
  ['apps/Deployment', [['spec', 'selector']]],
  ['apps/DaemonSet', [['spec', 'selector']]],
  ['apps/ReplicaSet', [['spec', 'selector']]],
  [
    '/PersistentVolumeClaim',
    [
      ['spec', 'accessModes'],
      ['spec', 'storageClassName'],
      ['spec', 'volumeName'],
      ['spec', 'volumeMode'],
    ],
  ],
  ['/Service', [['spec', 'clusterIP'], families]],
  ['/Secret', [['type']]],
  ['rbac.authorization.k8s.io/RoleBinding', [['roleRef']]],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', [['roleRef']]],
])

/** Fields that an override would change although the cluster cannot: nothing of the root is applied any more. */
export function unchangeableIssues(before: readonly BuiltPart[], after: readonly BuiltPart[]): Issue[] {
  const old = new Map(placedIn(before, 'objects').map(({ object }) => [keyOf(object), object]))
  return after.flatMap((part) => {
    const rendered = renderedIn(part)
    return part.objects.flatMap((object): Issue[] => {
      const [was, own] = [old.get(keyOf(object)), rendered.get(keyOf(object))]
      if (was === undefined) return []
      const fields = fieldsOf(object).filter(
        (path) =>
          (path !== loadBalancerClass || at(was, 'spec', 'type') === 'LoadBalancer') &&
          !equal(fixedPart(was, path), fixedPart(object, path)) &&
          !equal(fixedPart(own, path), fixedPart(object, path)),
      )
      if (fields.length === 0) return []
      return [
        {
          id: 'immutable-field',
          severity: 'danger',
          refused: true,
          subject: subjectOf({ part, object }),
          text: `Kubernetes refuses to change ${listed(fields.map((path) => path.join('.')))}, and nothing of ${part.part} in ${part.cluster} is applied any more`,
          hint: 'for labels use labels with includeSelectors: false, not commonLabels; else leave the field as it is',
          file: part.file,
        },
      ]
    })
  })
}

/** The class of a load balancer can go only with its Service, or with the type of the Service. */
const loadBalancerClass = ['spec', 'loadBalancerClass']

/** What cannot change of a field. */
const fixedPart = (object: KubernetesObject | undefined, path: readonly string[]): unknown =>
  path === families ? (listAt(object, ...path)[0] ?? 'IPv4') : at(object, ...path)

const fieldsOf = (object: KubernetesObject): readonly (readonly string[])[] => [
  ...(fixed.get(`${groupOf(object)}/${object.kind}`) ?? []),
  ...(object.kind === 'Service' && at(object, 'spec', 'type') === 'LoadBalancer' ? [loadBalancerClass] : []),
]
