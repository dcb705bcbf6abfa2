import { crc32 } from 'node:zlib'

/** An archive whose bytes follow from its files alone: no time, owner, or version of a compressor is in it. */

const block = 512

/** A tar archive (POSIX ustar). Names have at most 100 bytes. */
export function tar(files: readonly (readonly [name: string, content: Uint8Array])[]): Buffer {
  const parts = files.flatMap(([name, content]) => {
    const padding = Buffer.alloc((block - (content.length % block)) % block)
    return [tarHeader(name, content.length), content, padding]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(block)
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
  header.write(name, 0)
  header.write(`${octal(0o644, 7)}\0`, 100)
  header.write(`${octal(0, 7)}\0`, 108)
  header.write(`${octal(0, 7)}\0`, 116)
  header.write(`${octal(size, 11)}\0`, 124)
  header.write(`${octal(0, 11)}\0`, 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${octal(sum, 6)}\0 `, 148)
  return header
}

const longestStored = 65_535

/** gzip (RFC 1952) with stored blocks (RFC 1951, 3.2.4): what a compressor makes differs between releases of zlib. */
export function gzip(data: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])]
  for (let at = 0; at < data.length || at === 0; at += longestStored) {
    const chunk = data.subarray(at, at + longestStored)
    const header = Buffer.alloc(5)
    header[0] = at + longestStored >= data.length ? 1 : 0
    header.writeUInt16LE(chunk.length, 1)
    header.writeUInt16LE(~chunk.length & 0xffff, 3)
    parts.push(header, chunk)
  }
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(data), 0)
  trailer.writeUInt32LE(data.length % 2 ** 32, 4)
  return Buffer.concat([...parts, trailer])
}
