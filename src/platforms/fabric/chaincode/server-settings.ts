import type { ServerSettings } from '../chaincode-server-schema.ts'

/** Settings of a chaincode server as parts of its container and its pod. */

export const tlsFolder = '/etc/fabric/tls'

/** Folders of the container that are mounted already: base/chaincode, and the one above. */
export const takenFolders: readonly string[] = ['/tmp', tlsFolder]

/** Program, arguments and Secrets as variables. In a container, `env` overrides `envFrom`. */
export const programOf = ({ command, arguments: given, environmentFrom = [] }: ServerSettings): object => ({
  ...(command === undefined ? {} : { command }),
  ...(given === undefined ? {} : { args: given }),
  ...(environmentFrom.length === 0 ? {} : { envFrom: environmentFrom.map((name) => ({ secretRef: { name } })) }),
})

/** Before those that Chancery sets, in the order of their names. */
export const variablesOf = ({ environment = {} }: ServerSettings): object[] =>
  Object.entries(environment)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }))

/** In the order of their folders, so that the order of the definition restarts nothing. */
const ordered = ({ secrets = [] }: ServerSettings): NonNullable<ServerSettings['secrets']> =>
  secrets.toSorted((a, b) => (a.path < b.path ? -1 : 1))

/** Names of Secrets can be longer than names of volumes, and have dots. */
const volumeName = (at: number): string => `secret-${at + 1}`

export const secretMounts = (settings: ServerSettings): object[] =>
  ordered(settings).map(({ path }, at) => ({ name: volumeName(at), mountPath: path, readOnly: true }))

export const secretVolumes = (settings: ServerSettings): object[] =>
  ordered(settings).map(({ name }, at) => ({
    name: volumeName(at),
    // 0440
    secret: { secretName: name, defaultMode: 288 },
  }))

/** Names of all Secrets that a server reads, each once. */
export const secretsReadBy = ({ environmentFrom = [], secrets = [] }: ServerSettings): readonly string[] => [
  ...new Set([...environmentFrom, ...secrets.map(({ name }) => name)]),
]

/** Variables that the server gets from Chancery, and those that would change what they mean. */
const owned: readonly RegExp[] = [
  /^CHAINCODE_(ID|SERVER_ADDRESS|CLIENT_CA_CERT)$/,
  /^CHAINCODE_TLS_/,
  /^CORE_CHAINCODE_ID_NAME$/,
  /^CORE_PEER_(TLS_ENABLED|LOCALMSPID)$/,
  /^CORE_TLS_CLIENT_/,
]

export const isOwnedVariable = (name: string): boolean => owned.some((pattern) => pattern.test(name))
