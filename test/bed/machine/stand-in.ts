import { tool } from '../tools/tool.ts'
import type { Image } from './image.ts'

/**
 * What pods run in place of a ledger and an Ambassador, see tools/stand-in: the programs that the rendered manifests
 * start, and a shell for their init containers and Jobs.
 */
export async function standIn(name: string): Promise<Image> {
  const program = await tool('stand-in')
  const paths = ['/bin/sh', '/opt/besu/bin/besu', '/usr/local/bin/stand-in']
  return {
    name,
    command: ['/usr/local/bin/stand-in'],
    files: Object.fromEntries(paths.map((path) => [path, program])),
  }
}
