import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { templateFiles, templates } from '../scripts/templates.ts'
import { descriptions } from '../src/commands/explain/descriptions.ts'
import { filledIn } from './bed/fork.ts'
import { errorsOf } from './docs/definitions.ts'
import { blocksOf, filesOf, pages, read, root, workflows } from './docs/pages.ts'
import { kindOf } from './docs/yaml.ts'

describe('rules', () => {
  /** How a rule is named in the sources: as a field, or as an argument of the helpers that make problems. */
  const named = [
    /\brule: '([a-z0-9-]+)'/g,
    /\b(?:error|warning|notice|report|inFile)\(\s*'([a-z0-9]+(?:-[a-z0-9]+)*)',/g,
    /\bproblem\(\s*'(?:error|warning|notice)',\s*'([a-z0-9-]+)',/g,
  ]

  test('are described: every rule of the sources, and no other', async () => {
    // The platform to copy has an example of a rule, which no definition can meet.
    const files = (await filesOf('src/**/*.ts')).filter((path) => !path.includes('_template'))
    const sources = await Promise.all(files.map(read))
    const rules = new Set(
      sources.flatMap((source) => named.flatMap((form) => [...source.matchAll(form)].map(([, rule]) => rule))),
    )
    const described = descriptions.filter(({ kind }) => kind === 'rule').map(({ id }) => id)
    expect(rules.size).toBeGreaterThan(40)
    expect(described.sort()).toEqual([...rules].sort())
  })
})

describe('definition.md', () => {
  test('begins with a whole definition', async () => {
    const [first] = blocksOf(await read('docs/definition.md'))
    expect(kindOf(first?.text ?? '')).toBe('definition')
  })
})

test('the page of each rule and each risk has its anchor, and none twice', async () => {
  const anchors = { rule: await headingsOf('docs/rules.md'), risk: anchorsOf(await read('docs/plan.md')) }
  expect(anchors.rule).toEqual([...new Set(anchors.rule)])
  const missing = descriptions.filter(({ kind, page }) => {
    const anchor = page.split('#')[1] ?? ''
    return kind === 'rule' ? !anchors.rule.includes(anchor) : !anchors.risk.has(anchor)
  })
  expect(missing.map(({ id }) => id)).toEqual([])
})

describe.each(pages)('%s', (page) => {
  test('has links that lead somewhere', async () => {
    const text = withoutCode(await read(page))
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) =>
      /^[a-z]+:/.test(link) ? [] : [link],
    )
    const broken: string[] = []
    for (const link of links) {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, target))) broken.push(link)
      else if (anchor !== undefined && !anchorsOf(await read(target)).has(anchor)) broken.push(link)
    }
    expect(broken).toEqual([])
  })
})

describe('workflows', () => {
  test.each(workflows)("%s takes no rights but those it names, and pins other people's actions", async (workflow) => {
    const text = await read(workflow)
    expect(text).toMatch(/^permissions: \{\}$/m)
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action)
    const ours = /^(?:\.\/|chancery-dev\/chancery@)/
    expect(actions.filter((action) => !ours.test(action) && !/@[0-9a-f]{40}$/.test(action))).toEqual([])
  })
})

describe.each(templates)('%s', async (folder) => {
  const paths = await filesOf(`${folder}/**`, `${folder}/.*`, `${folder}/.*/**`)

  test('has what a fork needs', () => {
    const names = [
      'README.md',
      'network.yaml',
      '.gitignore',
      '.gitattributes',
      'overrides/README.md',
      '.github/workflows/deploy.yml',
    ]
    for (const name of names) expect(paths).toContain(`${folder}/${name}`)
  })

  test.each(paths)('%s has no recipient and no key', async (path) => {
    const text = await read(path)
    expect(text).not.toMatch(/age1[02-9ac-hj-np-z]{20,}/)
    expect(text).not.toMatch(/AGE-SECRET-KEY-1|PRIVATE KEY-----|ENC\[AES256|\b(?:0x)?[0-9a-fA-F]{64}\b/)
  })

  const texts = paths.map(async (path): Promise<[string, string]> => [path.slice(folder.length + 1), await read(path)])
  const files = Object.fromEntries(await Promise.all(texts))
  const { definition } = await filledIn(files['network.yaml'] ?? '')
  const overrides = Object.keys(files).filter((path) => /^overrides\/.*\/kustomization\.yaml$/.test(path))

  test('builds, with its overrides', async () => {
    expect(await errorsOf({ ...files, 'network.yaml': definition }, true)).toEqual([])
  })

  test.each(overrides)('%s belongs to a part, and builds with what stands in its comments too', async (path) => {
    const [, cluster, organization] = path.split('/')
    expect(definition).toContain(`- name: ${cluster}\n`)
    expect(definition).toContain(`- name: ${organization}\n`)
    const text = files[path] ?? ''
    const whole = text.replace(/^# (?=patches:|- | {2})/gm, '')
    expect(whole).not.toBe(text)
    expect(await errorsOf({ ...files, 'network.yaml': definition, [path]: whole }, true)).toEqual([])
  })
})

test.each(templates)(
  '%s is what `chancery init` writes, but for its network (else run `npm run build`)',
  async (folder) => {
    const expected = await templateFiles(folder)
    const paths = await filesOf(`${folder}/**`, `${folder}/.*`, `${folder}/.*/**`)
    const own = /^(?:network\.yaml|overrides\/(?!README\.md).*)$/
    const written = paths.map((path) => path.slice(folder.length + 1)).filter((path) => !own.test(path))
    expect(written.sort()).toEqual([...expected.keys()].sort())
    for (const [path, text] of expected) expect(await read(`${folder}/${path}`), path).toBe(text)
  },
)

const withoutCode = (markdown: string): string => markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '')

const withoutBlocks = (markdown: string): string => markdown.replace(/^```.*?^```/gms, '')

/** What headings are called in a link, as GitHub does it. */
const headings = (markdown: string): string[] =>
  [...withoutBlocks(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

const headingsOf = async (page: string): Promise<string[]> => headings(await read(page))

/** Everything that a link can lead to. */
const anchorsOf = (markdown: string): Set<string> =>
  new Set([...headings(markdown), ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)])
