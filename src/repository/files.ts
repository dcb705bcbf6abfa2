/** Files below one folder. Paths are relative to it, with "/". */
export interface Files {
  /** The text of a file, undefined when it does not exist. */
  read(path: string): Promise<string | undefined>
  /** Paths of all files below a folder, sorted; none when it does not exist. */
  list(folder: string): Promise<string[]>
  write(path: string, text: string): Promise<void>
  /** Removes a file, and the folders that become empty with it. */
  remove(path: string): Promise<void>
}

/** Texts of all files below a folder, by path. */
export const readFolder = async (files: Pick<Files, 'read' | 'list'>, folder: string): Promise<Map<string, string>> =>
  readPaths(files, await files.list(folder))

/** Texts of files, by path; those that do not exist are absent. */
export async function readPaths(files: Pick<Files, 'read'>, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = await Promise.all(paths.map((path) => files.read(path)))
  return new Map(paths.flatMap((path, at): [string, string][] => (texts[at] === undefined ? [] : [[path, texts[at]]])))
}
