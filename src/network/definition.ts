import type * as z from 'zod'
import { bevelProblem, isBevelFile } from './bevel-file.ts'
import type { Path, Problem } from './finding.ts'
import { isMapping } from './mapping.ts'
import { isWithin, type Mended, mendings } from './mending.ts'
import { explain } from './messages.ts'
import type { PlatformDefinition } from './platform-definition.ts'
import { type Definition, definitionSchema } from './schema.ts'
import type { Source } from './source.ts'
import { didYouMean, nearest } from './suggestion.ts'
import { gluedHint } from './unknown-key.ts'

/** The result of reading: problems of its shape, and the possible definitions for rules to check. */
export interface ReadDefinition {
  readonly problems: readonly Problem[]
  /** One definition if its shape is valid; otherwise possible corrections, or none if they cannot be known. */
  readonly readings: readonly Reading[]
}

type Issue = z.core.$ZodIssue

/** A definition on one platform. */
interface Reading extends Mended<Definition> {
  /** The extensions of the definition's ledger. */
  readonly platform: PlatformDefinition
}

/** Applies the schema of the platform that the definition names, which is one of `platforms`. */
export function readDefinition(source: Source, platforms: readonly PlatformDefinition[]): ReadDefinition {
  const raw = source.value
  if (!isMapping(raw)) {
    const message = `${source.file} must be a mapping with keys such as version, name, platform, clusters`
    return {
      problems: [{ rule: 'schema', severity: 'error', message, hint: 'start from the template', path: [] }],
      readings: [],
    }
  }
  if (isBevelFile(raw)) return { problems: [bevelProblem(source.file)], readings: [] }
  const platform = platforms.find((candidate) => candidate.id === raw.platform)
  if (platform !== undefined) return readOn(platform, raw, source, platforms)
  // The intended platform is unknown: only errors on every platform are reported.
  const near =
    typeof raw.platform === 'string'
      ? nearest(
          raw.platform,
          platforms.map(({ id }) => id),
        )
      : undefined
  const possible = platforms.filter(({ id }) => near === undefined || id === near)
  const results = possible.map((one) => readOn(one, { ...raw, platform: one.id }, source, []))
  const [first, ...others] = results.map(({ problems }) => problems)
  const common = (first ?? []).filter((problem) => others.every((problems) => problems.some(isSame(problem))))
  return {
    problems: [unknownPlatform(raw, source.file, platforms), ...common],
    readings: results.flatMap(({ readings }) => readings),
  }
}

const isSame =
  (problem: Problem) =>
  (other: Problem): boolean =>
    JSON.stringify(problem) === JSON.stringify(other)

function readOn(
  platform: PlatformDefinition,
  raw: object,
  source: Source,
  platforms: readonly PlatformDefinition[],
): ReadDefinition {
  const schema = schemaOf(platform)
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success)
    return {
      problems: [],
      readings: [{ platform, value: parsed.data, original: (path) => path, leftOut: [], isComplete: true }],
    }
  const others = platforms
    .filter((other) => other !== platform)
    .map((other) => ({ platform: other.id, schema: schemaOf(other) }))
  return {
    problems: withoutMistyped(
      withoutAmounts(parsed.error.issues).flatMap((issue) => explain(issue, source, schema, platform.id, others)),
    ),
    readings: mendings(
      raw,
      schema,
      parsed.error.issues.map(({ path }) => path as Path), // zod's paths have symbols in their type only
      platform.release.example,
    ).map((mended) => ({ ...mended, platform })),
  }
}

/** A text in place of a list has too many items too: only its type is reported. */
const withoutAmounts = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(
    ({ code, path }) =>
      (code !== 'too_big' && code !== 'too_small') ||
      !issues.some((other) => other.code === 'invalid_type' && other.path.join('\n') === path.join('\n')),
  )

/** A missing key and its mistyped form are one mistake: only the mistyped key is reported, with the right one as hint. */
const withoutMistyped = (problems: readonly Problem[]): Problem[] =>
  problems.filter(
    ({ rule, path }) =>
      rule !== 'missing-key' ||
      !problems.some(
        (other) =>
          other.rule === 'unknown-key' &&
          other.path.length === path.length &&
          isWithin(other.path, path.slice(0, -1)) &&
          hintsFor(String(path.at(-1))).includes(other.hint ?? ''),
      ),
  )

const hintsFor = (key: string): readonly string[] => [didYouMean(key, [key]), gluedHint(key)]

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
      message: raw.platform === null ? 'platform is empty' : `${file} has no "platform"`,
      hint: `add one of: ${ids.join(', ')}`,
      ...(raw.platform === null ? { path: ['platform'], atKey: true } : { path: [] }),
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
    message: `unknown platform "${given}"`,
    hint: didYouMean(given, ids),
    path: ['platform'],
  }
}
