import { equal } from '../../cluster/difference/equal.ts'
import { groupOf, type KubernetesObject, keyOf } from '../../cluster/objects.ts'
import { listed } from '../../words.ts'
import { type BuiltPart, type Issue, renderedIn, subjectOf } from './issue.ts'
import { changedFields, contentOf, opened, redirected } from './services.ts'
import { textAt } from './workloads.ts'

/** Ways in that an override opens or turns: routes of the Ambassador, Ingresses, endpoints. Each beside its rendered version. */
export function entryIssues(part: BuiltPart): Issue[] {
  const rendered = renderedIn(part)
  return part.objects.flatMap((object) => {
    const own = rendered.get(keyOf(object))
    return [
      ...(groupOf(object) === 'getambassador.io' ? routeIssues(part, object, own) : []),
      ...annotated(part, object, own),
      ...(opening.has(object.kind) && !equal(own?.spec, object.spec)
        ? [opened(part, object, 'opens a way from outside that is not the Ambassador')]
        : []),
      ...(directing.has(object.kind) && !equal(contentOf(own), contentOf(object))
        ? [redirected(part, object, 'selects the pods of a Service')]
        : []),
    ]
  })
}

const opening = new Set(['Ingress'])
const directing = new Set(['Endpoints', 'EndpointSlice'])

/** Fields of routes that change how fast or how long something is tried, not who reaches what. */
const tuning = new Set(
  [
    'timeout_ms idle_timeout_ms connect_timeout_ms cluster_idle_timeout_ms cluster_max_connection_lifetime_ms',
    'circuit_breakers keepalive load_balancer retry_policy stats_name health_checks labels ambassador_id',
    'min_tls_version max_tls_version tls.min_tls_version tls.max_tls_version',
  ].flatMap((names) => names.split(' ')),
)

function routeIssues(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const fields = changedFields(own?.spec, object.spec)
  if (own !== undefined && fields.length === 0) return []
  const isTuning = own !== undefined && fields.every((field) => tuning.has(field))
  return [
    {
      id: 'route-changed',
      severity: isTuning ? 'caution' : 'danger',
      subject: subjectOf({ part, object }),
      text:
        own === undefined
          ? `is added${object.kind.endsWith('Mapping') ? `, and targets ${textAt(object, 'spec', 'service')}` : ''}`
          : `has another ${listed(fields)} than what is rendered`,
      hint: 'say who reaches a node with expose, authentication and ambassador of the definition: what a route does by itself, no rule looks at',
      file: part.file,
      detail: object.spec,
    },
  ]
}

/** Emissary reads routes from annotations of Services too. */
function annotated(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const name = 'getambassador.io/config'
  const text = object.metadata.annotations?.[name]
  if (text === undefined || text === own?.metadata.annotations?.[name]) return []
  return [
    {
      id: 'route-changed',
      severity: 'danger',
      subject: subjectOf({ part, object }),
      text: `has routes in its annotation ${name}`,
      hint: 'say who reaches a node with expose of the definition',
      file: part.file,
      detail: text,
    },
  ]
}
