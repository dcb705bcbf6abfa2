import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { textOf } from '../../../../src/file-content.ts'
import { nodesOf } from '../../../../src/network/network.ts'
import { run } from '../../../../src/tools/process.ts'
import { revisionOf } from '../../../plan/revisions.ts'
import type { BuiltNetwork } from '../../built-network.ts'

const bases = join(import.meta.dirname, '../../../../src/platforms')

interface Asker {
  readonly cluster: string
  readonly organization: string
  /** Empty. */
  readonly folder: string
  /** Replaces addresses that this machine has not. */
  reachable(text: string): string
}

/** What `verify --probe` says of nodes and a zone that run: the scripts of its Jobs ask, and their output is judged. */
export async function verified(
  { files }: BuiltNetwork,
  { cluster, organization, folder, reachable }: Asker,
): Promise<string[]> {
  const { network, platform, ports, material } = revisionOf(
    textOf(files.contents, 'network.yaml') ?? '',
    new Map(files.contents),
  )
  const outside = outsideOf(platform, ports)
  const view = { network, cluster, material, outside, addressOf: outside }
  const inquiries = platform.operation.inquiries?.(nodesOf(network, cluster, organization), view) ?? []
  const answers: { topic: string; organization: string; cluster: string; output: string }[] = []
  for (const [at, inquiry] of inquiries.entries()) {
    const inputs = join(folder, String(at))
    await mkdir(inputs)
    for (const [name, text] of Object.entries(inquiry.files)) await writeFile(join(inputs, name), reachable(text))
    const variables = Object.entries(inquiry.env).map(([name, value]): [string, string] => [
      name,
      reachable(value).replace('/etc/inquiry', inputs),
    ])
    // base/ is what the first part of its path leaves out.
    const script = join(bases, inquiry.script.replace('/', '/base/'))
    const environment = { ...Object.fromEntries(variables), INQUIRY: inputs, TARGETS: join(inputs, 'targets') }
    const { stdout, stderr, status } = await run('sh', [script], { directory: folder, environment })
    if (status !== 0) throw new Error(`${inquiry.topic}: ${stderr}`)
    answers.push({ topic: inquiry.topic, organization, cluster, output: stdout })
  }
  const verdicts = platform.operation.judgeInquiries?.(network, material, answers) ?? []
  return verdicts.map(({ good, message }) => `${good ? '' : '! '}${message}`)
}
