import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/file-content.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { projectPage } from '../../src/product.ts'
import { code, fence, htmlCode, prose, visible } from '../../src/render/escape.ts'
import { planMarkdown } from '../../src/report/plan/markdown.ts'
import { isPlainFlowchart } from '../../src/report/plan/sections/topology.ts'
import { planText } from '../../src/report/plan/text.ts'
import { findingText } from '../../src/report/terminal.ts'
import { goldenCases, renderCase } from '../golden/cases.ts'
import { hostileText, withTexts } from './hostile.ts'
import { smallPlan } from './small-plan.ts'

/** As GitHub renders it, but with all HTML that is in it. */
const html = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })

const tagsOf = (markdown: string): string[] => [...html(markdown).matchAll(/<[^>]*>/g)].map(([tag]) => tag)

/** Text that GitHub looks at for names, references and addresses: what is not code. A box keeps what is around code apart. */
const looseText = (markdown: string): string =>
  html(markdown)
    .replace(/<pre>.*?<\/pre>|<code>.*?<\/code>/gs, '▢')
    .replace(/<[^>]*>/g, ' ')

const means = /[@#$]\w|:\/\/|www\.|\bGH-\d|:\w+:|\b[0-9a-f]{7,40}\b/i

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_all, number: string | undefined, name: string) =>
    number === undefined
      ? ({ lt: '<', gt: '>', amp: '&', quot: '"' }[name] ?? '')
      : String.fromCodePoint(Number(number)),
  )

describe('one text in Markdown', () => {
  it.each<[string, string]>([
    ['a plain sentence, with "quotes" (and more): 100%', 'a plain sentence, with "quotes" (and more): 100%'],
    ['run `chancery keys` first', 'run `chancery keys` first'],
    ['a_b * c <d> [e] & f', 'a\\_b \\* c \\<d\\> \\[e\\] \\& f'],
    ['ask @user about #1', 'ask `@user` about `#1`'],
    ['see https://e.example/x.', 'see `https://e.example/x`.'],
    ['one\nline', 'one line'],
    ['a | b', 'a &#124; b'],
    ['- an item', '\\- an item'],
    ['1. an item', '1\\. an item'],
    ['2026 is a year', '2026 is a year'],
    ['an open ` quote', 'an open &#96; quote'],
  ])('%j', (text, markdown) => {
    expect(prose(text)).toBe(markdown)
  })

  it('as code, with what would end it', () => {
    expect(code('a b')).toBe('`a b`')
    expect(code('a|b`c')).toBe('<code>a&#124;b&#96;c</code>')
    expect(code('\n')).toBe('')
  })

  it.each([
    ['a sentence', prose],
    ['code', code],
    ['code in HTML', htmlCode],
  ])('%s is what it was, without markup, in a paragraph and in a table', (_name, write) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const paragraph = html(`x\n\n${write(text)} y`)
        expect(paragraph.replaceAll(/<\/?code>/g, '')).toMatch(/^<p>x<\/p>\n<p>[^<>]*y<\/p>$/)
        expect(looseText(`x ${write(text)} y`)).not.toMatch(means)
        const table = html(`| a | b |\n| - | - |\n| ${write(text)} | y |\n`)
        expect([...table.matchAll(/<t[dh]>/g)]).toHaveLength(4)
        const cell = /<tbody>\s*<tr>\s*<td>(.*?)<\/td>/s.exec(table)?.[1] ?? ''
        const shown = decoded(cell.replaceAll(/<\/?code>/g, ''))
        if (!text.includes('`')) expect(squeezed(shown)).toBe(squeezed(visible(text)))
      }),
      { numRuns: 400 },
    )
  })

  it('lines below a fence stay there', () => {
    fc.assert(
      fc.property(fc.array(hostileText), (lines) => {
        expect(tagsOf(fence('diff', lines))).toEqual(['<pre>', '<code class="language-diff">', '</code>', '</pre>'])
      }),
    )
  })
})

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const hostilePlan: fc.Arbitrary<Plan> = fc
  .infiniteStream(hostileText)
  .map((texts) => withTexts(smallPlan, () => texts.next().value ?? ''))

