/** Invalid bytes. */
export class MalformedSsh extends Error {}

/** Strings and numbers as SSH writes them: RFC 4251, section 5. */
export const sshString = (content: Uint8Array | string): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([sshUint32(bytes.length), bytes])
}

export const sshUint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Reads such bytes from the front. Methods throw MalformedSsh if the bytes end too early. */
export class SshReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes)
  }

  take(length: number): Buffer {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new MalformedSsh('it ends too early')
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }

  uint32(): number {
    return this.take(4).readUInt32BE()
  }

  string(): Buffer {
    return this.take(this.uint32())
  }

  text(): string {
    return this.string().toString('latin1')
  }

  /** Throws MalformedSsh if bytes are left. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new MalformedSsh('something follows its end')
  }
}
