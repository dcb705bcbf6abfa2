import type { ClusterView } from '../platform.ts'
import { ports } from './config.ts'
import type { FabricLedgerNode } from './network.ts'
import type { FabricNode, FabricTop } from './schema.ts'

/** Issued certificates are valid for a year; those that issue have 15, as the authorities themselves. */
const usualExpiry = '8760h'

/** Roots of an organization that fabric-ca issues with: for identities, and for TLS. */
export const heads = ['ca', 'tlsca'] as const

/**
 * Configuration of fabric-ca with two heads, each with the organization's own root made offline
 * (https://hyperledger-fabric-ca.readthedocs.io/en/latest/serverconfig.html). The password of the registrar is put in when the
 * container starts.
 */
export function authorityConfig(
  node: FabricLedgerNode,
  head: (typeof heads)[number],
  { network }: ClusterView<FabricTop, FabricNode>,
): object {
  return {
    ...(head === 'ca' ? server : {}),
    ca: {
      name: head,
      certfile: `/etc/fabric-ca/certificates/${head}.crt`,
      keyfile: `/etc/fabric-ca/keys/${head}.key`,
    },
    db: { type: 'sqlite3', datasource: `/data/${head}.db` },
    registry: {
      maxenrollments: -1,
      identities: [
        {
          name: 'registrar',
          pass: 'REGISTRAR_PASSWORD',
          type: 'client',
          affiliation: '',
          attrs: {
            'hf.Registrar.Roles': 'client,peer',
            'hf.Registrar.Attributes': '*',
            'hf.Revoker': true,
            'hf.GenCRL': true,
            'hf.AffiliationMgr': true,
          },
        },
      ],
    },
    affiliations: { [node.organization.name]: [network.name] },
    signing: {
      default: { usage: ['digital signature'], expiry: usualExpiry },
      profiles: {
        tls: {
          usage: ['signing', 'server auth', 'client auth'],
          expiry: usualExpiry,
        },
      },
    },
  }
}

/** What concerns the server as a whole. */
const server = {
  port: ports.ca,
  cafiles: ['tlsca/fabric-ca-server-config.yaml'],
  tls: {
    enabled: true,
    certfile: '/etc/fabric-ca/certificates/tls.crt',
    keyfile: '/etc/fabric-ca/keys/tls.key',
  },
  operations: { listenAddress: `0.0.0.0:${ports.operations}` },
  metrics: { provider: 'prometheus' },
} as const
