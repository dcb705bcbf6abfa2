import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pauseImage } from './files.ts'
import type { Machine } from './network.ts'

/** Text of the KWOK stages that are the cloud of a cluster with a machine. */
export async function machineStages({ node, address, ipv6, directory }: Machine): Promise<string> {
  const second = ipv6 === undefined ? '' : `\n          - ip: ${ipv6}`
  const values = { node, address, second, disks: join(directory, 'disks'), pause: pauseImage }
  const text = await readFile(join(import.meta.dirname, 'stages.yaml'), 'utf8')
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text)
}
