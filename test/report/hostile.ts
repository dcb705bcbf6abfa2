import fc from 'fast-check'
import type { Plan } from '../../src/plan/plan.ts'

/** What means something to Markdown, HTML, Mermaid, GitHub, the runner's log or a terminal. */
const specials = [
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '|',
    '\\',
    '*',
    '_',
    '**',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    '#',
    '!',
    '$',
    '~',
    '"',
    ';',
    ':',
  ],
  ...['\n', '\r\n', '\n\n', '\t', ' ', '    ', '\u2028', '\u0085', '\u0000', '\u001b[31m', '\u202e', '\ud800', '🛑'],
  ...[
    '\n# heading',
    '\n- item',
    '\n1. item',
    '\n> quote',
    '\n---\n',
    '\n```\n',
    '\n| a | b |\n| - | - |',
    '\n===\n',
    '- [ ] task',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x>',
    '<a href="https://e.example">',
    '<!--',
    '-->',
    '</details>',
    '<br>',
    '<b',
    '&lt;b&gt;',
    '&#64;x',
  ],
  ...[
    '[a](https://e.example)',
    '![a](https://e.example/i.png)',
    '[a]: https://e.example',
    '[^1]',
    '<https://e.example>',
    'https://e.example/?a=1',
    'http://e.example',
    'www.e.example',
    'mailto:a@e.example',
    'a@e.example',
  ],
  ...[
    '@user',
    '@org/team',
    '#1',
    'GH-1',
    'owner/name#2',
    'owner/name@1a2b3c4',
    '1a2b3c4d',
    ':tada:',
    '$x$',
    '$`x`$',
    '`@user`',
    '`a',
    'a`',
  ],
  ...[
    '\n::set-output name=a::b',
    '##[set-env name=a;]b',
    '::add-mask::a',
    '\nclick a href "https://e.example"',
    '%%{init: {}}%%',
    '"]',
    '}}',
    '\nend',
    'plain',
    'words',
  ],
]

export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...specials) }, fc.string({ unit: 'binary', maxLength: 5 })),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))

/**
 * A plan with something else in the place of each of its texts: what it consists of stays as it is. What can be lost keeps names that
 * differ, as they are how it is compared.
 */
export function withTexts(plan: Plan, replace: (text: string) => string): Plan {
  const fixed = new Set(['action', 'severity', 'base', 'type'])
  let faults = 0
  const walk = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return fixed.has(name) ? value : replace(value)
    if (Array.isArray(value)) return value.map((item) => walk(item, name))
    if (typeof value !== 'object' || value === null) return value
    const walked = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]))
    if (!('survives' in value && 'kind' in value)) return walked
    faults += 1
    return { ...walked, kind: value.kind, name: `${walked.name} n${faults}` }
  }
  return walk(plan, '') as Plan // texts for texts
}
