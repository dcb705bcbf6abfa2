/** A value of AMQP 1.0 as Corda uses it: numbers, texts, bytes, lists, maps as lists of pairs, and values with a descriptor. */
export type AmqpValue = null | boolean | number | bigint | string | Uint8Array | readonly AmqpValue[] | Described

/** A value of a described type: `net.corda:` and a fingerprint, or a number of Corda's own envelope. */
export class Described {
  readonly descriptor: AmqpValue
  readonly value: AmqpValue

  constructor(descriptor: AmqpValue, value: AmqpValue) {
    this.descriptor = descriptor
    this.value = value
  }
}

/** Deeper values are none of Corda's: what is read comes from others. */
const deepest = 64

/**
 * Reads one value, with the encodings that the encoder of proton-j 0.33 writes for Corda 4.10 and 4.12: OASIS AMQP 1.0, part 1, section 1.6.
 * Throws RangeError for other bytes.
 */
export function readAmqp(bytes: Uint8Array): AmqpValue {
  return new Reader(bytes).value(0)
}

class Reader {
  readonly #buffer: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  value(depth: number): AmqpValue {
    if (depth > deepest) throw new RangeError('values are too deep')
    const code = this.#number(1)
    if (code !== 0x00) return this.#of(code, depth)
    const descriptor = this.value(depth + 1)
    return new Described(descriptor, this.value(depth + 1))
  }

  #of(code: number, depth: number): AmqpValue {
    switch (code) {
      case 0x40:
        return null
      case 0x41:
        return true
      case 0x42:
        return false
      case 0x56:
        return this.#number(1) === 1
      case 0x43: // uint 0
      case 0x44: // ulong 0
        return 0
      case 0x50: // ubyte
      case 0x52: // small uint
      case 0x53: // small ulong
        return this.#number(1)
      case 0x51: // byte
      case 0x54: // small int
      case 0x55: // small long
        return this.#bytes(1).readInt8()
      case 0x60: // ushort
        return this.#number(2)
      case 0x61: // short
        return this.#bytes(2).readInt16BE()
      case 0x70: // uint
      case 0x73: // char
        return this.#number(4)
      case 0x71: // int
        return this.#bytes(4).readInt32BE()
      case 0x80: // ulong
        return this.#bytes(8).readBigUInt64BE()
      case 0x81: // long
      case 0x83: // timestamp
        return this.#bytes(8).readBigInt64BE()
      case 0x72: // float
        return this.#bytes(4).readFloatBE()
      case 0x82: // double
        return this.#bytes(8).readDoubleBE()
      case 0x98: // UUID
        return this.#bytes(16)
      case 0xa0:
        return this.#bytes(this.#number(1))
      case 0xb0:
        return this.#bytes(this.#number(4))
      case 0xa1: // string
      case 0xa3: // symbol
        return this.#bytes(this.#number(1)).toString()
      case 0xb1:
      case 0xb3:
        return this.#bytes(this.#number(4)).toString()
      case 0x45: // list without items
        return []
      case 0xc0: // list
      case 0xc1: // map
        return this.#items(1, depth)
      case 0xd0:
      case 0xd1:
        return this.#items(4, depth)
      default:
        throw new RangeError(`encoding ${code.toString(16)} is not known`)
    }
  }

  /** Size and number of items, then the items. */
  #items(width: number, depth: number): readonly AmqpValue[] {
    const size = this.#number(width)
    const end = this.#at + size
    const count = this.#number(width)
    if (count > size) throw new RangeError('a list has more items than bytes')
    const items: AmqpValue[] = []
    for (let item = 0; item < count; item++) items.push(this.value(depth + 1))
    if (this.#at !== end) throw new RangeError('a list does not end where it says')
    return items
  }

  #number(width: number): number {
    return this.#bytes(width).readUIntBE(0, width)
  }

  #bytes(length: number): Buffer {
    const end = this.#at + length
    if (end > this.#buffer.length) throw new RangeError('bytes are cut off')
    const found = this.#buffer.subarray(this.#at, end)
    this.#at = end
    return found
  }
}
