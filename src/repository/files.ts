import { OperatorError } from '../errors.ts'
import { contentOf, type EncodingProblem, encodingProblem, type FileContent, toText } from '../file-content.ts'
import type { NamedFile } from '../network/platform-definition.ts'

/** A path that is not a regular file, but a link, a folder or a device. A person can fix it. */
export class UnusableFile extends OperatorError {
  /** Relative to the folder of the network. */
  readonly path: string

  constructor(path: string, fault: string, hint: string, options?: ErrorOptions) {
    super(`${path} ${fault}`, hint, options)
    this.name = 'UnusableFile'
    this.path = path
  }
}

/** A text file that is not UTF-8. */
export class UnreadableText extends UnusableFile {
  readonly line: number
  readonly column: number

  constructor(path: string, { message, hint, line, column }: EncodingProblem) {
    super(path, message, hint)
    this.name = 'UnreadableText'
    this.line = line
    this.column = column
  }
}

/** The text of a file. Throws UnreadableText. */
export function decoded(path: string, bytes: Uint8Array): string {
  const problem = encodingProblem(bytes)
  if (problem !== undefined) throw new UnreadableText(path, problem)
  return toText(bytes)
}

/** Read-only files, such as those of a commit. Paths are relative to one folder, with "/". */
export interface ReadableFiles {
  /** The text of a file; undefined when it does not exist. Throws UnreadableText. */
  read(path: string): Promise<string | undefined>
  /** The bytes of a file; undefined when it does not exist. */
  readBytes(path: string): Promise<Uint8Array | undefined>
  /** Paths of all files below a folder, sorted; empty when it does not exist. */
  list(folder: string): Promise<string[]>
}

/** Files to write and to remove. */
export interface Changes {
  readonly written: ReadonlyMap<string, FileContent>
  readonly removed: readonly string[]
}

/** Files below one folder. */
export interface Files extends ReadableFiles {
  /** Runs work that reads and then changes files, one run at a time. First it finishes an interrupted run. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  /** Makes all changes, or none, and removes empty folders. The next run completes an interrupted change. */
  change(changes: Changes): Promise<void>
}

/** All files below a folder, by path: texts, and the bytes of those that are not UTF-8. */
export const readFolder = async (
  files: Omit<ReadableFiles, 'read'>,
  folder: string,
): Promise<Map<string, FileContent>> =>
  readAll(await files.list(folder), async (path) => {
    const bytes = await files.readBytes(path)
    return bytes === undefined ? undefined : contentOf(bytes)
  })

/** Files that a definition names, by path: bytes of binary ones, texts of the others. Missing files are left out. */
export interface NamedFiles {
  readonly contents: ReadonlyMap<string, FileContent>
  readonly unusable: ReadonlyMap<string, UnusableFile>
}

export async function readNamed(files: ReadableFiles, named: readonly NamedFile[]): Promise<NamedFiles> {
  const binary = new Set(named.filter((one) => one.binary === true).map(({ file }) => file))
  const unusable = new Map<string, UnusableFile>()
  const contents = await readAll(
    named.map(({ file }) => file),
    (path) =>
      (binary.has(path) ? files.readBytes(path) : files.read(path)).catch((error: unknown) => {
        if (!(error instanceof UnusableFile)) throw error
        unusable.set(path, error)
        return undefined
      }),
  )
  return { contents, unusable }
}

async function readAll(
  paths: readonly string[],
  read: (path: string) => Promise<FileContent | undefined>,
): Promise<Map<string, FileContent>> {
  const contents = await Promise.all(paths.map(read))
  return new Map(
    paths.flatMap((path, at): [string, FileContent][] => {
      const { [at]: content } = contents
      return content === undefined ? [] : [[path, content]]
    }),
  )
}
