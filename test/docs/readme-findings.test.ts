import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import { findingText } from '../../src/report/terminal.ts'
import { memoryFiles } from '../memory-files.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')

/** The first block of code after a text. */
function blockAfter(text: string): string {
  const [, block] = /```\w*\n(.*?)```/s.exec(readme.slice(readme.indexOf(text))) ?? []
  if (block === undefined) throw new Error(`no block after ${text}`)
  return block
}

/** Recipients of the tests in place of the dots. */
const recipients = [
  'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev',
  'age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka',
]

/** Each line that is taken out, and the one in its place. */
function withMistakes(definition: string): string {
  const changes = [...blockAfter('With these two mistakes').matchAll(/^-(.*)\n\+(.*)$/gm)]
  expect(changes).toHaveLength(2)
  return changes.reduce((text, [, was = '', is = '']) => {
    expect(text.split(`\n${was}\n`)).toHaveLength(2)
    return text.replace(`\n${was}\n`, () => `\n${is}\n`)
  }, definition)
}

it('shows what is found in its definition with two mistakes', async () => {
  const [eu = '', us = ''] = recipients
  const definition = blockAfter('## A definition').replace('age1…', eu).replace('age1…', us)
  const network = 'network.yaml'
  const right = await inspect({ network }, memoryFiles({ [network]: definition }))
  expect(right.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const { findings } = await inspect({ network }, memoryFiles({ [network]: withMistakes(definition) }))
  expect(findings.map((finding) => findingText(finding, false)).join('')).toBe(
    blockAfter('`chancery validate` reports'),
  )
})
