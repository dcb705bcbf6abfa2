import { crc32 } from 'node:zlib'

/** A ZIP archive without compression (APPNOTE.TXT 6.3.10, 4.3), with small files at its top. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const [name, content] of Object.entries(files)) {
    const offset = locals.reduce((sum, { length }) => sum + length, 0)
    const about = head(name, content)
    locals.push(Buffer.from('504b0304', 'hex'), about, Buffer.from(name), Buffer.from(content))
    const rest = Buffer.alloc(14) // neither comment nor disk nor attributes
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.from('504b01021400', 'hex'), about, rest, Buffer.from(name))
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(
    locals.reduce((sum, { length }) => sum + length, 0),
    16,
  )
  return Buffer.concat([...locals, directory, end])
}

/** What both headers of a file have in common: version 2.0, stored, no time, checksum, sizes. */
function head(name: string, content: Uint8Array): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt32LE(crc32(content), 10)
  about.writeUInt32LE(content.length, 14)
  about.writeUInt32LE(content.length, 18)
  about.writeUInt16LE(Buffer.byteLength(name), 22)
  return about
}
