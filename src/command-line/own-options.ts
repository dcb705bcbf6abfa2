import { choice, definitionOptions } from '../commands/options.ts'

/** Options that every command has on the command line. */
export const everywhere = {
  ...definitionOptions,
  output: choice('FORMAT', 'How to write the result; json is one document, and nothing else goes to standard output', [
    'text',
    'json',
  ]),
} as const

/** Short forms of options. */
export const letters: Readonly<Record<string, string>> = { output: '-o' }

/** Former options, with their replacement. */
export const renamedOptions: Readonly<Record<string, string>> = {
  format: 'write -o text or -o json; docs/command-line.md describes the document',
  json: 'write -o json > FILE: the document goes to standard output, what people read to standard error',
}