const numbers = Array.from({ length: 1000 }, (_item, at) => `text${at}`).values()
const tame = withTexts(smallPlan, () => numbers.next().value ?? '')

/** The plan with harmless texts in place of its own: equal ones where those are equal, as those are written once. */
function tamed(plan: Plan): Plan {
  const known = new Map<string, string>()
  return withTexts(plan, (text) => {
    const name = known.get(text) ?? `text${known.size}`
    known.set(text, name)
    return name
  })
}

/** A link to the description of a rule or a risk: nothing but its name comes from the plan. */
const description = new RegExp(`^<a href="${projectPage}/blob/v[0-9.]+/docs/(?:rules|plan)\\.md#[a-z0-9-]+">$`)

/** Without code, which a text may become, and without those links, which a name may become. */
const structureOf = (markdown: string): string[] =>
  tagsOf(markdown).filter((tag) => !/^<\/?code>$|^<\/a>$/.test(tag) && !description.test(tag))

describe('no text of a plan gets out of its place', () => {
  it.each([[undefined], [3000], [2500]])('in Markdown of at most %s bytes', (budget) => {
    fc.assert(
      fc.property(hostilePlan, (plan) => {
        const markdown = planMarkdown(plan, budget === undefined ? undefined : budget * 3)
        const structure = structureOf(markdown)
        expect(structure.filter((tag) => /^<(a|img|input|script|h1|hr|del|sup|section)\b/.test(tag))).toEqual([])
        expect(looseText(markdown)).not.toMatch(means)
        if (budget === undefined) expect(structure).toEqual(structureOf(planMarkdown(tamed(plan))))
      }),
      { numRuns: 60 },
    )
  })

  it('on a terminal', () => {
    const lines = planText(tame, { colour: false }).split('\n').length
    fc.assert(
      fc.property(hostilePlan, (plan) => {
        const text = planText(plan, { colour: false })
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(text.split('\n')).toHaveLength(lines)
        const coloured = planText(plan, { colour: true })
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
        expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text)
      }),
    )
  })

  it('a finding on a terminal', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const place = { file: text, line: 1, column: 1 }
        const shown = findingText({ rule: text, severity: 'error', message: text, hint: text, place }, false)
        expect(shown).toMatch(/^[^\p{Cc}\p{Cf}]*\n {4}[^\p{Cc}\p{Cf}]*\n$/u)
      }),
    )
  })
})

describe('a picture is nothing but boxes and arrows:', () => {
  it.each(goldenCases)('that of golden case %s is', async (name) => {
    const { tree } = await renderCase(name)
    const picture = /```mermaid\n(.*?)```/s.exec(textOf(tree, 'deploy/README.md') ?? '')?.[1] ?? ''
    expect(picture).toMatch(/^flowchart TB\n/)
    expect(isPlainFlowchart(picture)).toBe(true)
  })

  it.each([
    'click c0 href "https://e.example"',
    'c0["a"] --> c1["b"]; click c0 call alert()',
    '%%{init: {"securityLevel": "loose"}}%%',
    '%% comment',
    'style c0 fill:#f00',
    'classDef default fill:#f00',
    'c0["`**markdown**`"]',
    'c0["<img src=x>"]',
    'c0[plain]',
    'sequenceDiagram',
    'direction TB',
    'c0@{ shape: image, img: "https://e.example/i.png" }',
    '```',
    '---',
  ])('%s is not', (line) => {
    expect(isPlainFlowchart(`flowchart TB\n  ${line}\n`)).toBe(false)
    expect(planMarkdown({ ...smallPlan, topology: `flowchart TB\n  ${line}\n` })).not.toContain('mermaid')
  })
})
