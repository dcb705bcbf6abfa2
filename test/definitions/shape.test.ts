import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { dumpYaml } from '../../src/yaml.ts'
import { findingsOf, good, goodFabric } from './findings-of.ts'

type Path = readonly (string | number)[]

type Container = Record<string | number, unknown>

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!isContainer(value)) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** The definition with another value at a path; without one, where that is undefined. */
function changed(text: string, path: Path, value: unknown): string {
  const root = load(text) as Container // the definitions of this folder are mappings
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (isContainer(inner) ? inner[step] : undefined), root)
  const last = path.at(-1)
  if (!isContainer(parent) || last === undefined) return text
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return dumpYaml(root)
}

const shapes = ['schema', 'missing-key', 'unknown-key', 'platform']

const cases = [['good.yaml', good] as const, ['fabric.yaml', goodFabric] as const].flatMap(([name, text]) =>
  pathsOf(load(text))
    // An index of CouchDB is of any shape.
    .filter((path) => path.length > 0 && !(path.includes('indexes') && path.length > 4))
    .map((path) => [`${name}: ${path.join('.')}`, text, path] as const),
)

it.each(cases)('a value of the wrong type is wrong by itself alone: %s', async (_, text, path) => {
  const findings = await findingsOf({ change: () => changed(text, path, [[['wrong']]]) })
  expect(findings.length).toBeGreaterThan(0)
  expect(findings.filter(({ rule }) => !shapes.includes(rule))).toEqual([])
})

it.each(cases.filter(([, , path]) => typeof path.at(-1) === 'string'))(
  'what is missing is missed by itself alone: %s',
  async (_, text, path) => {
    const findings = await findingsOf({ change: () => changed(text, path, undefined) })
    if (findings.some(({ rule }) => rule === 'missing-key' || rule === 'platform'))
      expect(findings.filter(({ rule }) => !shapes.includes(rule))).toEqual([])
  },
)
