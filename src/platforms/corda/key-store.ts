/** A key store of Java (JKS), without its passwords: certificates are not encrypted in it, and private keys are. */
export interface KeyStore {
  /** DER of trusted certificates, by alias. */
  readonly certificates: ReadonlyMap<string, Uint8Array>
  /** Aliases of entries with a private key. */
  readonly privateKeys: readonly string[]
}

const magic = 0xfeedfeed
const versions: readonly number[] = [1, 2]
const tags = { privateKey: 1, trustedCertificate: 2 } as const
/** At the end: SHA-1 of a password and all bytes before. */
const digestLength = 20

/**
 * Reads what Corda takes as a truststore (KEYSTORE_TYPE in X509Utilities.kt of 4.12 is "JKS"). Undefined for anything else, a PKCS #12 file
 * among them. Format: `engineLoad` in sun/security/provider/JavaKeyStore.java of OpenJDK 8.
 */
export function readKeyStore(bytes: Uint8Array): KeyStore | undefined {
  try {
    return entriesOf(new Reader(bytes.subarray(0, Math.max(0, bytes.length - digestLength))))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function entriesOf(reader: Reader): KeyStore | undefined {
  if (reader.number(4) !== magic) return undefined
  const version = reader.number(4)
  if (!versions.includes(version)) return undefined
  const certificates = new Map<string, Uint8Array>()
  const privateKeys: string[] = []
  const certificate = (): Uint8Array => {
    if (version === 2) reader.text() // its type, which is X.509
    return reader.bytes(reader.number(4))
  }
  for (let left = reader.number(4); left > 0; left--) {
    const tag = reader.number(4)
    const alias = reader.text()
    reader.bytes(8) // its date
    if (tag === tags.trustedCertificate) certificates.set(alias, certificate())
    else if (tag === tags.privateKey) {
      privateKeys.push(alias)
      reader.bytes(reader.number(4))
      for (let chain = reader.number(4); chain > 0; chain--) certificate()
    } else return undefined
  }
  return reader.isAtEnd ? { certificates, privateKeys } : undefined
}

/** Throws RangeError at the end of its bytes. */
class Reader {
  readonly #buffer: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#at === this.#buffer.length
  }

  number(length: number): number {
    return this.bytes(length).readUIntBE(0, length)
  }

  text(): string {
    return this.bytes(this.number(2)).toString()
  }

  bytes(length: number): Buffer {
    const end = this.#at + length
    if (end > this.#buffer.length) throw new RangeError('the key store is cut off')
    const found = this.#buffer.subarray(this.#at, end)
    this.#at = end
    return found
  }
}
