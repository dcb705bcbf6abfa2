import * as z from 'zod'
import type { Network } from '../../src/network/network.ts'
import type { Platform } from '../../src/platforms/platform.ts'

/** The name of the truststore in its ConfigMap. */
export const truststoreFile = 'roots.p12'

/** A platform with one thing more: a binary file that the definition names, and every node mounts. */
export const withTruststore = ({ definition, rendering, ...platform }: Platform): Platform => ({
  ...platform,
  definition: {
    ...definition,
    fields: { ...definition.fields, top: { ...definition.fields.top, truststore: z.string() } },
    files: (network) => [
      ...(definition.files?.(network) ?? []),
      { file: truststoreOf(network), path: ['truststore'], binary: true },
    ],
  },
  rendering: {
    ...rendering,
    node: (node, view) => {
      const overlay = rendering.node(node, view)
      return {
        ...overlay,
        configMaps: [...overlay.configMaps, { name: 'truststore', files: [truststoreFile], naming: 'hashed' }],
        files: { ...overlay.files, [truststoreFile]: view.material.bytes(truststoreOf(view.network)) ?? '' },
        patches: { ...overlay.patches, 'truststore.yaml': [mounted] },
      }
    },
  },
})

const truststoreOf = ({ top }: Network): string => (top as { truststore: string }).truststore // as fields.top says

const mounted = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'node' },
  spec: { template: { spec: { volumes: [{ name: 'truststore', configMap: { name: 'truststore' } }] } } },
}
