import { readShown } from '../health/certificates.ts'
import { type CordaObject, type CordaValue, readEnvelope } from './envelope.ts'

/** What a node publishes about itself: NodeInfo.kt of Corda 4.12. */
export interface NodeInfo {
  readonly addresses: readonly { readonly host: string; readonly port: number }[]
  /** Legal names; a notary has that of its service as the second one. */
  readonly names: readonly string[]
  readonly platformVersion: number
  /** Milliseconds since 1970 of its last change. */
  readonly serial: number
}

/** NetworkMap.kt of Corda 4.12. Hashes are in hexadecimal digits. */
export interface NetworkMap {
  readonly parameters: string
  readonly nodes: readonly string[]
  /** New parameters that the operator has announced. */
  readonly update?: { readonly description: string; readonly deadline: Date }
}

/** NetworkParameters.kt of Corda 4.12: what nodes need of it. */
export interface NetworkParameters {
  readonly minimumPlatformVersion: number
  readonly notaries: readonly { readonly name: string; readonly validating: boolean }[]
}

/** Each reads signed bytes, without looking at signatures: nodes do that. Undefined for anything else. */
export const readNodeInfo = (bytes: Uint8Array): NodeInfo | undefined => read(bytes, nodeInfo)
export const readNetworkMap = (bytes: Uint8Array): NetworkMap | undefined => read(bytes, networkMap)
export const readNetworkParameters = (bytes: Uint8Array): NetworkParameters | undefined =>
  read(bytes, networkParameters)

function read<Result>(bytes: Uint8Array, of: (object: CordaObject) => Result): Result | undefined {
  try {
    return of(objectOf(readEnvelope(bytesOf(fieldOf(objectOf(readEnvelope(bytes)), 'raw')))))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const nodeInfo = (info: CordaObject): NodeInfo => ({
  addresses: listOf(fieldOf(info, 'addresses'))
    .map(objectOf)
    .map((address) => ({ host: textOf(fieldOf(address, 'host')), port: numberOf(fieldOf(address, 'port')) })),
  names: listOf(fieldOf(info, 'legalIdentitiesAndCerts')).map((identity) => {
    // The path has the root first: `PkiPath` of java.security.cert.CertPath.
    const [path] = listOf(fieldOf(objectOf(identity), 'certPath'))
    const own = sequenceIn(bytesOf(path)).at(-1)
    return (own === undefined ? undefined : readShown(own))?.subject ?? ''
  }),
  platformVersion: numberOf(fieldOf(info, 'platformVersion')),
  serial: numberOf(fieldOf(info, 'serial')),
})

function networkMap(map: CordaObject): NetworkMap {
  const update = fieldOf(map, 'parametersUpdate')
  return {
    parameters: hashOf(fieldOf(map, 'networkParameterHash')),
    nodes: listOf(fieldOf(map, 'nodeInfoHashes')).map(hashOf),
    ...(update === null ? {} : { update: announced(objectOf(update)) }),
  }
}

const announced = (update: CordaObject): NonNullable<NetworkMap['update']> => ({
  description: textOf(fieldOf(update, 'description')),
  // An Instant is written as its seconds and nanoseconds (InstantSerializer.kt of Corda 4.12), whose names no schema has.
  deadline: new Date(numberOf(listOf(fieldOf(update, 'updateDeadline'))[0] ?? null) * 1000),
})

const networkParameters = (parameters: CordaObject): NetworkParameters => ({
  minimumPlatformVersion: numberOf(fieldOf(parameters, 'minimumPlatformVersion')),
  notaries: listOf(fieldOf(parameters, 'notaries'))
    .map(objectOf)
    .map((notary) => ({
      name: partyName(objectOf(fieldOf(notary, 'identity'))),
      validating: fieldOf(notary, 'validating') === true,
    })),
})

/** A Party has its name as a CordaX500Name. */
function partyName(party: CordaObject): string {
  const name = objectOf(fieldOf(party, 'name'))
  const parts = [
    ['CN', 'commonName'],
    ['OU', 'organisationUnit'],
    ['O', 'organisation'],
    ['L', 'locality'],
    ['ST', 'state'],
    ['C', 'country'],
  ] as const
  return parts
    .flatMap(([attribute, field]) => {
      const value = name.fields.get(field)
      return typeof value === 'string' ? [`${attribute}=${value}`] : []
    })
    .join(', ')
}

const hashOf = (value: CordaValue | undefined): string =>
  Buffer.from(bytesOf(fieldOf(objectOf(value), 'bytes'))).toString('hex')

function fieldOf({ fields }: CordaObject, name: string): CordaValue {
  const value = fields.get(name)
  if (value === undefined) throw new RangeError(`it has no ${name}`)
  return value
}

function objectOf(value: CordaValue | undefined): CordaObject {
  if (value === null || typeof value !== 'object' || !('fields' in value)) throw new RangeError('it is no object')
  return value
}

function listOf(value: CordaValue | undefined): readonly CordaValue[] {
  if (!Array.isArray(value)) throw new RangeError('it is no list')
  return value
}

/** Bytes as such, or in an object that holds nothing else. */
function bytesOf(value: CordaValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  const bytes = objectOf(value).fields.get('bytes')
  if (!(bytes instanceof Uint8Array)) throw new RangeError('it has no bytes')
  return bytes
}

function numberOf(value: CordaValue): number {
  if (typeof value !== 'number' && typeof value !== 'bigint') throw new RangeError('it is no number')
  return Number(value)
}

function textOf(value: CordaValue): string {
  if (typeof value !== 'string') throw new RangeError('it is no text')
  return value
}

/** The parts of a SEQUENCE in DER: X.690, 8.1.3. */
function sequenceIn(der: Uint8Array): readonly Uint8Array[] {
  const whole = partAt(Buffer.from(der), 0)
  const parts: Uint8Array[] = []
  for (let at = whole.content; at < whole.end; ) {
    const { end } = partAt(Buffer.from(der), at)
    parts.push(der.subarray(at, end))
    at = end
  }
  return parts
}

function partAt(der: Buffer, at: number): { readonly content: number; readonly end: number } {
  const first = der[at + 1]
  if (first === undefined) throw new RangeError('it is cut off')
  const width = first < 0x80 ? 0 : first - 0x80
  if (width > 3 || at + 2 + width > der.length) throw new RangeError('it is no DER')
  const length = width === 0 ? first : der.readUIntBE(at + 2, width)
  const content = at + 2 + width
  if (content + length > der.length) throw new RangeError('it is cut off')
  return { content, end: content + length }
}
