import { contentName } from '../../content-name.ts'
import { type FileContent, textOrDigest } from '../../file-content.ts'
import type { Material } from '../../material/material.ts'
import type { NamedFile } from '../../network/platform-definition.ts'
import { rootTruststoreOf } from './demo-zone/files.ts'
import type { CordaNetwork } from './network.ts'
import { demoMapOf } from './zone.ts'
import type { Truststore } from './zone-schema.ts'

interface NamedTruststore extends Truststore {
  readonly field: 'rootTruststore' | 'servicesTruststore'
}

/** Those that the definition names. */
export const truststoresOf = ({ top: { zone } }: CordaNetwork): readonly NamedTruststore[] =>
  (['rootTruststore', 'servicesTruststore'] as const).flatMap((field) => {
    const store = zone.demo ? undefined : zone[field]
    return store === undefined ? [] : [{ field, ...store }]
  })

/** The root truststore of the zone: a file of the repository, or made of the root of a demo zone. Undefined while it is missing. */
export function rootTruststore(network: CordaNetwork, material: Material): Uint8Array | undefined {
  const { zone } = network.top
  if (!zone.demo) return material.bytes(zone.rootTruststore.file)
  const map = demoMapOf(network)
  return map === undefined ? undefined : rootTruststoreOf(map, material)
}

export const zoneFilesNamed = (network: CordaNetwork): NamedFile[] =>
  truststoresOf(network).map(({ field, file }) => ({ file, path: ['zone', field, 'file'], binary: true }))

/** Of doorman and network map, where Java does not trust their authority. */
export function servicesTruststore({ top: { zone } }: CordaNetwork, material: Material): Uint8Array | undefined {
  const store = zone.demo ? undefined : zone.servicesTruststore
  return store === undefined ? undefined : material.bytes(store.file)
}

/** What nodes mount, by the names that corda.sh and node.conf know. A file that is missing is an error of the definition. */
export function zoneFiles(network: CordaNetwork, material: Material): Readonly<Record<string, FileContent>> {
  const files = {
    'root-truststore': rootTruststore(network, material),
    'services-truststore': servicesTruststore(network, material),
  }
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes]])),
  )
}

/** The ConfigMap is in the organization's root, the nodes are in separate roots. */
export const zoneName = (network: CordaNetwork, material: Material): string =>
  contentName('zone', ...Object.values(zoneFiles(network, material)).map(textOrDigest))
