import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sarif } from '../../src/report/sarif.ts'
import { hostileText } from './hostile.ts'
import { smallPlan } from './small-plan.ts'
import { withoutVersion } from './without-version.ts'

const text = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 } },
  additionalProperties: false,
}
const object = (properties: object, ...required: readonly string[]): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const listOf = (items: object): object => ({ type: 'array', items })
const index = { type: 'integer', minimum: 0 }
const position = { type: 'integer', minimum: 1 }

/**
 * What is used of https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json, with what GitHub requires:
 * https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
const schema = object(
  {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: listOf(
      object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: { type: 'string' },
                  informationUri: { type: 'string', pattern: '^https://' },
                  rules: {
                    ...listOf(
                      object(
                        {
                          id: { type: 'string', minLength: 1, maxLength: 255 },
                          shortDescription: text,
                          fullDescription: text,
                          help: text,
                          helpUri: { type: 'string', pattern: '^https://' },
                        },
                        ...['id', 'shortDescription', 'fullDescription', 'help'],
                      ),
                    ),
                    uniqueItems: true,
                  },
                },
                'name',
              ),
            },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: listOf(
            object(
              {
                ruleId: { type: 'string' },
                ruleIndex: index,
                message: text,
                level: { enum: ['none', 'note', 'warning', 'error'] },
                locations: {
                  ...listOf(
                    object({
                      physicalLocation: object(
                        {
                          artifactLocation: object(
                            {
                              uri: { type: 'string', pattern: "^[A-Za-z0-9._~/%()!*'-]+$" },
                              uriBaseId: { type: 'string' },
                            },
                            'uri',
                          ),
                          region: object({ startLine: position, startColumn: position }, 'startLine'),
                        },
                        'artifactLocation',
                      ),
                    }),
                  ),
                  minItems: 1,
                },
                suppressions: listOf(
                  object(
                    {
                      kind: { enum: ['inSource', 'external'] },
                      status: { enum: ['accepted', 'underReview', 'rejected'] },
                    },
                    'kind',
                  ),
                ),
              },
              ...['message', 'ruleId', 'locations'],
            ),
          ),
        },
        ...['tool', 'results'],
      ),
    ),
  },
  ...['version', 'runs'],
)

const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
const problems = (value: unknown): unknown => (validate(value) ? [] : validate.errors)

const { findings, risks } = smallPlan

describe('SARIF', () => {
  it('has findings and risks at their lines', async () => {
    const log = sarif({ directory: 'networks/trade', findings, risks })
    expect(problems(log)).toEqual([])
    await expect(withoutVersion(`${JSON.stringify(log, null, 2)}\n`)).toMatchFileSnapshot('expected/plan.sarif')
  })

  it('is whole without any', () => {
    expect(problems(sarif({ directory: '.', findings: [], risks: [] }))).toEqual([])
  })

  it('names files below the folder of the network, as URIs', () => {
    const [finding] = findings
    const place = { file: 'overrides/eu/a b#c.yaml', line: 1, column: 1 }
    const log = JSON.stringify(
      sarif({ directory: '.', findings: finding === undefined ? [] : [{ ...finding, place }], risks: [] }),
    )
    expect(log).toContain('"uri":"overrides/eu/a%20b%23c.yaml"')
  })

  it('has no more results than code scanning shows', () => {
    const many = Array.from({ length: 6000 }, () => findings).flat()
    const log = sarif({ directory: '.', findings: many, risks }) as { runs: { results: { ruleId: string }[] }[] }
    expect(log.runs[0]?.results).toHaveLength(5000)
    expect(log.runs[0]?.results[0]?.ruleId).toBe('risk-quorum')
  })

  it('takes any text, and has no links in messages', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (message, hint) => {
        const log = sarif({
          directory: '.',
          findings: findings.map((finding) => ({ ...finding, message: `x${message}`, hint })),
          risks: [],
        })
        expect(problems(log)).toEqual([])
        expect(JSON.stringify(log)).not.toMatch(/[^\\]\[a\]/)
      }),
    )
  })
})

it('keeps errors where there are more results than code scanning shows', () => {
  const place = { file: 'network.yaml', line: 1, column: 1 }
  const finding = (severity: 'error' | 'warning', at: number) =>
    ({ rule: 'schema', severity, message: `${severity} ${at}`, place }) as const
  const findings = Array.from({ length: 6000 }, (_, at) => finding(at === 5999 ? 'error' : 'warning', at))
  const { runs } = sarif({ directory: '.', findings, risks: smallPlan.risks }) as {
    readonly runs: readonly { readonly results: readonly { readonly level: string }[] }[]
  }
  const levels = (runs[0]?.results ?? []).map(({ level }) => level)
  expect(levels).toHaveLength(5000)
  expect(levels.filter((level) => level === 'error').length).toBe(levels.lastIndexOf('error') + 1)
  expect(levels).toContain('error')
})
