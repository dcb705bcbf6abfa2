import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { OptionTable } from '../src/network/options/table.ts'
import { besuOptions } from './ledger-options/besu.ts'
import { authorityOptions, ordererOptions, peerOptions } from './ledger-options/fabric.ts'
import { historyOf } from './ledger-options/history.ts'
import { quorumOptions } from './ledger-options/quorum.ts'
import { treeAt } from './ledger-options/source-tree.ts'

// Writes the options that a ledger's releases have, from a clone with the tags of these releases:
//   node scripts/generate-ledger-options.ts besu FOLDER
// A new release is a line more in `releases` below; then look at what became of the tables.

const project = join(import.meta.dirname, '..')

const ledgers = {
  besu: {
    source: 'https://github.com/hyperledger/besu',
    file: 'src/platforms/besu/options.json',
    tag: (release: string) => release,
    // Hotfixes without a change of an option are left out.
    releases:
      '24.5.0 24.6.0 24.7.0 24.8.0 24.9.1 24.10.0 24.12.0 25.1.0 25.2.0 25.3.0 25.4.0 25.5.0 25.6.0 25.7.0 25.8.0 25.9.0 25.10.0 25.11.0 25.12.0 26.1.0 26.2.0 26.4.0 26.5.0 26.6.0 26.6.1 26.7.0 26.7.1 26.8.0',
    read: besuOptions,
  },
  quorum: {
    source: 'https://github.com/Consensys/quorum',
    file: 'src/platforms/quorum/options.json',
    tag: (release: string) => `v${release}`,
    releases: '24.4.0 24.4.1',
    read: quorumOptions,
  },
  'fabric-peer': {
    source: 'https://github.com/hyperledger/fabric',
    file: 'src/platforms/fabric/options/peer.json',
    tag: (release: string) => `v${release}`,
    releases: '2.5.0 2.5.16 3.1.0 3.1.5',
    read: peerOptions,
  },
  'fabric-orderer': {
    source: 'https://github.com/hyperledger/fabric',
    file: 'src/platforms/fabric/options/orderer.json',
    tag: (release: string) => `v${release}`,
    releases: '2.5.0 2.5.16 3.1.0 3.1.5',
    read: ordererOptions,
  },
  'fabric-ca': {
    source: 'https://github.com/hyperledger/fabric-ca',
    file: 'src/platforms/fabric/options/authority.json',
    tag: (release: string) => `v${release}`,
    // The one of base/certificate-authority.
    releases: '1.5.21',
    read: authorityOptions,
  },
} as const

const [name = '', clone = ''] = parseArgs({ allowPositionals: true }).positionals
const ledger = Object.entries(ledgers).find(([id]) => id === name)?.[1]
if (ledger === undefined) throw new Error(`name one of ${Object.keys(ledgers).join(', ')}, and the folder of a clone`)
const releases = ledger.releases.split(' ')
const table: OptionTable = {
  source: ledger.source,
  releases,
  options: historyOf(
    releases.map((release) => ({ release, options: ledger.read(treeAt(clone, ledger.tag(release))) })),
  ),
}
await writeFile(join(project, ledger.file), `${JSON.stringify(table, undefined, 2)}\n`)
console.log(`${ledger.file}: ${Object.keys(table.options).length} options of ${releases.length} releases`)
