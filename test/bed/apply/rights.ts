import { load } from 'js-yaml'
import { blocksOf, read } from '../../docs/pages.ts'
import { textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

export interface ClusterRole extends KubernetesObject {
  readonly rules: readonly Rule[]
}

const pages = {
  apply: 'docs/apply.md',
  impersonate: 'docs/apply.md',
  verify: 'docs/verify.md',
  probe: 'docs/verify.md',
  operate: 'docs/operate.md',
} as const

/** A ClusterRole that the documentation shows: to apply, as accounts of organizations too, to verify, or to look at what runs. */
export async function documentedRole(name: keyof typeof pages): Promise<ClusterRole> {
  const page = pages[name]
  const texts = blocksOf(await read(page)).filter(({ text }) => text.includes(`\n  name: chancery-${name}\n`))
  if (texts[0] === undefined || texts.length > 1) throw new Error(`${page} should show the ClusterRole ${name} once`)
  return load(texts[0].text) as ClusterRole // its kind says so
}

/** Those of an account that applies and probes. */
export const documentedRoles = (): Promise<readonly ClusterRole[]> =>
  Promise.all([documentedRole('apply'), documentedRole('probe')])

/** Makes an account with these roles and no other. Gives a token of it. */
export async function accountWith(roles: readonly KubernetesObject[], cluster: Cluster): Promise<string> {
  // One for each set of roles: tests that run side by side must not lend each other their rights.
  const name = roles.map(({ metadata }) => metadata.name).join('.')
  const metadata = { name, namespace: 'default' }
  const subjects = [{ kind: 'ServiceAccount', ...metadata }]
  await cluster.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata })
  for (const role of roles) {
    await cluster.apply(role)
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role.metadata.name }
    // An account may share a role with another one.
    const binding = { name: `${name}.${role.metadata.name}` }
    await cluster.apply({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: binding,
      roleRef,
      subjects,
    })
  }
  const { body } = await cluster.request('POST', `/api/v1/namespaces/default/serviceaccounts/${name}/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 3600 },
  })
  return textAt((body as { status: Record<string, unknown> }).status, 'token') // a TokenRequest
}

/** All that a role allows, as `list configmaps` or `list tcpmappings.getambassador.io`; `*` stands for itself. */
export const rightsOf = ({ rules }: ClusterRole): readonly string[] =>
  rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => right(verb, resource, group)))),
  )

const right = (verb: string, resource: string, group: string): string =>
  `${verb} ${resource}${group === '' ? '' : `.${group}`}`

const verbs: Readonly<Record<string, string>> = { PATCH: 'patch', DELETE: 'delete', POST: 'create', PUT: 'update' }

/**
 * What right a request needs, from `METHOD /path?query`; undefined for what everybody may ask. Applying something that is
 * not there needs `create` too.
 */
export function rightFor(request: string): string | undefined {
  const [method = '', target = ''] = request.split(' ')
  const url = new URL(target, 'https://localhost')
  const parts = url.pathname.split('/').slice(1)
  const group = parts[0] === 'api' ? '' : (parts[1] ?? '')
  const rest = parts.slice(parts[0] === 'api' ? 2 : 3)
  const inside = rest[0] === 'namespaces' && rest.length > 2 ? rest.slice(2) : rest
  const [plural, name, subresource] = inside
  if (plural === undefined) return undefined
  const resource = subresource === undefined ? plural : `${plural}/${subresource}`
  const reading = url.searchParams.has('watch') ? 'watch' : name === undefined ? 'list' : 'get'
  return right(method === 'GET' ? reading : (verbs[method] ?? method), resource, group)
}
