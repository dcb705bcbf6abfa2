import * as z from 'zod'
import { objectName } from '../../network/primitives.ts'

/** How the server of a chaincode runs, beyond its image. None of it is part of the definition that a channel commits. */

/** Names that Kubernetes accepts in every release. */
const variable = z
  .string()
  .regex(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/, 'must be the name of a variable: letters, digits, "-", "_" and "."')

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const secret = z
  .strictObject({
    name: objectName.meta({ description: 'Name of the Secret.', examples: ['assets-database'] }),
    path: z
      .string()
      .regex(
        /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._-]+)+$/,
        'must be the absolute path of a folder, such as /run/secrets/database',
      )
      .meta({
        description: 'Folder of the container with a file for each entry of the Secret.',
        kind: 'path',
        examples: ['/run/secrets/database'],
      }),
  })
  .describe('An existing Secret as files.')

export const serverFields = {
  environment: z
    .record(variable, value)
    .optional()
    .meta({
      description:
        'Variables of the server. Secrets are refused here: use `environmentFrom` or `secrets`. Variables that Chancery sets are refused too.',
      kind: 'mapping of variables',
      examples: [{ LOG_LEVEL: 'debug' }],
    }),
  environmentFrom: z
    .array(objectName)
    .optional()
    .meta({
      description:
        'Existing Secrets whose entries become variables of the server. Each organization that runs the chaincode creates them in its namespace.',
      kind: 'list of names',
      examples: [['assets-database']],
    }),
  secrets: z
    .array(secret)
    .optional()
    .describe('Existing Secrets that the server reads as files. Each organization creates them in its namespace.'),
  command: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({
      description: 'Program of the server with its first arguments.',
      kind: 'list of texts',
      absent: 'the entry point of the image',
      examples: [['/usr/local/bin/assets']],
    }),
  arguments: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({
      description: 'Arguments of the program.',
      kind: 'list of texts',
      absent: 'those of the image; none with `command`',
      examples: [['--verbose']],
    }),
} as const

const serverSettings = z.strictObject(serverFields)

export type ServerSettings = z.output<typeof serverSettings>

/** The settings of a server without empty ones, or undefined when all are empty. */
export function serverSettingsOf(given: ServerSettings): ServerSettings | undefined {
  const names = Object.keys(serverFields) as (keyof ServerSettings)[] // keys of the same object
  const settings = Object.fromEntries(
    names.flatMap((name) => (Object.keys(given[name] ?? {}).length === 0 ? [] : [[name, given[name]]])),
  )
  return Object.keys(settings).length === 0 ? undefined : settings
}

/** As an approval has recorded them. */
export const recordedSettings = serverSettings.optional()
