import { tool } from '../tools/tool.ts'
import type { Image } from './image.ts'

/**
 * What pods run in place of a ledger and an Ambassador, see tools/stand-in: `programs` are those that the rendered
 * manifests start, beside what the image starts by itself and a shell for init containers and Jobs.
 */
export async function standIn(name: string, programs: readonly string[] = ['/opt/besu/bin/besu']): Promise<Image> {
  const own = '/usr/local/bin/stand-in'
  const program = await tool('stand-in')
  return {
    name,
    command: [own],
    files: Object.fromEntries([own, '/bin/sh', ...programs].map((path) => [path, program])),
  }
}
