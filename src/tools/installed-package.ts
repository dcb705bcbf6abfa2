import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OperatorError } from '../errors.ts'

/**
 * What a package exports that somebody installed in one of these folders or above, the first counts. Undefined when it is in none.
 * Chancery has no dependencies to install (docs/decisions/0023): who wants a feature that needs one installs it. `refuse` throws for a
 * program that must not run.
 */
export async function installedPackage(
  name: string,
  folders: readonly string[],
  refuse: (program: string) => Promise<void>,
): Promise<unknown> {
  const path = folders.map((folder) => pathOf(name, folder)).find((found) => found !== undefined)
  if (path === undefined) return undefined
  await refuse(path)
  try {
    return (await import(pathToFileURL(path).href)) as unknown
  } catch (error) {
    throw new OperatorError(
      `${name} is installed, and cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
      `install it again: \`npm install ${name}\``,
      { cause: error },
    )
  }
}

function pathOf(name: string, folder: string): string | undefined {
  try {
    return createRequire(resolve(folder, 'package.json')).resolve(name)
  } catch {
    return undefined
  }
}
