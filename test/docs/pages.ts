import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Text of a file of the project. */
export const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** Paths of files, not folders, sorted. A leading dot needs a pattern of its own: `*` does not match it. */
export async function filesOf(...patterns: readonly string[]): Promise<string[]> {
  const entries = await Array.fromAsync(glob([...patterns], { cwd: root, withFileTypes: true }))
  const files = entries.filter((entry) => entry.isFile())
  return [...new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(root.length)))].sort()
}

/** All that people read. */
export const pages = await filesOf(
  '*.md',
  'docs/**/*.md',
  'examples/**/*.md',
  'template/**/*.md',
  'template-fabric/**/*.md',
)

/** Workflows of the project, and those that a fork gets. */
export const workflows = await filesOf(
  '.github/workflows/*.yml',
  'template/.github/workflows/*.yml',
  'template-fabric/.github/workflows/*.yml',
)

/** A fenced block of Markdown. */
export interface Block {
  /** `yaml`, `sh`, …; empty when the fence names none. */
  readonly language: string
  /** As a reader copies it: without the indentation of the fence. */
  readonly text: string
  /** Number of the line of its fence. */
  readonly line: number
}

/** https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks = markdown.matchAll(/^( *)(`{3,}|~{3,}) *([^\s`]*)[^`\n]*\n(.*?)^ *\2[`~]* *$/gms)
  return [...blocks].map(({ index, 1: indentation = '', 3: language = '', 4: text = '' }) => ({
    language: language === 'yml' ? 'yaml' : language,
    text: text.replaceAll(new RegExp(`^ {0,${indentation.length}}`, 'gm'), ''),
    line: markdown.slice(0, index).split('\n').length,
  }))
}
