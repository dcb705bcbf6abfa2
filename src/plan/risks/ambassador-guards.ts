import type { Ambassador, Cluster, Issuer } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import type { Guard } from '../../platforms/guard.ts'
import { providers } from '../../providers/index.ts'
import { guardChanges, guardRisksOf } from './guards.ts'
import { keptClusters, type Revision } from './revision.ts'

/** What guards exposed endpoints at the Ambassador of a cluster is gone, wider or another one. */
export const ambassadorGuardRisks = (before: Revision, after: Revision): Risk[] =>
  guardRisksOf(
    keptClusters(before, after).flatMap(({ was, is }) =>
      guardChanges({
        subject: `${is.name}/ambassador`,
        was: guardsOf(was),
        is: guardsOf(is),
        path: [...is.path, 'ambassador'],
        isReached: !providers[is.provider].local,
      }),
    ),
  )

/** Each with the field of the definition that it follows from. */
function guardsOf({ ambassador, path }: Cluster): readonly Guard[] {
  const { authentication, rateLimit, bodyLimit, tlsSecret, issuer } = ambassador
  const place = (field: string) => [...path, 'ambassador', field]
  const asked = { authenticates: true as const, path: place('authentication') }
  return [
    { ...asked, name: 'authentication.service', value: authentication?.service, kind: 'key' },
    { ...asked, name: 'authentication.protocol', value: authentication?.protocol, kind: 'key' },
    { ...asked, name: 'authentication.headers', value: authentication?.headers.join(', '), kind: 'key' },
    { name: 'rateLimit.service', value: rateLimit, kind: 'key', path: place('rateLimit') },
    { name: 'bodyLimit', value: bodyLimit?.toString(), kind: 'most', path: place('bodyLimit') },
    { name: 'tlsSecret', value: tlsSecret, kind: 'watched', path: place('tlsSecret') },
    { name: 'issuer', value: issuerText(issuer), kind: 'watched', path: place('issuer') },
    ...(authentication?.headers ?? []).map(
      (header): Guard => ({
        name: `authentication.headers[${header}]`,
        value: 'true',
        kind: 'on',
        path: place('authentication'),
      }),
    ),
    ...annotationsOf(ambassador).map(
      ([name, value]): Guard => ({
        name: `annotations[${name}]`,
        value,
        kind: opening.test(name) ? 'sensitive' : 'watched',
        path: place('annotations'),
      }),
    ),
  ]
}

const annotationsOf = ({ annotations }: Ambassador) => Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))

const issuerText = (issuer: Issuer | undefined): string | undefined =>
  issuer === undefined ? undefined : `${issuer.kind} ${issuer.name}`

/** Annotations by which clouds open a load balancer, whatever the definition says of who may connect. */
const opening =
  /source-?range|scheme|internal|public|security-?group|subnet|acl|allow|deny|firewall|ssl|tls|cert|backend-protocol|policy/i
