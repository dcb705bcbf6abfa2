import type { Ambassador, Network } from '../network/network.ts'

/** Objects of getambassador.io/v3alpha1, which Emissary 3.9 and 4 read: https://emissary-ingress.dev/docs/4.1/ */
export interface EmissaryObject {
  readonly apiVersion: 'getambassador.io/v3alpha1'
  readonly kind: 'TCPMapping' | 'Listener' | 'Host' | 'Mapping' | 'AuthService' | 'RateLimitService'
  readonly metadata: { readonly name: string }
  readonly spec: Readonly<Record<string, unknown>>
}

/** Makes objects for one Emissary. */
export type MakeObject = (kind: EmissaryObject['kind'], name: readonly string[], spec: object) => EmissaryObject

/**
 * Parts of a name are joined with dots, which keep apart what hyphens would run together: node b of organization a-c, and node
 * c-b of organization a. Beside the routes of others, ours begin with the name of the network.
 */
export const objectMaker =
  ({ name: network }: Network, { id, existing }: Ambassador): MakeObject =>
  (kind, name, spec) => ({
    apiVersion: 'getambassador.io/v3alpha1',
    kind,
    metadata: { name: [...(existing ? [network] : []), ...name].join('.') },
    spec: { ambassador_id: [id], ...spec },
  })
