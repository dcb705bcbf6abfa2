import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { readBases } from '../src/bases.ts'
import type { Reporter } from '../src/commands/ports.ts'
import { validate } from '../src/commands/validate.ts'
import type { Finding } from '../src/network/finding.ts'
import { run } from '../src/tools/process.ts'
import { buildRoots } from '../src/tools/roots.ts'
import { tool } from './bed/tools/tool.ts'
import { memoryFiles } from './memory-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** Paths of files, not folders, sorted. A leading dot needs a pattern of its own: `*` does not match it. */
async function filesOf(...patterns: readonly string[]): Promise<string[]> {
  const entries = await Array.fromAsync(glob([...patterns], { cwd: root, withFileTypes: true }))
  const files = entries.filter((entry) => entry.isFile())
  return [...new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(root.length)))].sort()
}

const pages = await filesOf('*.md', 'docs/**/*.md', 'template/**/*.md')
const workflows = await filesOf('.github/workflows/*.yml', 'template/.github/workflows/*.yml')

/** The words in backquotes, without fields they are in (`subject.country`) and marks of lists (`nodes[]`). */
const quoted = (markdown: string): Set<string> =>
  new Set(
    [...markdown.matchAll(/`([^`\n]+)`/g)].flatMap(
      ([, text = '']) => text.replaceAll('[]', '').split('.').at(-1) ?? [],
    ),
  )

describe('rules.md', () => {
  /** How a rule is named in the sources: as a field, or as an argument of the helpers that make problems. */
  const named = [
    /\brule: '([a-z0-9-]+)'/g,
    /\b(?:error|report)\(\s*'([a-z0-9]+(?:-[a-z0-9]+)*)',/g,
    /\bproblem\(\s*'(?:error|warning|notice)',\s*'([a-z0-9-]+)',/g,
  ]

  test('has every rule of the sources, and no other', async () => {
    const sources = await Promise.all((await filesOf('src/**/*.ts')).map(read))
    const rules = new Set(
      sources.flatMap((source) => named.flatMap((form) => [...source.matchAll(form)].map(([, rule]) => rule))),
    )
    const described = [
      ...(await read('docs/rules.md')).matchAll(/^\| `([a-z0-9-]+)` *\| (?:error|warning|notice) *\|/gm),
    ]
    expect(rules.size).toBeGreaterThan(40)
    expect([...new Set(described.map(([, rule]) => rule))].sort()).toEqual([...rules].sort())
  })
})

describe('definition.md', () => {
  test('has every field of the schema', async () => {
    const fields = new Set<string>()
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') for (const field of Object.keys(value)) fields.add(field)
        collect(value)
      }
    }
    collect(JSON.parse(await read('network.schema.json')))
    const described = quoted(await read('docs/definition.md'))
    expect(fields.size).toBeGreaterThan(40)
    expect([...fields].filter((field) => !described.has(field))).toEqual([])
  })

  test('begins with a definition that is valid', async () => {
    const [, definition = ''] = /```yaml\n(version: 1\n.*?)```/s.exec(await read('docs/definition.md')) ?? []
    expect(await errorsOf({ 'network.yaml': await withRecipients(definition) })).toEqual([])
  })
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

  test('has YAML that can be read', async () => {
    for (const [, block = ''] of (await read(page)).matchAll(/^```yaml\n(.*?)^```/gms)) {
      expect(() => loadAll(block), block).not.toThrow()
    }
  })
})

describe('workflows', () => {
  test.each(workflows)('%s passes actionlint', async (workflow) => {
    const { stdout } = await run(await tool('actionlint'), ['-shellcheck=', '-pyflakes=', workflow], {
      directory: root,
    })
    expect(stdout).toBe('')
  })

  test.each(workflows)("%s takes no rights but those it names, and pins other people's actions", async (workflow) => {
    const text = await read(workflow)
    expect(text).toMatch(/^permissions: \{\}$/m)
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action)
    const ours = /^(?:\.\/|chancery-dev\/chancery@)/
    expect(actions.filter((action) => !ours.test(action) && !/@[0-9a-f]{40}$/.test(action))).toEqual([])
  })
})

describe('template', async () => {
  const paths = await filesOf('template/**', 'template/.*', 'template/.*/**')

  test('has what a fork needs', () => {
    const names = [
      'README.md',
      'network.yaml',
      '.gitignore',
      '.gitattributes',
      'overrides/README.md',
      '.github/workflows/deploy.yml',
    ]
    for (const name of names) expect(paths).toContain(`template/${name}`)
  })

  test.each(paths)('%s has no recipient and no key', async (path) => {
    const text = await read(path)
    expect(text).not.toMatch(/age1[02-9ac-hj-np-z]{20,}/)
    expect(text).not.toMatch(/AGE-SECRET-KEY-1|PRIVATE KEY-----|ENC\[AES256|\b(?:0x)?[0-9a-fA-F]{64}\b/)
  })

  test('builds, with its overrides', async () => {
    const files = Object.fromEntries(
      await Promise.all(
        paths.map(async (path): Promise<[string, string]> => [path.slice('template/'.length), await read(path)]),
      ),
    )
    const definition = await withRecipients((files['network.yaml'] ?? '').replaceAll('# recipients:', 'recipients:'))
    expect(await errorsOf({ ...files, 'network.yaml': definition }, true)).toEqual([])
    for (const path of Object.keys(files)) {
      const [, cluster, organization] = /^overrides\/([^/]+)\/([^/]+)\/kustomization\.yaml$/.exec(path) ?? []
      if (cluster === undefined) continue
      expect(definition, path).toContain(`- name: ${cluster}\n`)
      expect(definition, path).toContain(`- name: ${organization}\n`)
    }
  })
})

/** The same text with an age recipient of its own for each `age1…`. */
async function withRecipients(definition: string): Promise<string> {
  const places = definition.match(/age1…/g) ?? []
  const recipients = await Promise.all(places.map(async () => identityToRecipient(await generateX25519Identity())))
  return definition.replace(/age1…/g, () => recipients.shift() ?? '')
}

/** What `chancery validate` finds wrong. */
async function errorsOf(files: Readonly<Record<string, string>>, build = false): Promise<Finding[]> {
  const silent: Reporter = { findings: () => {}, say: () => {} }
  const unused = (): never => {
    throw new Error('validate does not need this')
  }
  const { findings } = await validate(
    { network: 'network.yaml', build },
    {
      files: memoryFiles(files),
      reporter: silent,
      repository: { prefix: async () => '', cleanHead: unused, commit: unused },
      random: unused,
      now: unused,
      bases: readBases,
      buildRoots: async (tree) => buildRoots(await tool('kustomize'), tree),
    },
  )
  return findings.filter(({ severity }) => severity === 'error')
}

const withoutCode = (markdown: string): string => markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '')

/** What a heading is called in a link, as GitHub does it. */
const anchorsOf = (markdown: string): Set<string> =>
  new Set(
    [...markdown.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  )
