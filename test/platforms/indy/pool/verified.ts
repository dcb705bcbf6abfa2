import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { textOf } from '../../../../src/file-content.ts'
import { nodesOf } from '../../../../src/network/network.ts'
import { run } from '../../../../src/tools/process.ts'
import { revisionOf } from '../../../plan/revisions.ts'
import type { BuiltNetwork } from '../../built-network.ts'
import type { PoolPrograms } from './programs.ts'

const script = join(import.meta.dirname, '../../../../src/platforms/indy/base/questions/validators.py')

interface Asker {
  readonly cluster: string
  readonly organization: string
  /** For the file with the questions. */
  readonly folder: string
  /** What is behind each address, as `203.0.113.1:9702`. */
  readonly routes: Readonly<Record<string, string>>
}

/** What `verify --probe` says of a pool that runs: the script of the Job asks the validators, and its output is judged. */
export async function verified(
  { files }: BuiltNetwork,
  { cluster, organization, folder, routes }: Asker,
  { python, scripts, environment }: PoolPrograms,
): Promise<string[]> {
  const texts = [...files.contents.keys()].map((path): [string, string] => [path, textOf(files.contents, path) ?? ''])
  const { network, platform, ports, material } = revisionOf(
    textOf(files.contents, 'network.yaml') ?? '',
    new Map(texts),
  )
  const outside = outsideOf(platform, ports)
  const view = { network, cluster, material, outside, addressOf: outside }
  const [inquiry] = platform.operation.inquiries?.(nodesOf(network, cluster, organization), view) ?? []
  if (inquiry === undefined) throw new Error('nobody is asked')
  const questions = join(folder, 'questions.json')
  await writeFile(questions, inquiry.files['questions.json'] ?? '')
  const asked = [join(scripts, 'ask.py'), JSON.stringify(routes), script, questions]
  const { status, stdout, stderr } = await run(python, asked, { directory: folder, environment })
  if (status !== 0) throw new Error(stderr)
  const answers = [{ topic: inquiry.topic, organization, cluster, output: stdout }]
  return (platform.operation.judgeInquiries?.(network, material, answers) ?? []).map(
    ({ good, message }) => `${good ? '' : '! '}${message}`,
  )
}
