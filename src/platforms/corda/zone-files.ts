import { contentName } from '../../content-name.ts'
import { type FileContent, textOrDigest } from '../../file-content.ts'
import type { Material } from '../../material/material.ts'
import type { NamedFile } from '../../network/platform-definition.ts'
import type { CordaNetwork } from './network.ts'

/** Truststores of the zone, as corda.sh finds them. */
const names = { rootTruststore: 'root-truststore', servicesTruststore: 'services-truststore' } as const

/** Those that the definition names. */
export const truststoresOf = ({ top: { zone } }: CordaNetwork) =>
  (['rootTruststore', 'servicesTruststore'] as const).flatMap((field) => {
    const store = zone[field]
    return store === undefined ? [] : [{ field, ...store }]
  })

export const zoneFilesNamed = (network: CordaNetwork): NamedFile[] =>
  truststoresOf(network).map(({ field, file }) => ({ file, path: ['zone', field, 'file'], binary: true }))

/** What nodes mount. A file that is missing is an error of the definition. */
export const zoneFiles = (network: CordaNetwork, material: Material): Readonly<Record<string, FileContent>> =>
  Object.fromEntries(
    truststoresOf(network).flatMap(({ field, file }) => {
      const bytes = material.bytes(file)
      return bytes === undefined ? [] : [[names[field], bytes]]
    }),
  )

/** The ConfigMap is in the organization's root, the nodes are in separate roots. */
export const zoneName = (network: CordaNetwork, material: Material): string =>
  contentName('zone', ...Object.values(zoneFiles(network, material)).map(textOrDigest))
