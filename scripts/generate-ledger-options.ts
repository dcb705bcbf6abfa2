import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { OptionTable } from '../src/network/options/table.ts'
import { besuOptions } from './ledger-options/besu.ts'
import { cordaOptions } from './ledger-options/corda.ts'
import { authorityOptions, ordererOptions, peerOptions } from './ledger-options/fabric.ts'
import { historyOf, type Release } from './ledger-options/history.ts'
import { quorumOptions } from './ledger-options/quorum.ts'
import { crateAt, treeAt } from './ledger-options/source-tree.ts'
import { substrateOptions } from './ledger-options/substrate.ts'

// Writes the options that a ledger's releases have, from a clone with the tags of these releases:
//   node scripts/generate-ledger-options.ts besu FOLDER
// For Substrate, from a folder with the unpacked crates of these releases: `curl https://static.crates.io/crates/sc-cli/sc-cli-0.63.0.crate | tar xz`.
// A new release is a line more in `releases` below; then look at what became of the tables.

const project = join(import.meta.dirname, '..')

/** Where a tag of Corda has more than the release. Its repository ends with candidates of 4.12.2. */
const cordaTags: Readonly<Record<string, string>> = {
  '4.6': '4.6-GA',
  '4.7': '4.7-GA',
  '4.8': '4.8-GA',
  '4.12.2': '4.12.2-RC02',
}

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
  corda: {
    source: 'https://github.com/corda/corda',
    file: 'src/platforms/corda/options.json',
    tag: (release: string) => `release-os-${cordaTags[release] ?? release}`,
    // The first and the last of each line: patches bring keys, too.
    releases: '4.6 4.6.12 4.7 4.7.10 4.8 4.8.12 4.9 4.9.10 4.10 4.10.5 4.11 4.11.4 4.12 4.12.1 4.12.2',
    read: cordaOptions,
  },
} as const

/** Releases of the Polkadot SDK, with the last sc-cli of each: dependencies of the crate polkadot-sdk have it. */
const sdk = {
  stable2407: '0.46.0',
  stable2409: '0.47.0',
  stable2412: '0.50.2',
  stable2503: '0.52.0',
  stable2506: '0.53.1',
  unstable2507: '0.56.0',
  stable2509: '0.55.0',
  stable2512: '0.57.0',
  stable2603: '0.58.0',
  unstable2604: '0.60.0',
  stable2606: '0.64.0',
  stable2609: '0.63.0',
} as const

const [name = '', folder = ''] = parseArgs({ allowPositionals: true }).positionals
const { source, file, releases } = name === 'substrate' ? ofSdk() : ofClone()
const table: OptionTable = { source, releases: releases.map(({ release }) => release), options: historyOf(releases) }
await writeFile(join(project, file), `${JSON.stringify(table, undefined, 2)}\n`)
console.log(`${file}: ${Object.keys(table.options).length} options of ${releases.length} releases`)

interface ReadLedger {
  readonly source: string
  readonly file: string
  readonly releases: readonly Release[]
}

function ofClone(): ReadLedger {
  const ledger = Object.entries(ledgers).find(([id]) => id === name)?.[1]
  if (ledger === undefined)
    throw new Error(`name one of ${Object.keys(ledgers).join(', ')} or substrate, and the folder of its sources`)
  const releases = ledger.releases.split(' ')
  return {
    source: ledger.source,
    file: ledger.file,
    releases: releases.map((release) => ({ release, options: ledger.read(treeAt(folder, ledger.tag(release))) })),
  }
}

function ofSdk(): ReadLedger {
  return {
    source: 'https://crates.io/crates/sc-cli',
    file: 'src/platforms/substrate/options.json',
    releases: Object.entries(sdk).map(([release, version]) => ({
      release,
      options: substrateOptions(crateAt(folder, `sc-cli-${version}`)),
    })),
  }
}
