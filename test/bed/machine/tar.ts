/** A file or, without content, a folder of an archive. */
export interface Entry {
  /** Without a leading `/`. */
  readonly path: string
  readonly mode: number
  readonly content?: Buffer
}

const block = 512

/** The format `ustar` (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html); paths up to 100 bytes. */
export function tar(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.flatMap(({ content, ...entry }) => pack(entry, content)), Buffer.alloc(2 * block)])
}

function pack({ path, mode }: Entry, content: Buffer | undefined): readonly Buffer[] {
  const size = content?.length ?? 0
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for an archive`)
  header.write(path, 0)
  octal(header, 100, 8, mode)
  for (const offset of [108, 116]) octal(header, offset, 8, 0) // user and group
  octal(header, 124, 12, size)
  octal(header, 136, 12, 0) // time
  header.write(content === undefined ? '5' : '0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.fill(' ', 148, 156) // counts as blanks in its own sum
  octal(
    header,
    148,
    7,
    header.reduce((sum, byte) => sum + byte, 0),
  )
  return [header, ...(content === undefined ? [] : [content, Buffer.alloc((block - (size % block)) % block)])]
}

function octal(header: Buffer, offset: number, length: number, value: number): void {
  header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'latin1')
}
