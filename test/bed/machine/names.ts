import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A zone for all names that are not of a cluster (https://www.rfc-editor.org/rfc/rfc1035#section-5). */
export const namesFile = (folder: string): string => join(folder, 'names.zone')

/** What `writeNames` wrote: name → address. */
export async function readNames(folder: string): Promise<Readonly<Record<string, string>>> {
  const zone = await readFile(namesFile(folder), 'utf8')
  return Object.fromEntries(
    [...zone.matchAll(/^(\S+)\. 1 IN (?:A|AAAA) (\S+)$/gm)].map(([, name, address]) => [name, address]),
  )
}

/** CoreDNS takes the file anew when its serial number is another: at least a millisecond must have passed. */
export async function writeNames(folder: string, addresses: Readonly<Record<string, string>>): Promise<void> {
  const serial = Date.now() % 2 ** 32
  const records = Object.entries(addresses).map(
    ([name, address]) => `${name}. 1 IN ${address.includes(':') ? 'AAAA' : 'A'} ${address}\n`,
  )
  const partial = `${namesFile(folder)}.partial`
  await writeFile(partial, `. 1 IN SOA bed. bed. ${serial} 1 1 1 1\n. 1 IN NS bed.\n${records.join('')}`)
  await rename(partial, namesFile(folder))
}
