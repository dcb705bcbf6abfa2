import { at, type KubernetesObject, keyOf, listAt } from '../../cluster/objects.ts'
import { listed } from '../../words.ts'
import { type Issue, type Placed, subjectOf } from './issue.ts'
import { standingOf } from './kinds.ts'
import { textAt } from './workloads.ts'

/** What reaches beyond a namespace, or lets others act. */
export const rightsIssues = (objects: readonly Placed[]): Issue[] =>
  objects.flatMap((placed): Issue[] => {
    const { part, object } = placed
    const issue = (id: string, severity: Issue['severity'], text: string, hint: string): Issue => ({
      id,
      severity,
      subject: subjectOf(placed),
      text,
      hint,
      file: part.file,
      detail: withoutMarks(object),
    })
    switch (standingOf(object)) {
      case 'wide':
        return [
          issue(
            'cluster-wide-object',
            'danger',
            wideText(object),
            'leave it to those who run the cluster: what an organization needs is in its namespace',
          ),
        ]
      case 'delivers':
        return [
          issue(
            'delivery-object',
            'danger',
            `lets a controller (${object.apiVersion}) apply what is not in this repository, with its own rights`,
            'put the objects themselves into the override',
          ),
        ]
      case 'opens':
        return [
          issue(
            'exposed-otherwise',
            'danger',
            'opens a way from outside that is not the Ambassador',
            'use expose of the definition: its rules, authentication and source ranges count there only',
          ),
        ]
      case 'unknown':
        return [issue('custom-object', 'danger', `is of ${object.apiVersion}: what it does is not known`, unknownHint)]
      case 'familiar':
        return [
          issue(
            'custom-object',
            'caution',
            `is of ${object.apiVersion}, which another controller acts on`,
            unknownHint,
          ),
        ]
      default:
        return rbac(object, issue)
    }
  })

function wideText(object: KubernetesObject): string {
  const { kind, metadata } = object
  if (kind === 'ClusterRoleBinding') return grants(object)
  if (kind !== 'Namespace') return 'counts in the whole cluster'
  const level = metadata.labels?.['pod-security.kubernetes.io/enforce'] ?? 'any'
  return level === 'restricted' ? 'has labels that others let in by' : `admits pods of the standard "${level}"`
}

const unknownHint = 'read what its controller does with it, and with whose rights, before this is merged'

type Make = (id: string, severity: Issue['severity'], text: string, hint: string) => Issue

/** Verbs and resources with which somebody gets more rights than the ones that are written. */
const powerful = {
  verbs: new Set(['*', 'escalate', 'bind', 'impersonate', 'approve', 'sign']),
  resources: new Set([
    ...['*', 'secrets', 'pods', 'pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'],
    ...['serviceaccounts/token', 'nodes/proxy', 'roles', 'rolebindings', 'deployments', 'statefulsets', 'daemonsets'],
    ...['jobs', 'cronjobs', 'replicasets', 'replicationcontrollers', 'networkpolicies', 'services', 'configmaps'],
  ]),
}
const reading = new Set(['get', 'list', 'watch'])

function rbac(object: KubernetesObject, issue: Make): Issue[] {
  const hint = 'keep rights to what one named ServiceAccount needs, without wildcards, Secrets and pods'
  if (object.kind === 'RoleBinding') {
    const foreign = listAt(object, 'subjects').some(
      (subject) =>
        at(subject, 'kind') !== 'ServiceAccount' ||
        (at(subject, 'namespace') ?? object.metadata.namespace) !== object.metadata.namespace,
    )
    const severity = foreign || at(object, 'roleRef', 'kind') !== 'Role' ? 'danger' : 'caution'
    return [issue('rights-granted', severity, grants(object), hint)]
  }
  if (object.kind === 'Secret' && object.type === 'kubernetes.io/service-account-token') {
    const account = object.metadata.annotations?.['kubernetes.io/service-account.name'] ?? 'none'
    return [
      issue('rights-granted', 'danger', `makes a token of the ServiceAccount ${account} that does not expire`, hint),
    ]
  }
  if (object.kind !== 'Role') return []
  const strong = listAt(object, 'rules').flatMap((rule) => {
    const [verbs, resources] = [listAt(rule, 'verbs').map(String), listAt(rule, 'resources').map(String)]
    const reads = verbs.every((verb) => reading.has(verb))
    const found = [
      ...verbs.filter((verb) => powerful.verbs.has(verb)),
      ...resources.filter((name) => powerful.resources.has(name) && !(reads && harmlessToRead.has(name))),
      ...(listAt(rule, 'apiGroups').includes('*') ? ['every API'] : []),
    ]
    return found
  })
  const names = [...new Set(strong)]
  return [
    issue(
      'rights-granted',
      names.length > 0 ? 'danger' : 'caution',
      names.length > 0 ? `has rights that include others (${listed(names)})` : 'has rights in the namespace',
      hint,
    ),
  ]
}

/** To see them is not to change them. */
const harmlessToRead = new Set([
  ...['pods', 'deployments', 'statefulsets', 'daemonsets', 'jobs', 'cronjobs', 'replicasets', 'services'],
  ...['replicationcontrollers', 'networkpolicies', 'roles', 'rolebindings', 'configmaps'],
])

const grants = (object: KubernetesObject): string => {
  const who = listAt(object, 'subjects').map(
    (subject) =>
      `${textAt(subject, 'kind')} ${[textAt(subject, 'namespace'), textAt(subject, 'name')].filter((text) => text !== '').join('/')}`,
  )
  return `gives ${textAt(object, 'roleRef', 'kind')} ${textAt(object, 'roleRef', 'name')} to ${listed(who) || 'nobody'}`
}

/** Without the labels and annotations that every object gets from the definition; of a Namespace they decide what it admits. */
function withoutMarks(object: KubernetesObject): unknown {
  const { metadata, ...fields } = object
  return [keyOf(object), fields, object.kind === 'Namespace' ? Object.entries(metadata.labels ?? {}).sort() : undefined]
}
