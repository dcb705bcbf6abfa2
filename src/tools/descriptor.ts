import { read } from 'node:fs'
import { promisify } from 'node:util'
import { OperatorError } from '../errors.ts'
import { codeOf } from '../system-error.ts'

/** Larger than any key. */
const most = 1024 * 1024

const readPart = promisify(read)

/** Reads a file descriptor of the process to its end, as in `3< key`. Its bytes stay in memory. */
export async function readDescriptor(descriptor: string): Promise<Uint8Array> {
  if (!/^\d{1,4}$/.test(descriptor) || ['1', '2'].includes(descriptor))
    throw new OperatorError(
      `"${descriptor}" is not a file descriptor to read from`,
      'write fd:3, and `3< FILE` behind the command',
    )
  const parts: Buffer[] = []
  let size = 0
  for (;;) {
    const part = Buffer.alloc(64 * 1024)
    const { bytesRead } = await readPart(Number(descriptor), part, 0, part.length, null).catch((error: unknown) => {
      throw explained(descriptor, error)
    })
    if (bytesRead === 0) return Buffer.concat(parts)
    size += bytesRead
    if (size > most)
      throw new OperatorError(`file descriptor ${descriptor} has more than ${most} bytes`, 'name the file of a key')
    parts.push(part.subarray(0, bytesRead))
  }
}

function explained(descriptor: string, error: unknown): unknown {
  const code = codeOf(error)
  return code === undefined
    ? error
    : new OperatorError(
        code === 'EBADF'
          ? `file descriptor ${descriptor} is not open for reading`
          : `file descriptor ${descriptor} cannot be read: ${code}`,
        `write \`${descriptor}< FILE\` behind the command`,
        { cause: error },
      )
}
