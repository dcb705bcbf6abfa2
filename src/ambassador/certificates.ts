import type { Cluster, Network } from '../network/network.ts'
import { httpRoutes } from './http.ts'
import type { Route } from './routes.ts'

/**
 * The certificate that cert-manager issues: one with the names of all exposed nodes of the cluster. It has no common name, which
 * is limited to 64 characters: https://cert-manager.io/docs/usage/certificate/
 */
export function certificates({ name }: Network, { ambassador }: Cluster, routes: readonly Route[]): object[] {
  const { issuer, tlsSecret, cleartext } = ambassador
  const dnsNames = [...new Set(httpRoutes(routes).map(({ host }) => host))].sort()
  if (issuer === undefined || cleartext || dnsNames.length === 0) return []
  const selfSigned = issuer.kind === 'SelfSigned'
  return [
    ...(selfSigned ? [{ ...header('Issuer', issuer.name), spec: { selfSigned: {} } }] : []),
    {
      ...header('Certificate', tlsSecret),
      spec: {
        secretName: tlsSecret,
        dnsNames,
        // It is its own issuer, whose name must not be empty (RFC 5280, 4.1.2.4): cert-manager warns that strict clients refuse it.
        ...(selfSigned ? { subject: { organizations: [name] } } : {}),
        usages: ['digital signature', 'server auth'],
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        issuerRef: { name: issuer.name, kind: selfSigned ? 'Issuer' : issuer.kind, group: 'cert-manager.io' },
      },
    },
  ]
}

const header = (kind: string, name: string) => ({ apiVersion: 'cert-manager.io/v1', kind, metadata: { name } })
