import type { JsonObject } from '../../kubernetes/json.ts'
import type { KubernetesObject } from '../cluster.ts'
import { key, type Named } from '../dns/named.ts'
import { certManagerNamespace } from './cert-manager.ts'
import type { Acme } from './pebble.ts'

/** An authority of its own, and an issuer that signs with its key. */
export function authorityIssuer(name: string, namespace: string): readonly KubernetesObject[] {
  const root = `${name}-root`
  return [
    issuer('Issuer', { name: root, namespace }, { selfSigned: {} }),
    {
      apiVersion,
      kind: 'Certificate',
      metadata: { name: root, namespace },
      spec: {
        secretName: root,
        isCA: true,
        commonName: 'an authority of a company',
        privateKey: { algorithm: 'ECDSA', size: 384 },
        issuerRef: { name: root, kind: 'Issuer', group: 'cert-manager.io' },
      },
    },
    issuer('Issuer', { name, namespace }, { ca: { secretName: root } }),
  ]
}

/** An issuer for all namespaces that proves names by records of DNS: challenge dns-01, written by updates. */
export const acmeIssuer = (name: string, acme: Acme, { port }: Named): readonly KubernetesObject[] => [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: key.name, namespace: certManagerNamespace },
    stringData: { secret: key.secret },
  },
  issuer(
    'ClusterIssuer',
    { name },
    {
      acme: {
        server: acme.directory,
        caBundle: Buffer.from(acme.trusted).toString('base64'),
        privateKeySecretRef: { name: `${name}-account` },
        solvers: [
          {
            // Otherwise cert-manager waits for a minute, for caches of DNS that nobody has here.
            waitInsteadOfSelfCheck: '1s',
            dns01: {
              rfc2136: {
                nameserver: `127.0.0.1:${port}`,
                tsigKeyName: key.name,
                tsigAlgorithm: 'HMACSHA256',
                tsigSecretSecretRef: { name: key.name, key: 'secret' },
              },
            },
          },
        ],
      },
    },
  ),
]

const apiVersion = 'cert-manager.io/v1'

const issuer = (kind: string, metadata: KubernetesObject['metadata'], spec: JsonObject): KubernetesObject => ({
  apiVersion,
  kind,
  metadata,
  spec,
})
