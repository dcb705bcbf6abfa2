import { getObject } from '../../cluster/live-objects.ts'
import { at, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { textAt } from '../../cluster/status/fields.ts'
import { type Judgement, ok, warning } from '../../report/doctor/doctor-check.ts'
import { several } from '../../words.ts'
import type { ClusterSubject } from './cluster.ts'

/** Whether the pull Secret is where pods are, with a login of the mirror; undefined where the definition has none. */
export async function pullSecretCheck({ api, network, objects = [] }: ClusterSubject): Promise<Judgement | undefined> {
  const { pullSecret, registry } = network.images
  const namespaces = [...new Set(objects.filter((one) => pullsWith(one, pullSecret)).map(namespaceOf))].sort()
  if (pullSecret === undefined || namespaces.length === 0) return undefined
  const found = await Promise.all(
    namespaces.map(async (namespace) => ({
      namespace,
      secret: await getObject(api, `/api/v1/namespaces/${namespace}/secrets/${pullSecret}`),
    })),
  )
  const missing = found.filter(({ secret }) => secret === undefined).map(({ namespace }) => namespace)
  if (missing.length > 0)
    return warning(
      `the Secret ${pullSecret} is missing in ${several(missing, 3)}`,
      'create it where pods are, before they start: docs/guides/mirror.md',
    )
  const host = registry?.split('/')[0]
  const without = found.filter(({ secret }) => host !== undefined && !hasLogin(secret, host))
  if (without.length > 0)
    return warning(
      `the Secret ${pullSecret} has no login for ${host} in ${several(
        without.map(({ namespace }) => namespace),
        3,
      )}`,
      `create it with kubectl create secret docker-registry --docker-server=${host}`,
    )
  return ok(`the Secret ${pullSecret} is in all ${namespaces.length} namespaces`)
}

const namespaceOf = ({ metadata }: KubernetesObject): string => metadata.namespace ?? 'default'

const pullsWith = ({ spec }: KubernetesObject, secret: string | undefined): boolean =>
  listAt(spec, 'template', 'spec', 'imagePullSecrets').some((one) => at(one, 'name') === secret)

/** Whether a Secret has a login for a registry: https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets */
function hasLogin(secret: KubernetesObject | undefined, host: string): boolean {
  const encoded = textAt(secret, 'data', '.dockerconfigjson')
  try {
    const { auths }: { auths?: unknown } = JSON.parse(Buffer.from(encoded, 'base64').toString())
    const hosts = Object.keys(isRecord(auths) ? auths : {}).map((key) => key.replace(/^https?:\/\//, '').split('/')[0])
    // Kubelets take patterns, too.
    return hosts.some((one) => one === host || one?.includes('*'))
  } catch {
    return false
  }
}
