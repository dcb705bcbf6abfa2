import { run } from '../../../src/tools/process.ts'
import { guide } from '../guides/guide.ts'
import { mirror } from './networks.ts'

/** Programs that manifests start and that are not what an image starts by itself, by the last part of its name. */
const programs: Readonly<Record<string, string>> = {
  besu: '/opt/besu/bin/besu',
  quorum: '/usr/local/bin/geth',
  indy_node: '/usr/local/bin/python3',
  envoy: '/usr/local/bin/envoy',
  couchdb: '/bin/bash',
}

export interface MirroredImage {
  /** As its publisher calls it, without a tag. */
  readonly image: string
  /** `mirror.example.test:5000/ledgers/hyperledger/besu:26.8.0` */
  readonly pulled: string
  readonly programs: readonly string[]
}

/** Images of a rendered network: those that docs/guides/mirror.md has people copy. */
export async function imagesToCopy(directory: string): Promise<readonly MirroredImage[]> {
  const { block } = await guide('mirror')
  const [host = ''] = mirror.split('/')
  const script = block('crane copy').replaceAll('registry.example.com', host)
  const { status, stdout, stderr } = await run('bash', ['-c', script], { directory })
  if (status !== 0) throw new Error(stderr)
  return [...stdout.matchAll(/^crane copy (\S+) (\S+)$/gm)].map(([, image = '', pulled = '']) => {
    const [, last = ''] = /([^/:]+):[^:/]+$/.exec(image) ?? []
    const program = programs[last]
    return { image: image.replace(/:[^:/]+$/, ''), pulled, programs: program === undefined ? [] : [program] }
  })
}
