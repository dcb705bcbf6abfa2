import type * as z from 'zod'
import type { Path, Problem } from './finding.ts'
import { explain } from './messages.ts'
import type { PlatformDefinition } from './platform-definition.ts'
import { type Definition, definitionSchema } from './schema.ts'
import type { Source } from './source.ts'
import { didYouMean } from './suggestion.ts'

/** What could be read: problems, and a definition when enough of it has the right shape for the rules to be applied. */
export interface ReadDefinition {
  readonly problems: readonly Problem[]
  /** What the ledger that the definition names adds to it. */
  readonly platform?: PlatformDefinition
  readonly definition?: Definition
}

/** Applies the schema of the platform that the definition names, which is one of `platforms`. */
export function readDefinition(source: Source, platforms: readonly PlatformDefinition[]): ReadDefinition {
  const raw = source.value
  if (!isMapping(raw)) {
    const message = `${source.file} must be a mapping with keys such as version, name, platform, clusters`
    return { problems: [{ rule: 'schema', severity: 'error', message, hint: 'start from the template', path: [] }] }
  }
  const platform = platforms.find((candidate) => candidate.id === raw.platform)
  if (platform === undefined) return { problems: [unknownPlatform(raw, source.file, platforms)] }
  const schema = schemaOf(platform)
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return { problems: [], platform, definition: parsed.data }
  const problems = parsed.error.issues.flatMap((issue) => explain(issue, source, schema))
  const definition = readRest(schema, raw, parsed.error)
  return { problems, platform, ...(definition === undefined ? {} : { definition }) }
}

const schemas = new Map<PlatformDefinition, ReturnType<typeof definitionSchema>>()

function schemaOf(platform: PlatformDefinition): ReturnType<typeof definitionSchema> {
  const known = schemas.get(platform) ?? definitionSchema(platform)
  schemas.set(platform, known)
  return known
}

function unknownPlatform(
  raw: Readonly<Record<string, unknown>>,
  file: string,
  platforms: readonly PlatformDefinition[],
): Problem {
  const ids = platforms.map((platform) => platform.id)
  if (raw.platform === undefined || raw.platform === null) {
    return {
      rule: 'platform',
      severity: 'error',
      message: `${file} has no "platform"`,
      hint: `add one of: ${ids.join(', ')}`,
      path: [],
    }
  }
  if (typeof raw.platform !== 'string') {
    return {
      rule: 'platform',
      severity: 'error',
      message: 'platform must be text',
      hint: `one of: ${ids.join(', ')}`,
      path: ['platform'],
    }
  }
  const given = raw.platform
  return {
    rule: 'platform',
    severity: 'error',
    message: `"${given}" is not a platform that Chancery knows`,
    hint: didYouMean(given, ids),
    path: ['platform'],
  }
}

/**
 * The definition without the values the schema refused, when they were unknown keys or optional ones: the rules can
 * then speak of the rest in the same run. Undefined when something is gone that other parts refer to.
 */
function readRest(schema: z.ZodType<Definition>, raw: object, error: z.ZodError): Definition | undefined {
  const rest = structuredClone(raw)
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of keys) remove(rest, path as Path) // zod's paths have symbols in their type only
  }
  const parsed = schema.safeParse(rest)
  return parsed.success ? parsed.data : undefined
}

function remove(root: unknown, path: Path): void {
  const last = path.at(-1)
  let parent = root
  for (const step of path.slice(0, -1)) parent = isContainer(parent) ? parent[step] : undefined
  if (last !== undefined && isContainer(parent) && !Array.isArray(parent)) delete parent[last]
}

const isContainer = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null

const isMapping = (value: unknown): value is Record<string, unknown> => isContainer(value) && !Array.isArray(value)
