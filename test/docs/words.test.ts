import { describe, expect, test } from 'vitest'
import { filesOf, read } from './pages.ts'
import { sentencesOf, wordsIn } from './sentences.ts'

/** Phrases that read like a translation, with plain words for them. */
const odd: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are|was|were) said\b/i, 'reports, names, shows'],
  [
    /\b(?:it|they|that|which|nobody|everybody|flux|process|run) (?:is|are|was|were) told\b|\btold of\b/i,
    'gets, reports',
  ],
  [/\bst(?:and|ands|ood) in for\b/i, 'is replaced by a throw-away one'],
  [/\bstands\b/i, 'is'],
  [/\blies\b/i, 'is'],
  [/\b(?:goes|going) on\b(?! the| pods| objects)/i, 'runs, continues'],
  [/\b(?:is|are|was|were|be) meant\b/i, 'intended, accepted'],
  [/\bwhoever\b/i, 'anyone who, the caller, the operator'],
  [/\bbe it\b/i, 'whether'],
  [
    /\bof (?:its|their|one's) own\b(?=[.,:;)'"`]|$| (?:and|for|in|to|at|is|has|that|where|so|with)\b)/i,
    'its own …, separate',
  ],
  [/\bin force\b/i, 'current, valid'],
  [/\bleads? (?:to|there|nowhere|back)\b/i, 'resolves to, points at, routes to'],
  [/\bwish(?:es)?\b/i, 'desired, wants'],
  [/\bwithout a word\b/i, 'silently'],
  [/\basks? of\b/i, 'requires'],
  [/\bof no use\b|\bbecomes? of use\b|\bare of use\b/i, 'useless, ready'],
  [
    /(?<!there )\b(?:is|are) no (?:range|certificate|key|signature|address|plan|YAML|mapping|error|finding|cloud)\b/i,
    'is not a …',
  ],
]

/** Their text is part of a name: a changed word would run the Jobs of existing networks again, or replace their pods. */
const named: readonly RegExp[] = [/^src\/platforms\/fabric\/base\/chaincode\//]

const isNamed = (path: string): boolean => named.some((room) => room.test(path))

/** A text as readers of it see it: titles of tests are quoted in links, and answers of others in code. */
function seen(path: string, text: string): string {
  if (!path.endsWith('.md')) return text.replace(/^import .*$/gm, '')
  return text.replace(/\[[^\]]*\]\((?:\.\.\/)+test\/[^)]*\)/g, '')
}

const sources = await filesOf('src/**/*.ts', 'src/**/*.md', 'src/**/*.yaml', 'src/**/*.sh', 'scripts/**/*.ts')
const pages = await filesOf('*.md', 'docs/**/*.md', 'action.yml', 'template/**/*.md', 'template-fabric/**/*.md')

describe('plain words', () => {
  const paths = [...sources, ...pages].filter((path) => !isNamed(path))

  test.each(odd)('no text has %s', async (pattern, instead) => {
    const found: string[] = []
    for (const path of paths) {
      const lines = seen(path, await read(path)).split('\n')
      for (const [index, line] of lines.entries())
        if (pattern.test(line)) found.push(`${path}:${index + 1}: ${line.trim()} (write: ${instead})`)
    }
    expect(found).toEqual([])
  })

  test('every pattern finds its phrase', () => {
    const phrases = [
      'what is wrong is said with its place',
      'it is told when to end',
      'keys are stood in for in memory',
      'the file that stands there',
      'the file lies in deploy/',
      'the chain goes on',
      'another key was meant',
      'whoever applies',
      'be it a file or a folder',
      'a root of its own.',
      'when it is in force',
      'the name leads to another cluster',
      'the wish',
      'kustomize drops it without a word',
      'what the policy asks of it',
      'it is of no use',
      'the ports are no range',
    ]
    expect(phrases.filter((phrase, index) => !odd[index]?.[0].test(phrase))).toEqual([])
    expect(odd).toHaveLength(phrases.length)
  })
})

describe('sentences of documentation', () => {
  // Entries of the generated list of rules enumerate cases.
  test.each(pages.filter((path) => path.startsWith('docs/') && path !== 'docs/rules.md'))(
    '%s has none of more than 25 words',
    async (path) => {
      const long = sentencesOf(await read(path)).filter((sentence) => wordsIn(sentence) > 25)
      expect(long).toEqual([])
    },
  )

  test('are found in paragraphs and lists', () => {
    const page =
      '# A title\n\nOne `a b c` word. Two\n[words here](a.md).\n\n- An item\n- Another. Last\n\n| a | table |\n\n```sh\ncode\n```\n'
    expect(sentencesOf(page)).toEqual(['One X word.', 'Two words here.', 'An item', 'Another.', 'Last'])
    expect(wordsIn('One X, two – three.')).toBe(4)
  })
})
