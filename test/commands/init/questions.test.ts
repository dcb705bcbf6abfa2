import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { questionsAt } from '../../../src/tools/questions.ts'
import { filesOf, onlyConfiguration, temporaryFolder } from '../../repository/git-folder.ts'
import { initPorts, runInit } from './init-ports.ts'

/** A terminal as Node has it, of which a test holds both ends. */
function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 })
  let shown = ''
  output.on('data', (text: Buffer) => {
    shown += text.toString('utf8')
  })
  return {
    // What @clack/prompts and Node's readline use of a terminal is there.
    questions: () => questionsAt(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream),
    /** Answers questions in turn, each when it is there. */
    type: async (answers: readonly (readonly [question: string, keys: string])[]) => {
      let from = 0
      for (const [question, keys] of answers) {
        while (!shown.slice(from).includes(question)) await wait(5)
        from = shown.indexOf(question, from) + question.length
        await wait(30)
        input.write(keys)
        await wait(30)
      }
    },
    shown: () => shown,
  }
}

const enter = '\r'
const clear = '\x15'
const down = '\x1b[B'

describe('init on a terminal', () => {
  it('asks for addresses first where the ledger prefers them', async () => {
    await onlyConfiguration()
    const directory = join(await temporaryFolder(), 'pool')
    await mkdir(directory)
    const { questions, type } = terminal()
    const asking = await questions()
    const [result] = await Promise.all([
      runInit('--name pool --platform indy --organization carrier', initPorts(directory, asking)),
      type([
        ['Name of the first cluster', enter],
        ['Provider of eu', enter],
        ['IP address or domain of eu', `203.0.113.7${enter}`],
        ['Ranges of addresses', enter],
        ['Another cluster?', enter],
        ['Make age keys', enter],
      ]),
    ])
    expect(result).toMatchObject({ status: 0, clusters: ['eu'] })
    expect((await filesOf(directory))['network.yaml']).toContain('address: 203.0.113.7')
  })

  it('asks for what is missing, and takes answers as options', async () => {
    await onlyConfiguration()
    const directory = join(await temporaryFolder(), 'trade')
    await mkdir(directory)
    const { questions, type } = terminal()
    const asking = await questions()
    const [result] = await Promise.all([
      runInit('', initPorts(directory, asking)),
      type([
        ['Name of the network', enter],
        ['Ledger', `${down.repeat(2)}${enter}`],
        ['Name of the first cluster', enter],
        ['Provider of eu', enter],
        ['Domain or IP address of eu', `eu.example.com${enter}`],
        ['Ranges of addresses', `203.0.113.0/24${enter}`],
        ['Another cluster?', `y`],
        ['Name of the next cluster', `lab${enter}`],
        ['Provider of lab', `${down.repeat(6)}${enter}`],
        ['Domain or IP address of lab', enter],
        ['Ranges of addresses', enter],
        ['Another cluster?', enter],
        ['Name of the first organization', `acme${enter}`],
        ['Home cluster of acme', enter],
        ['Another organization?', enter],
        ['Make age keys', enter],
      ]),
    ])
    expect(result).toMatchObject({ status: 0 })
    const files = await filesOf(directory)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['.age/eu.txt', '.age/lab.txt', '.age/issuers-acme.txt']))
    const typed = await temporaryFolder()
    await runInit(
      '--name trade --platform fabric --cluster eu=eks:eu.example.com --cluster lab=k3s --organization acme@eu --source-ranges eu=203.0.113.0/24',
      initPorts(typed),
    )
    const withoutKeys = (text = ''): string => text.replace(/(?:# )?((?:issuerR|r)ecipients:).*/g, '$1')
    expect(withoutKeys(files['network.yaml'])).toBe(withoutKeys((await filesOf(typed))['network.yaml']))
  })

  it('says at once what is wrong with an answer', async () => {
    const { questions, type, shown } = terminal()
    const asking = await questions()
    const check = (text: string): string | undefined => (text === 'trade' ? undefined : 'must be trade')
    const [name] = await Promise.all([
      asking?.text({ message: 'Name', initial: 'x', check }),
      type([
        ['Name', enter],
        ['must be trade', `${clear}trade${enter}`],
      ]),
    ])
    expect(name).toBe('trade')
    expect(shown()).toContain('must be trade')
  })

  it('writes nothing when the person stops', async () => {
    const directory = await temporaryFolder()
    const { questions, type } = terminal()
    const asking = await questions()
    const running = runInit('', initPorts(directory, asking))
    await Promise.all([
      expect(running).rejects.toMatchObject({
        name: 'OperatorError',
        message: 'the questions were not answered: nothing was written',
      }),
      type([['Name of the network', '\x03']]),
    ])
    expect(await filesOf(directory)).toEqual({})
  })

  it('asks nobody where there is no terminal', async () => {
    const stream = new PassThrough()
    expect(
      await questionsAt(stream as unknown as NodeJS.ReadStream, stream as unknown as NodeJS.WriteStream), // no terminal
    ).toBeUndefined()
  })
})
