import { describe, expect, it } from 'vitest'
import { descriptions } from '../../src/commands/explain/descriptions.ts'
import { explainCommand } from '../../src/commands/explain.ts'
import type { AllPorts } from '../../src/commands/ports.ts'
import { silentReporter } from '../report/silent.ts'

const values = { network: 'network.yaml', directory: '.', output: 'text' }

/** What `chancery explain` prints. */
async function printed(...words: string[]): Promise<string> {
  const said: string[] = []
  const reporter = { ...silentReporter, say: (text: string) => void said.push(text) }
  await explainCommand.run?.(values, { reporter } as AllPorts, words) // it uses no other port
  return said.join('\n')
}

describe('chancery explain', () => {
  it('describes a rule: what it finds, why, what to do, and its page', async () => {
    expect(await printed('port-collision')).toMatch(
      new RegExp(
        [
          'port-collision \\(rule\\)',
          '',
          'Two endpoints of a cluster have the same port\\.',
          'Emissary would split the connections between them\\.',
          '',
          'error',
          ' {4}Set another `port` for one of them\\.',
          '',
          'https://github\\.com/\\S+/blob/v\\d+\\.\\d+\\.\\d+/docs/rules\\.md#port-collision$',
        ].join('\n'),
      ),
    )
  })

  it('says which ledger has a case', async () => {
    const text = await printed('release')
    expect(text).toContain('error (Hyperledger Besu): A `platformVersion`')
    expect(text).toContain('error (GoQuorum): A `platformVersion`')
    expect(text).toContain('warning (Hyperledger Fabric): 2.5 before 2.5.16')
  })

  it('describes the rule and the risk of one name', async () => {
    const text = await printed('fork-moved')
    expect(text).toMatch(/^fork-moved \(rule\)$/m)
    expect(text).toMatch(/^fork-moved \(risk\)$/m)
    expect(await printed('risk-fork-moved')).not.toMatch(/\(rule\)/)
  })

  it('describes each one that it lists', async () => {
    const lines = (await printed()).split('\n').filter((line) => line.startsWith('  '))
    expect(lines).toHaveLength(descriptions.length)
    for (const line of lines) expect(await printed(line.trim().split(' ')[0] ?? '')).toContain(' (')
  })

  it('suggests a name that is near', async () => {
    await expect(printed('port-colision')).rejects.toMatchObject({
      message: 'there is no rule or risk "port-colision"',
      hint: 'did you mean "port-collision"?',
    })
    await expect(printed('zzzzzzzz')).rejects.toMatchObject({ hint: 'run `chancery explain` for a list of all' })
  })
})

describe('descriptions', () => {
  const texts = descriptions.flatMap(({ id, title, why, cases }) =>
    [title, why, ...cases.flatMap(({ finds, remedy }) => [finds, remedy])].flatMap((text) =>
      text === undefined ? [] : [{ id, text }],
    ),
  )

  it('are sentences', () => {
    expect(
      texts.filter(
        ({ text }) => !/^[\p{Lu}\p{N}`"]|^(?:kustomize|age|external-dns) /u.test(text) || !text.endsWith('.'),
      ),
    ).toEqual([])
  })

  it('have no word that only insiders know', () => {
    const words = /\b(?:whoever|stood in for|be it|is said|is told|wish|lies)\b/i
    expect(texts.filter(({ text }) => words.test(text))).toEqual([])
  })

  it('say each thing once', () => {
    const keys = descriptions.map(({ kind, id }) => `${kind} ${id}`)
    expect(keys).toEqual([...new Set(keys)])
  })
})
