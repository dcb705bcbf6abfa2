import { basename } from 'node:path'
import { parseCommandLine } from '../../../src/command-line/parse.ts'
import type { InitValues } from '../../../src/commands/init/answers.ts'
import { init, initCommand } from '../../../src/commands/init.ts'
import { readOptions } from '../../../src/commands/options.ts'
import type { InitPorts } from '../../../src/commands/ports.ts'
import type { Result } from '../../../src/report/result.ts'
import { makeRepository } from '../../../src/repository/make-repository.ts'
import { writeSecret } from '../../../src/repository/secret-file.ts'
import { readStarter } from '../../../src/starter-files.ts'
import type { Questions } from '../../../src/tools/questions.ts'
import { type RecordingPorts, recordingPorts } from '../recording-ports.ts'

/** The ports of a real folder; nobody is there to ask, unless there are questions. */
export const initPorts = (directory: string, questions?: Questions): RecordingPorts & InitPorts => ({
  ...recordingPorts(directory),
  starter: readStarter,
  questions: async () => questions,
  writeSecret: (path, text) => writeSecret(directory, path, text),
  makeRepository: () => makeRepository(directory),
  folder: basename(directory),
})

/** What a command line means to `init`. */
export function initValues(line: string): InitValues {
  const invocation = parseCommandLine(`init ${line}`.split(' ').filter(Boolean), 100)
  if (!('given' in invocation)) throw new Error('no command')
  const { values, problems } = readOptions(
    initCommand.options,
    (name, option) => invocation.given.get(name) ?? option.default,
  )
  if (problems[0] !== undefined) throw new Error(`--${problems[0].option}: ${problems[0].allowed}`)
  return { ...values, network: 'network.yaml', directory: '.' } as InitValues // as the command line reads them
}

export const runInit = (line: string, ports: InitPorts): Promise<Result> => init(initValues(line), ports)
