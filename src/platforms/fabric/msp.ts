import { dumpYaml } from '../../yaml.ts'
import { authoritiesOf } from './authorities.ts'
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
  revocations: 'revoked.crl',
} as const

/** Certificate of an administrator, where the MSP names them. */
export const administratorFile = (number: number): string => `admin-${number}.crt`

/**
 * Which role a certificate has is told by its organizational unit. By which authority it has to be is left open: named, it would
 * be the only one.
 */
export const nodeUnits: string = dumpYaml({
  NodeOUs: {
    Enable: true,
    ...Object.fromEntries(
      ['Client', 'Peer', 'Admin', 'Orderer'].map((role) => [
        `${role}OUIdentifier`,
        { OrganizationalUnitIdentifier: role.toLowerCase() },
      ]),
    ),
  },
})

/**
 * Authorities of an organization as files. Of a file with several, such as an old and a new root, an MSP reads the first: the
 * others have files of their own besides.
 */
export const authorityFiles = (identities: string, tls: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [[files.authority, identities] as const, [files.tlsAuthority, tls] as const].flatMap(([name, text]) => {
      const { roots, intermediates } = authoritiesOf(text)
      return [
        [name, intermediates.length === 0 ? text : [...roots, ...intermediates].join('')],
        ...roots.slice(1).map((certificate, at) => [name.replace('.', `-${at + 2}.`), certificate]),
        ...intermediates.map((certificate, at) => [name.replace('.', `-intermediate-${at + 1}.`), certificate]),
      ]
    }),
  )

interface Parts {
  readonly configMap: string
  /** Names of its files. */
  readonly names: readonly string[]
  readonly secret: string
}

const source = (kind: 'configMap' | 'secret', name: string, items: Readonly<Record<string, string>>): object => ({
  [kind]: { name, items: Object.entries(items).map(([key, path]) => ({ key, path })) },
})

const inFolder = (folder: string, names: readonly string[], pattern: RegExp): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const [, own] = pattern.exec(name) ?? []
      return own === undefined ? [] : [[name, `${folder}/${own}.pem`]]
    }),
  )

/** Sources of a projected volume. Their mode is that of the base manifests: a patch of it would have to repeat it. */
export const mspVolume = ({ configMap, names, secret }: Parts): object => ({
  name: 'msp',
  projected: {
    sources: [
      source('configMap', configMap, {
        ...inFolder('cacerts', names, /^(ca(?:-\d+)?)\.crt$/),
        ...inFolder('tlscacerts', names, /^(tlsca(?:-\d+)?)\.crt$/),
        ...inFolder('intermediatecerts', names, /^(ca-intermediate-\d+)\.crt$/),
        ...inFolder('tlsintermediatecerts', names, /^(tlsca-intermediate-\d+)\.crt$/),
        ...inFolder('admincerts', names, /^(admin-\d+)\.crt$/),
        [files.units]: 'config.yaml',
        ...(names.includes(files.revocations) ? { [files.revocations]: 'crls/revoked.pem' } : {}),
        [files.certificate]: 'signcerts/sign.pem',
      }),
      source('secret', secret, { [keyEntries.sign]: 'keystore/sign.pem' }),
    ],
  },
})

/** tls.crt and tls.key, and the root they are from as ca.crt. */
export const tlsVolume = (name: string, { configMap, secret }: Omit<Parts, 'names'>): object => ({
  name,
  projected: {
    sources: [
      source('configMap', configMap, { [files.tlsCertificate]: 'tls.crt', [files.tlsAuthority]: 'ca.crt' }),
      source('secret', secret, { [keyEntries.tls]: 'tls.key' }),
    ],
  },
})
