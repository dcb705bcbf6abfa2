import type { ResourceSettings } from '../../network/network.ts'
import { resourcesField } from '../../network/size.ts'
import { dumpYaml } from '../../yaml.ts'
import type { ClusterView, ConfigMapOfFiles, Overlay } from '../platform.ts'
import { volumeClaim } from '../volume-claim.ts'
import { authorityConfig, heads } from './authority-config.ts'
import { authorityCertificate, nodeCertificate } from './certificates.ts'
import { environmentOf } from './config.ts'
import { authorityFiles, files, mspVolume, tlsVolume } from './msp.ts'
import { type FabricLedgerNode, isAuthority, isOrderer } from './network.ts'
import { roleFiles } from './node-roles.ts'
import { authoritiesSecret, couchdbSecret, keyEntries, nodeSecret, sealedNodePath } from './places.ts'
import { revocationLists } from './revocations.ts'
import type { FabricNode, FabricTop } from './schema.ts'
import { couchdbSizes, sizesOf } from './sizes.ts'

type View = ClusterView<FabricTop, FabricNode>

export const hasCouchdb = (node: FabricLedgerNode): boolean =>
  node.role === 'peer' && node.own.stateDatabase === 'couchdb'

const base = (node: FabricLedgerNode): string =>
  isAuthority(node) ? 'certificate-authority' : hasCouchdb(node) ? 'couchdb' : node.role

/** Everything in these is read at start only, so that a change of it restarts the node: a renewed certificate among them. */
const hashed = (name: string, names: readonly string[]): ConfigMapOfFiles => ({ name, files: names, naming: 'hashed' })

/** A node: the base of its role, its variables and certificates, and what its own volume, keys and names are. */
export function nodeOverlay(node: FabricLedgerNode, view: View): Overlay {
  const certificates = certificateFiles(node, view)
  const variables = environmentOf(node, view)
  const settings = isAuthority(node) ? headFiles(node, view) : {}
  return {
    bases: [base(node)],
    configMaps: [
      { ...hashed(`${node.name}-environment`, ['environment']), environment: true },
      hashed(`${node.name}-certificates`, Object.keys(certificates)),
      ...(isAuthority(node) ? [hashed(`${node.name}-config`, Object.keys(settings))] : []),
    ],
    files: { environment: variables, ...certificates, ...settings },
    patches: {
      'statefulset.yaml': [statefulSet(node, Object.keys(certificates))],
      'persistent-volume-claim.yaml': [
        volumeClaim('node', node.cluster, node.storage),
        ...(hasCouchdb(node) ? [volumeClaim('node-couchdb', node.cluster, node.own.couchdb?.storage ?? '20Gi')] : []),
      ],
    },
    objects: {},
    sealed: sealedOf(node),
    renames: { node: node.name, ...(hasCouchdb(node) ? { 'node-couchdb': `${node.name}-couchdb` } : {}) },
  }
}

const headFiles = (node: FabricLedgerNode, view: View): Record<string, string> =>
  Object.fromEntries(heads.map((head) => [`${head}.yaml`, dumpYaml(authorityConfig(node, head, view))]))

/** Its own Secret, unless somebody else keeps that, and those of what runs beside it. */
const sealedOf = (node: FabricLedgerNode): Record<string, string> => ({
  ...(node.existingSecret === undefined ? { 'keys.yaml': sealedNodePath(node) } : {}),
  ...(hasCouchdb(node) ? { 'couchdb-keys.yaml': sealedNodePath(node, '-couchdb') } : {}),
  ...(isAuthority(node) ? { 'authorities.yaml': sealedNodePath(node, '-authorities') } : {}),
})

/** Public material of a node, as files. */
function certificateFiles(node: FabricLedgerNode, { network, material }: View): Record<string, string> {
  const { name } = node.organization
  const own = (which: 'sign' | 'tls'): string => nodeCertificate(name, node.name, which, material)
  const revoked = revocationLists(name, network, material).join('')
  const authority = (which: 'ca' | 'tlsca' | 'adminca'): string => authorityCertificate(name, which, material)
  return {
    ...authorityFiles(authority('ca'), authority('tlsca')),
    ...(isOrderer(node) ? { [files.administrationAuthority]: authority('adminca') } : {}),
    ...(isAuthority(node)
      ? {}
      : {
          [files.certificate]: own('sign'),
          ...roleFiles(node.organization, network, material),
          ...(revoked === '' ? {} : { [files.revocations]: revoked }),
        }),
    [files.tlsCertificate]: own('tls'),
  }
}

function statefulSet(node: FabricLedgerNode, names: readonly string[]): object {
  const parts = { configMap: `${node.name}-certificates`, names, secret: nodeSecret(node) }
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: node.role,
              envFrom: [{ configMapRef: { name: `${node.name}-environment` } }],
              ...(isAuthority(node) ? { env: [registrarPassword(node)] } : {}),
              ...(hasCouchdb(node) ? { env: credentials(node, 'CORE_LEDGER_STATE_COUCHDBCONFIG_', 'USERNAME') } : {}),
              ...resourcesField(sizesOf(node.role), node.size, node.resources),
            },
            ...(hasCouchdb(node) ? [couchdb(node)] : []),
          ],
          volumes: [
            // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            ...(isAuthority(node) ? authorityVolumes(node) : [mspVolume(parts), tlsVolume('tls', parts)]),
            ...(isOrderer(node) ? [{ name: 'administration', configMap: { name: parts.configMap } }] : []),
            ...(hasCouchdb(node)
              ? [
                  // Before those of the base, for the same reason.
                  { name: 'couchdb', persistentVolumeClaim: { claimName: `${node.name}-couchdb` } },
                  { name: 'loopback', configMap: { name: `${node.name}-couchdb` } },
                ]
              : []),
          ],
        },
      },
    },
  }
}

/** Name and password of the CouchDB beside a peer, as variables with a prefix. */
const credentials = (node: FabricLedgerNode, prefix: string, user: string): object[] =>
  [
    [user, 'username'],
    ['PASSWORD', 'password'],
  ].map(([variable, key]) => ({
    name: `${prefix}${variable}`,
    valueFrom: { secretKeyRef: { name: couchdbSecret(node), key } },
  }))

const registrarPassword = (node: FabricLedgerNode): object => ({
  name: 'REGISTRAR_PASSWORD',
  valueFrom: { secretKeyRef: { name: authoritiesSecret(node), key: 'registrar-password' } },
})

const couchdb = (node: FabricLedgerNode): object => ({
  name: 'couchdb',
  env: credentials(node, 'COUCHDB_', 'USER'),
  ...resourcesField(
    couchdbSizes,
    node.size,
    node.own.couchdb?.resources as ResourceSettings | undefined, // zod adds "| undefined"
  ),
})

const authorityVolumes = (node: FabricLedgerNode): object[] => [
  { name: 'config', configMap: { name: `${node.name}-config` } },
  { name: 'certificates', configMap: { name: `${node.name}-certificates` } },
  {
    name: 'keys',
    projected: {
      sources: [
        { secret: { name: nodeSecret(node), items: [{ key: keyEntries.tls, path: keyEntries.tls }] } },
        {
          secret: {
            name: authoritiesSecret(node),
            items: heads.map((head) => ({ key: `${head}.key`, path: `${head}.key` })),
          },
        },
      ],
    },
  },
]
