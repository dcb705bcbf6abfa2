import { OperatorError } from '../../errors.ts'
import type { AdoptionInput } from '../../platforms/adoption.ts'
import type { AdoptPorts } from '../ports.ts'

/** What a platform reads with. Texts of descriptors are masked in all later output. */
export const readersOf = ({
  readInput,
  listInput,
  postJson,
  readDescriptor,
  reporter,
}: AdoptPorts): Pick<AdoptionInput, 'read' | 'list' | 'request' | 'secret'> => {
  const read = new Map<string, Promise<Uint8Array>>()
  return {
    read: async (path) => {
      const bytes = await readInput(path)
      if (bytes === undefined) throw new OperatorError(`there is no file ${path}`, 'check the path')
      return bytes
    },
    list: async (folder) => {
      const paths = await listInput(folder)
      if (paths === undefined) throw new OperatorError(`there is no folder ${folder}`, 'check the path')
      return paths
    },
    request: postJson,
    // A descriptor can be read once only.
    secret: (descriptor) => {
      const known = read.get(descriptor)
      if (known !== undefined) return known
      const bytes = readDescriptor(descriptor).then((content) => {
        const text = Buffer.from(content).toString('utf8')
        reporter.conceal([text, ...text.split(/\s+/)].filter((part) => part.trim().length >= shortest))
        return content
      })
      read.set(descriptor, bytes)
      return bytes
    },
  }
}

/** Shorter texts would be masked everywhere. */
const shortest = 6
