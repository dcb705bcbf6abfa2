import { beforeAll, beforeEach, expect, it } from 'vitest'
import { findingTable } from '../../../src/report/plan/sections/findings.ts'
import { tiers } from '../../../src/report/plan/tier.ts'
import { sarifText } from '../../../src/report/sarif.ts'
import { findingText } from '../../../src/report/terminal.ts'
import { tools } from '../../bed/tools/tool.ts'
import { onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { mergedNetwork, planIn, save } from './network.ts'

await tools('kustomize')

let holders: Holders
let directory: string
const network = mergedNetwork(() => ({ 'network.yaml': definition(holders) }))
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await network.change()
})

it('names of files in deploy/ are text wherever they are shown', async () => {
  const name = 'deploy/flux/eu/a|b`<img src=x>@octocat #1\u001b[31m\u202e\n::error::x\n# heading.yaml'
  await writeFiles(directory, { [name]: 'x: 1\n' })
  await save(directory)
  const { all } = await planIn(directory)
  const own = all.filter(({ rule }) => rule === 'deploy-changed')
  expect(own).toMatchObject([{ place: { file: name } }])
  const text = own.map((finding) => findingText(finding, false)).join('')
  const markdown = findingTable(own, tiers[0])
  for (const shown of [text, markdown]) {
    expect(shown).not.toMatch(/[^\P{C}\n]|^::error::|^# heading/mu)
    expect(shown).toContain('octocat')
  }
  const outsideOfCode = markdown.replaceAll(/`[^`]*`|<code>.*?<\/code>/g, '')
  expect(outsideOfCode).not.toMatch(/(?<!\\)<img|@octocat/)
  const document = JSON.parse(sarifText('networks/trade', { findings: own })) as {
    readonly runs: readonly { readonly results: readonly { readonly locations: readonly object[] }[] }[]
  }
  expect(JSON.stringify(document.runs[0]?.results[0]?.locations)).toMatch(
    /networks\/trade\/deploy\/flux\/eu\/a%7Cb%60%3Cimg%20src/,
  )
})
