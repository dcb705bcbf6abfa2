import { choice, definitionOptions } from '../commands/options.ts'

/** Options that every command has on the command line. */
export const everywhere = {
  ...definitionOptions,
  output: choice('FORMAT', 'How to write the result; json is one document, and nothing else goes to standard output', [
    'text',
    'json',
  ]),
} as const

/** Letters that stand for an option. */
export const letters: Readonly<Record<string, string>> = { output: '-o' }

/** Options that there were once, and what to write in their place. */
export const renamedOptions: Readonly<Record<string, string>> = {
  format: 'write -o text or -o json; docs/command-line.md describes the document',
  json: 'write -o json > FILE: the document goes to standard output, what people read to standard error',
}
