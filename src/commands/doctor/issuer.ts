import { isSuccess } from '../../cluster/api.ts'
import { getObject } from '../../cluster/live-objects.ts'
import { at, isRecord, listAt, nameOf } from '../../cluster/objects.ts'
import { conditionOf, textAt } from '../../cluster/status/fields.ts'
import { failed, type Judgement, ok, warning } from '../../report/doctor/doctor-check.ts'
import type { ClusterSubject } from './cluster.ts'

const group = '/apis/cert-manager.io/v1'

/** Whether cert-manager can issue the certificate of the Ambassador; undefined where none is requested. */
export async function issuerCheck({ api, cluster, objects = [] }: ClusterSubject): Promise<Judgement | undefined> {
  const certificate = objects.find(
    ({ apiVersion, kind }) => apiVersion.startsWith('cert-manager.io/') && kind === 'Certificate',
  )
  if (certificate === undefined) return undefined
  if (!isSuccess(await api.request('GET', group)))
    return failed(
      'cert-manager is not installed, and the Ambassador needs a certificate of it',
      'install cert-manager, or give the Ambassador a certificate of your own (`ambassador.tlsSecret`)',
    )
  const [kind, name] = ['kind', 'name'].map((field) => textAt(certificate.spec, 'issuerRef', field))
  if (objects.some((one) => one.kind === kind && one.metadata.name === name))
    return ok('cert-manager is installed; the certificate is self-signed')
  const { namespace = '' } = certificate.metadata
  const place = kind === 'ClusterIssuer' ? 'clusterissuers' : `namespaces/${namespace}/issuers`
  const issuer = await getObject(api, `${group}/${place}/${name}`)
  const title = nameOf({
    kind: kind ?? '',
    metadata: { name: name ?? '', ...(kind === 'Issuer' ? { namespace } : {}) },
  })
  if (issuer === undefined) return failed(`there is no ${title}`, 'make it, or correct `ambassador.issuer`')
  if (!cluster.ambassador.existing && solvesByHttpOnly(issuer))
    return failed(
      `${title} proves names by HTTP-01 only, and the Ambassador does not pass that on`,
      'give it a solver of the kind dns01: docs/ambassador.md#http-01',
    )
  const ready = conditionOf(issuer, 'Ready')
  return ready?.status === 'True'
    ? ok(`${title} is ready`)
    : warning(
        `${title} is not ready: ${ready?.message ?? 'cert-manager has not looked at it'}`,
        `kubectl describe ${kind?.toLowerCase()} ${name}`,
      )
}

/** https://cert-manager.io/docs/configuration/acme/#configuring-solvers */
function solvesByHttpOnly(issuer: unknown): boolean {
  const solvers = listAt(issuer, 'spec', 'acme', 'solvers').filter(isRecord)
  return solvers.length > 0 && solvers.every((solver) => at(solver, 'dns01') === undefined)
}
