import { readFile } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import { addressesOf } from '../../../src/cluster/verify.ts'
import type { Bed } from '../clusters.ts'
import type { Line } from './named.ts'

const row =
  /^\| (?<cluster>\S+) \| `(?<name>\*\.\S+)` \| A or CNAME \| Service (?<service>\S+) in namespace (?<namespace>\S+?):/gm

/**
 * What a person types who reads the table of DNS records in deploy/README.md, and the address of the Service that it names:
 * `kubectl get service`.
 */
export async function typedRecords(directory: string, bed: Bed): Promise<readonly Line[]> {
  const page = await readFile(join(directory, 'deploy/README.md'), 'utf8')
  const rows = [...page.matchAll(row)].flatMap(({ groups }) => (groups === undefined ? [] : [groups]))
  const lines = await Promise.all(
    rows.map(async ({ cluster = '', name = '', service = '', namespace = '' }): Promise<readonly Line[]> => {
      const metadata = { name: service, namespace }
      const found = await bed.cluster(cluster).get({ apiVersion: 'v1', kind: 'Service', metadata })
      if (found === undefined) throw new Error(`${cluster} has no Service ${namespace}/${service}`)
      return addressesOf({ ...found, apiVersion: 'v1', kind: 'Service', metadata }).map((address) =>
        isIPv4(address) ? [name, 'A', address] : [name, 'CNAME', `${address}.`],
      )
    }),
  )
  return lines.flat()
}
