import { describe, expect, it } from 'vitest'
import { clapEnumerations, clapStructures } from '../../../scripts/ledger-options/rust.ts'
import { substrateOptions } from '../../../scripts/ledger-options/substrate.ts'
import { type NodeSettings, optionProblems } from '../../../src/network/options/rules.ts'
import { isLater, type OptionKind, optionOf, presenceOf } from '../../../src/network/options/table.ts'
import { byCanonicalName, sdkRelease, table, words } from '../../../src/platforms/substrate/options.ts'
import { ownerOf } from '../../../src/platforms/substrate/owned.ts'
import { refusalOf } from '../../../src/platforms/substrate/rules/refused.ts'
import { fitting } from '../fitting.ts'

const kinds: readonly OptionKind[] = ['boolean', 'integer', 'text', 'path', 'choice']
const names = Object.keys(table.options)

const given = (settings: NodeSettings['settings'], release: string): NodeSettings => ({
  id: 'carrier/rpc1',
  path: [],
  settings,
  title: 'the Polkadot SDK',
  release,
  syntax: 'words',
  consequence: 'it would not start',
  folders: ['/data/'],
  override: 'overrides/us/carrier/rpc1',
})

describe('the table of the Polkadot SDK', () => {
  it('has the kinds that rules know, and names for every alias', () => {
    const options = names.map((name) => optionOf(name, table))
    expect(options.filter((option) => option === undefined)).toEqual([])
    expect(options.filter((option) => option !== undefined && !kinds.includes(option.kind))).toEqual([])
  })

  it('takes every option of every release with a value that fits', () => {
    const found = table.releases.flatMap((release) =>
      names
        .filter((name) => presenceOf(name, release, table) === 'known')
        .flatMap((name) => {
          const option = optionOf(name, table)
          if (option === undefined) return [`${name} is unknown`]
          return optionProblems(given({ [name]: fitting(option) }, release), table).map(
            ({ message }) => `${release}: ${message}`,
          )
        }),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['pool-type', 'stable2409', 'not-yet'],
    ['pool-type', 'stable2412', 'known'],
    ['state-cache-size', 'stable2412', 'known'],
    ['state-cache-size', 'stable2503', 'no-longer'],
    ['ipfs-bootnodes', 'stable2603', 'not-yet'],
    ['ipfs-bootnodes', 'unstable2604', 'known'],
    ['ipfs-bootnodes', 'stable2606', 'known'],
    ['ws-port', 'stable2407', 'unknown'],
  ])('%s in %s: %s', (option, release, presence) => {
    expect(presenceOf(option, release, table)).toBe(presence)
  })

  it('orders releases by their number', () => {
    expect(isLater('stable2609', table)).toBe(false)
    expect(isLater('unstable2610', table)).toBe(true)
    expect(sdkRelease('polkadot-stable2409-12')).toBe('stable2409')
  })

  it('has nothing that is set and refused at once, and names options canonically', () => {
    const roles = ['validator', 'rpc', 'archive', 'bootnode'].map((role) => ({ role }))
    const both = names.filter((name) => refusalOf(name) !== undefined && roles.some((one) => ownerOf(one, name)))
    expect(both).toEqual([])
    expect(names.filter((name) => roles.some((one) => ownerOf(one, name)))).toEqual(
      names.filter((name) => roles.some((one) => ownerOf(one, name)) && !('as' in (table.options[name] ?? {}))),
    )
  })
})

describe('options as words', () => {
  it('are flags, values and lists, in the order of their names', () => {
    expect(
      words({
        validator: true,
        'no-mdns': false,
        'in-peers': 50,
        log: 'info,grandpa=debug',
        'enable-offchain-indexing': true,
        pruning: 'archive',
        'telemetry-url': ['wss://telemetry.example.com/submit 0'],
        'own-flag': true,
        'own-list': ['a', 'b'],
        'own-value': 'true',
      }),
    ).toEqual([
      '--enable-offchain-indexing=true',
      '--in-peers=50',
      '--log=info',
      '--log=grandpa=debug',
      '--own-flag',
      '--own-list=a',
      '--own-list=b',
      '--own-value=true',
      '--state-pruning=archive',
      '--telemetry-url=wss://telemetry.example.com/submit 0',
      '--validator',
    ])
  })

  it('have one name for each option', () => {
    expect(byCanonicalName({ 'keep-blocks': 100 })).toEqual({ 'blocks-pruning': 100 })
  })
})

/** Declarations as sc-cli has them, in few lines. */
const source = `
/// Everything.
#[derive(Debug, Clone, Parser)]
pub struct RunCmd {
	/// A flag.
	#[arg(long)]
	pub validator: bool,

	#[allow(missing_docs)]
	#[clap(flatten)]
	pub more: MoreParams,

	/// No option: it has no \`long\`.
	pub name: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub struct MoreParams {
	/// A choice, in several lines.
	#[arg(
		long,
		value_name = "DB",
		value_enum,
		ignore_case = true
	)]
	pub database: Option<Database>,

	/// With another name, and an alias.
	#[arg(alias = "pruning", long = "state-pruning", value_name = "MODE")]
	pub pruning_mode: Option<DatabasePruningMode>,

	#[arg(long = "indexing", action = ArgAction::Set)]
	pub indexing_enabled: bool,

	#[arg(long, value_name = "ADDR", num_args = 1..)]
	pub listen_addr: Vec<Multiaddr>,

	#[arg(long, value_name = "PORT")]
	pub rpc_port: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Copy, clap::ValueEnum)]
#[value(rename_all = "lower")]
pub enum Database {
	/// One.
	#[cfg(feature = "rocksdb")]
	RocksDb,
	ParityDb,
	#[value(name = "paritydb-experimental")]
	ParityDbDeprecated,
}

#[derive(Debug)]
enum NoOption {
	OfClap,
}
`

describe('the reader of sc-cli', () => {
  it('finds structures and enumerations of clap', () => {
    expect(
      clapStructures([source])
        .get('RunCmd')
        ?.map(({ name, flattened }) => [name, flattened]),
    ).toEqual([
      ['validator', false],
      ['more', true],
      ['name', false],
    ])
    expect(clapEnumerations([source])).toEqual(
      new Map([['Database', ['rocksdb', 'paritydb', 'paritydb-experimental']]]),
    )
  })

  it('finds the kind of each option', () => {
    const options = substrateOptions({ read: () => new Map([['src/lib.rs', source]]) })
    expect(Object.fromEntries(options)).toMatchObject({
      validator: { kind: 'boolean' },
      database: { kind: 'choice', values: ['rocksdb', 'paritydb', 'paritydb-experimental'] },
      'state-pruning': { kind: 'text', form: 'archive, archive-canonical, or a number of blocks' },
      pruning: { as: 'state-pruning' },
      indexing: { kind: 'choice', values: ['true', 'false'], sameCase: true },
      'listen-addr': { kind: 'text', list: true },
      'rpc-port': { kind: 'integer', min: 0, max: 65_535 },
    })
    expect([...options.keys()]).not.toContain('name')
    expect(options.get('database')).not.toHaveProperty('sameCase')
  })

  it('stops at a type that it does not know', () => {
    const unknown = source.replace('Option<u16>', 'Option<Mystery>')
    expect(() => substrateOptions({ read: () => new Map([['src/lib.rs', unknown]]) })).toThrow(
      'the sources lack the type Mystery of rpc_port',
    )
  })
})
