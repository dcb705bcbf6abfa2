import { readFile, writeFile } from 'node:fs/promises'

/** A part of a committed file that is made from the sources: between two lines that say `begin: NAME` and `end: NAME`. */
export interface GeneratedPart {
  readonly file: string
  readonly name: string
  readonly text: string
}

/** A file with a part of it as it should be. Throws when the file has no place for it. */
export function withPart(file: string, { name, text, file: path }: GeneratedPart): string {
  const lines = file.split('\n')
  const begin = lines.findIndex((line) => line.includes(`begin: ${name}`))
  const end = lines.findIndex((line) => line.includes(`end: ${name}`))
  if (begin < 0 || end < begin) throw new Error(`${path} has no lines "begin: ${name}" and "end: ${name}"`)
  return [...lines.slice(0, begin + 1), ...text.trimEnd().split('\n'), ...lines.slice(end)].join('\n')
}

export async function writeParts(parts: readonly GeneratedPart[]): Promise<void> {
  for (const part of parts) {
    const path = new URL(`../${part.file}`, import.meta.url)
    await writeFile(path, withPart(await readFile(path, 'utf8'), part))
  }
}
