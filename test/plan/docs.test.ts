import { expect, test } from 'vitest'
import { descriptions } from '../../src/commands/explain/descriptions.ts'
import { acknowledgeable } from '../../src/network/acknowledgeable.ts'
import { filesOf, read } from '../docs/pages.ts'
import { cases as fabric } from '../platforms/fabric/risks/cases.ts'
import { consentCases } from '../platforms/fabric/risks/consent-cases.ts'
import { builtGroups } from './built/cases/index.ts'
import { groups } from './cases/index.ts'

const sources = await filesOf(
  'src/plan/risks/*.ts',
  'src/plan/built/*.ts',
  'src/plan/tree/*.ts',
  'src/platforms/*/risks/*.ts',
)
const texts = await Promise.all(sources.map(read))
/** As a property, one of two in a property, or an argument of a function that makes a risk. */
const shapes = [
  /\bid: '([a-z-]+)'/g,
  /\bid: [^'\n]+ \? '([a-z-]+)' : '([a-z-]+)'/g,
  /\bconst id = '([a-z-]+)'/g,
  /\b(?:joins|risk|issue)\(\s*'([a-z-]+)'/g,
]
const ids = new Set(
  texts.flatMap((text) => shapes.flatMap((shape) => [...text.matchAll(shape)].flatMap(([, ...found]) => found))),
)

/** Ids, and the severities that each can have. */
const described = descriptions
  .filter(({ kind }) => kind === 'risk')
  .map(({ id, cases }): [string, string[]] => [id, cases.map(({ severity }) => severity).sort()])

test('every risk of the sources is described, once, and no other', () => {
  expect(ids.size).toBeGreaterThan(25)
  expect(described.map(([id]) => id).sort()).toEqual([...ids].sort())
})

const all: readonly { readonly risk: string }[] = [
  ...Object.values(groups).flat(),
  ...Object.values(builtGroups).flat(),
  ...fabric,
  ...consentCases,
].flatMap(({ risks }): readonly { readonly risk: string }[] => risks)

/** A case has one platform: risks.test.ts has a test of its own. What a repository has besides is tested with real ones: test/commands/plan. */
const withoutCase = new Set([
  'platform-changed',
  'flux-system-changed',
  'workflow-changed',
  'owners-changed',
  'delivery-changed',
  'elsewhere-changed',
  'repository-changed',
  'lock-changed',
  'sealed-changed',
  'public-changed',
  'authority-changed',
  'material-removed',
])

test('every risk that is described has a case, with the severities of its description', () => {
  const seen = new Map<string, Set<string>>()
  for (const { risk } of all) {
    const [severity = '', id = ''] = risk.split(' ')
    seen.set(id, (seen.get(id) ?? new Set()).add(severity))
  }
  const found = [...seen].map(([id, severities]): [string, string[]] => [id, [...severities].sort()])
  expect(new Map(found)).toEqual(new Map(described.filter(([id]) => !withoutCase.has(id))))
})

test('every risk can be acknowledged: its id and subject are two words', () => {
  for (const { risk } of all) expect(risk).toMatch(/^(danger|caution) [a-z-]+ \S+ \d+:\d+$/)
})

test('acknowledge accepts the ids of all risks and of all rules with warnings, and no other', () => {
  const rules = descriptions
    .filter(({ kind, cases }) => kind === 'rule' && cases.some(({ severity }) => severity === 'warning'))
    .map(({ id }) => id)
    .filter((id) => !id.startsWith('acknowledge-'))
  expect(rules.length).toBeGreaterThan(30)
  expect([...acknowledgeable]).toEqual([...new Set([...ids, ...rules])].sort())
})
