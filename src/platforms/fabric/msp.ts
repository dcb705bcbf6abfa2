import { dumpYaml } from '../../render/yaml.ts'
import { keyEntries } from './places.ts'

/**
 * Folders with an identity, as Fabric reads them (https://hyperledger-fabric.readthedocs.io/en/release-2.5/msp.html), put
 * together from a ConfigMap with certificates and a Secret with private keys.
 */

/** Files of the ConfigMap. */
export const files = {
  authority: 'ca.crt',
  tlsAuthority: 'tlsca.crt',
  administrationAuthority: 'adminca.crt',
  certificate: 'sign.crt',
  tlsCertificate: 'tls.crt',
  units: 'config.yaml',
} as const

const authorityPath = 'cacerts/ca.pem'

/** Which role a certificate has is told by its organizational unit. */
export const nodeUnits: string = dumpYaml({
  NodeOUs: {
    Enable: true,
    ...Object.fromEntries(
      ['Client', 'Peer', 'Admin', 'Orderer'].map((role) => [
        `${role}OUIdentifier`,
        { Certificate: authorityPath, OrganizationalUnitIdentifier: role.toLowerCase() },
      ]),
    ),
  },
})

interface Parts {
  readonly configMap: string
  readonly secret: string
}

const source = (kind: 'configMap' | 'secret', name: string, items: Readonly<Record<string, string>>): object => ({
  [kind]: { name, items: Object.entries(items).map(([key, path]) => ({ key, path })) },
})

/** Sources of a projected volume. Their mode is that of the base manifests: a patch of it would have to repeat it. */
export const mspVolume = ({ configMap, secret }: Parts): object => ({
  name: 'msp',
  projected: {
    sources: [
      source('configMap', configMap, {
        [files.authority]: authorityPath,
        [files.tlsAuthority]: 'tlscacerts/tlsca.pem',
        [files.units]: 'config.yaml',
        [files.certificate]: 'signcerts/sign.pem',
      }),
      source('secret', secret, { [keyEntries.sign]: 'keystore/sign.pem' }),
    ],
  },
})

/** tls.crt and tls.key, and the root they are from as ca.crt. */
export const tlsVolume = (name: string, { configMap, secret }: Parts): object => ({
  name,
  projected: {
    sources: [
      source('configMap', configMap, { [files.tlsCertificate]: 'tls.crt', [files.tlsAuthority]: 'ca.crt' }),
      source('secret', secret, { [keyEntries.tls]: 'tls.key' }),
    ],
  },
})
