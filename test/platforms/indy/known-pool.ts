import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { materialOf } from '../../../src/material/files.ts'
import type { Material } from '../../../src/material/material.ts'
import { resolve } from '../../../src/network/resolve.ts'
import { definitionSchema } from '../../../src/network/schema.ts'
import { indy } from '../../../src/platforms/indy/index.ts'
import { identityOf, nodeKeys } from '../../../src/platforms/indy/keys/keys.ts'
import type { IndyNetwork } from '../../../src/platforms/indy/network.ts'
import { identityPath, nodePath } from '../../../src/platforms/indy/places.ts'
import type { Outside } from '../../../src/platforms/outside.ts'

/** A genesis file of a public pool, as its owners publish it; of Sovrin's, the first lines. */
export const genesisOf = (name: `${'bcovrin_test' | 'sovrin_live'}_pool` | 'sovrin_live_domain'): string =>
  readFileSync(join(import.meta.dirname, 'pools', `${name}_transactions_genesis`), 'utf8')

/** The pool of four that von-network and BCovrin began with. Its seeds are known to all: 32 characters that end with a name. */
export const knownPool = resolve(
  definitionSchema(indy.definition).parse({
    version: 1,
    name: 'bcovrin',
    platform: 'indy',
    platformVersion: '1.13.2-debian12-1.2.10',
    clusters: [
      {
        name: 'one',
        provider: 'kubernetes',
        address: '138.197.138.255',
        recipients: ['age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev'],
      },
    ],
    organizations: [
      {
        name: 'von',
        cluster: 'one',
        trustees: [{ name: 'trustee1' }],
        nodes: [4, 3, 2, 1].map((number) => ({ name: `node${number}`, role: 'validator', alias: `Node${number}` })),
      },
    ],
  }),
  indy.definition,
).network as IndyNetwork // the schema has its fields

/** Its ports: 9701 and 9702 of the first validator, and so on. */
export const knownOutside: Outside = ({ name }, endpoint) => ({
  host: '138.197.138.255',
  port: 9699 + 2 * Number(name.slice(-1)) + (endpoint === 'node' ? 0 : 1),
})

const seedOf = (name: string): string => name.padStart(32, '0')

/** Public halves of those seeds. */
export function knownMaterial({ nodes, organizations }: IndyNetwork = knownPool): Material {
  const files = new Map<string, string>()
  const add = (path: string, value: object): unknown => files.set(path, JSON.stringify(value))
  for (const node of nodes) {
    const number = node.name.slice(-1)
    add(nodePath(node), nodeKeys(seedOf(`Node${number}`)))
    add(identityPath(node.organization, 'stewards', node.name), identityOf(seedOf(`Steward${number}`)))
  }
  for (const organization of organizations)
    add(identityPath(organization, 'trustees', 'trustee1'), identityOf(seedOf('Trustee1')))
  return materialOf(files)
}
