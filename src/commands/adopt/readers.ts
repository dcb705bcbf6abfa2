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
  const read = new Set<string>()
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
    secret: async (descriptor) => {
      // A pipe has its bytes once only.
      if (read.has(descriptor))
        throw new OperatorError(
          `file descriptor ${descriptor} is named twice`,
          'give each key its own: fd:3 and fd:4, with `3< FIRST 4< SECOND` behind the command',
        )
      read.add(descriptor)
      const content = await readDescriptor(descriptor)
      reporter.conceal(secretTexts(Buffer.from(content).toString('utf8')))
      return content
    },
  }
}

/** What to mask: all of it, each word, and a number without its 0x. */
const secretTexts = (text: string): string[] =>
  [text, ...text.split(/\s+/).flatMap((word) => [word, word.replace(/^0x/i, '')])].filter(
    (part) => part.trim().length >= shortest,
  )

/** Shorter texts would be masked everywhere. */
const shortest = 6
