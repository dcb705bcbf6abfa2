import { stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { OperatorError } from '../errors.ts'

/** Where a definition is. */
export interface DefinitionPlace {
  /** Absolute path of the folder of the network. */
  readonly directory: string
  /** The definition, relative to that folder. */
  readonly network: string
}

export interface WantedDefinition {
  /** The argument after the command: a definition, or its folder. */
  readonly file: string | undefined
  /** The options, where they were given. */
  readonly network: string | undefined
  readonly directory: string | undefined
}

/**
 * The definition to use: the named file, or else the one in the working folder or in a parent folder of the same
 * repository.
 */
export async function placeOf(
  { file, network, directory }: WantedDefinition,
  workingFolder: () => string,
): Promise<DefinitionPlace> {
  const usual = 'network.yaml'
  if (file === undefined) {
    if (network !== undefined || directory !== undefined)
      return { directory: absolute(directory ?? '.', workingFolder), network: network ?? usual }
    const start = workingFolder()
    return { directory: (await folderAbove(start, usual)) ?? start, network: usual }
  }
  if (network !== undefined || directory !== undefined)
    throw new OperatorError(
      `the definition is named twice: ${file}, and with ${network === undefined ? '--directory' : '--network'}`,
      'name it once',
    )
  const path = absolute(file, workingFolder)
  const kind = await kindOf(path)
  if (kind === undefined)
    throw new OperatorError(`there is no ${file}`, 'name the file of a definition, or the folder that has network.yaml')
  if (kind === 'folder') return { directory: path, network: usual }
  return { directory: dirname(path), network: basename(path) }
}

/** An absolute path needs no working folder, which may no longer exist. */
const absolute = (path: string, workingFolder: () => string): string =>
  isAbsolute(path) ? resolve(path) : resolve(workingFolder(), path)

/** The nearest folder that has the file, from a folder up to the root of its repository. */
async function folderAbove(start: string, name: string): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await kindOf(join(folder, name))) !== undefined) return folder
    const isRoot = (await kindOf(join(folder, '.git'))) !== undefined
    if (isRoot || folder === dirname(folder)) return undefined
  }
}

const kindOf = (path: string): Promise<'folder' | 'file' | undefined> =>
  stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => undefined,
  )
