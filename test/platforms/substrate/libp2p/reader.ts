import { concatBytes } from '@noble/hashes/utils.js'

/** Bytes that come in pieces, read in other pieces. */
export function reader(source: (give: (bytes: Uint8Array) => void) => unknown) {
  let waiting: Uint8Array = new Uint8Array()
  let wake = (): void => {}
  const give = (bytes: Uint8Array): void => {
    waiting = concatBytes(waiting, bytes)
    wake()
  }
  Promise.resolve(source(give)).catch(() => {}) // the connection has ended: nothing more comes

  const exactly = async (length: number): Promise<Uint8Array> => {
    while (waiting.length < length) await new Promise<void>((resolve) => (wake = resolve))
    const bytes = waiting.subarray(0, length)
    waiting = waiting.subarray(length)
    return bytes
  }
  const number = async (bytes: number): Promise<number> =>
    (await exactly(bytes)).reduce((value, byte) => value * 256 + byte, 0)
  return {
    exactly,
    /** With their length before them, as so many bytes. */
    withLength: async (bytes: number): Promise<Uint8Array> => exactly(await number(bytes)),
    /** The same with a length in groups of 7 bits, the lowest first. */
    withVarintLength: async (): Promise<Uint8Array> => {
      let length = 0
      for (let shift = 0; ; shift += 7) {
        const byte = await number(1)
        length |= (byte & 0x7f) << shift
        if (byte < 0x80) return exactly(length)
      }
    },
  }
}
