import { genesisOf } from '../../../platforms/indy/known-pool.ts'
import type { Case } from '../../case.ts'
import { known, other, ownSecret, schoolFile } from './others.ts'

const poolFile = 'material/public/pool_transactions_genesis'

/** A definition whose validators join a pool that runs: BCovrin's, with the domain transactions of Sovrin. */
const joined =
  (change: (text: string) => string = (text) => text) =>
  (good: string): string =>
    change(`${good}\ngenesis: {pool: pool/pool_transactions, domain: pool/domain_transactions}\n`)

const files =
  (change: (pool: string) => string = (pool) => pool, domain = genesisOf('sovrin_live_domain')) =>
  () => ({ 'pool/pool_transactions': change(genesisOf('bcovrin_test_pool')), 'pool/domain_transactions': domain })

const bls = (text: string): string =>
  text.replace(/"alias":"School","blskey":"[^"]+"/, `"alias":"School","blskey":"${other.blsKey}"`)

/** A genesis that exists, and a definition that says something else. */
export const genesisCases: readonly Case[] = [
  {
    name: 'an alias that changed, of ours and of an external one',
    keysMade: true,
    files: (made) => ({
      [poolFile]: made[poolFile]?.replace('"School"', '"Schule"').replace('"Authority"', '"Behörde"'),
    }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '44:52',
        message:
          'school/validator1 has the alias School, and material/public/pool_transactions_genesis knows its key as Schule: an alias never changes',
        hint: 'set `alias: Schule`',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '55:16',
        message:
          'authority/validator1 has the alias Authority, and material/public/pool_transactions_genesis knows its key as Behörde: an alias never changes',
        hint: 'set `alias: Behörde`',
      },
    ],
  },
  {
    name: 'a verkey that changed, of ours and of an external one',
    keysMade: true,
    files: (made) => ({
      [poolFile]: made[poolFile]
        ?.replace(/(Authority.*?"dest":")\w+/, `$1${other.verkey}`)
        .replace(/(School.*?"dest":")\w+/, `$1${known.node}`),
    }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '44:52',
        message:
          'school/validator1 has another verkey than School in material/public/pool_transactions_genesis: the pool does not take it for this validator',
        hint: 'restore material/public/school/validator1.yaml from Git: a validator with a new key is a new one, with another alias',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '55:16',
        message:
          'authority/validator1 has another verkey than Authority in material/public/pool_transactions_genesis: the pool does not take it for this validator',
        hint: 'use the alias and the key of the same validator: an alias belongs to one key for ever',
      },
    ],
  },
  {
    name: 'a steward that changed',
    keysMade: true,
    files: (made) => ({ [poolFile]: made[poolFile]?.replaceAll(/"from":"[^"]+"/g, `"from":"${other.did}"`) }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '32:16',
        message:
          'bank/validator1 has the steward Rg5pktXxVzB7thgJ7XPGSB, and material/public/pool_transactions_genesis has Nw1d5aaqCpGiRuupyLL48K: the steward of a validator never changes',
        hint: 'set the steward with the DID Nw1d5aaqCpGiRuupyLL48K, or restore its file from Git',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '39:16',
        message:
          'post/validator1 has the steward 2PycYnS1wAPzQAkvk8Fbtw, and material/public/pool_transactions_genesis has Nw1d5aaqCpGiRuupyLL48K: the steward of a validator never changes',
        hint: 'set the steward with the DID Nw1d5aaqCpGiRuupyLL48K, or restore its file from Git',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '44:52',
        message:
          'school/validator1 has the steward CddxiFxiNfaT9YZ2YTonw8, and material/public/pool_transactions_genesis has Nw1d5aaqCpGiRuupyLL48K: the steward of a validator never changes',
        hint: 'set the steward with the DID Nw1d5aaqCpGiRuupyLL48K, or restore its file from Git',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '55:16',
        message:
          'authority/validator1 has the steward FMXec7Yj1qLwGufiLyYBqe, and material/public/pool_transactions_genesis has Nw1d5aaqCpGiRuupyLL48K: the steward of a validator never changes',
        hint: 'set the steward with the DID Nw1d5aaqCpGiRuupyLL48K, or restore its file from Git',
      },
    ],
  },
  {
    name: 'addresses and a BLS key that changed',
    keysMade: true,
    files: (made) => ({
      [poolFile]: bls(made[poolFile] ?? '')
        .replaceAll('198.51.100.7', '198.51.100.8')
        .replaceAll('203.0.113.20', '203.0.113.21'),
    }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '32:16',
        message:
          'bank/validator1 has the addresses 203.0.113.20:15000 and 203.0.113.20:15001, and 203.0.113.21:15000 and 203.0.113.21:15001 in material/public/pool_transactions_genesis: a transaction changes them',
        hint: 'nothing, if the pool knows it already; otherwise run `chancery indy node move bank/validator1`',
      },
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '44:52',
        message:
          'school/validator1 has another BLS key than in material/public/pool_transactions_genesis: a transaction changes it',
        hint: 'nothing, if the pool knows it already; otherwise run `chancery indy node rotate school/validator1`',
      },
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '55:16',
        message:
          'authority/validator1 has the addresses 198.51.100.7:9701 and 198.51.100.7:9702, and 198.51.100.8:9701 and 198.51.100.8:9702 in material/public/pool_transactions_genesis: a transaction changes them',
        hint: 'nothing, if its steward has told the pool',
      },
    ],
  },
  {
    name: 'a validator that joins, in a cluster with a domain',
    keysMade: true,
    change: (good) => good.replace('    address: 203.0.113.30\n', '    domain: us.example.com\n'),
    files: (made) => ({
      [poolFile]: made[poolFile]
        ?.split('\n')
        .filter((line) => !line.includes('post-validator1'))
        .join('\n')
        .replace('"seqNo":4', '"seqNo":3'),
    }),
    findings: [
      {
        rule: 'dns-name',
        severity: 'error',
        at: '39:16',
        message:
          'post/validator1 joins by a transaction, and its address would be a name below us.example.com: NODE transactions take IP addresses only',
        hint: 'use a cluster with `address` instead of `domain`: the IP address of its Ambassador',
      },
    ],
  },
]

/** Files of a pool that runs. */
export const joinedCases: readonly Case[] = [
  {
    name: 'an external validator that the files do not have',
    change: joined(),
    files: files(),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '55:16',
        message: 'authority/validator1 (Authority) is not in pool/pool_transactions',
        hint: 'nothing, if it joined the pool after its genesis; otherwise set the alias that the pool knows',
      },
    ],
  },
  {
    name: 'files that are not there',
    change: joined(),
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '61:17',
        message: 'there is no file pool/pool_transactions',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
      {
        rule: 'named-file',
        severity: 'error',
        at: '61:49',
        message: 'there is no file pool/domain_transactions',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'one file for both',
    change: joined((text) => text.replace('pool/domain_transactions', 'pool/pool_transactions')),
    files: files(),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: '61:49',
        message: 'the pool and the domain transactions are the same file pool/pool_transactions',
        hint: 'name the two files that the nodes of the pool have',
      },
    ],
  },
  {
    name: 'files that are swapped',
    change: joined(),
    files: () => ({
      'pool/pool_transactions': genesisOf('sovrin_live_domain'),
      'pool/domain_transactions': genesisOf('bcovrin_test_pool'),
    }),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/domain_transactions:1:656',
        message:
          'line 1 of pool/domain_transactions has a transaction of type 0: it is not a file of domain transactions, which have trustees and stewards',
        hint: 'name the file with pool transactions as `pool`, and that with domain transactions as `domain`',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:172',
        message:
          'line 1 of pool/pool_transactions has a transaction of type 1: it is not a file of pool transactions, which have validators',
        hint: 'name the file with pool transactions as `pool`, and that with domain transactions as `domain`',
      },
    ],
  },
  {
    name: 'empty files',
    change: joined(),
    files: files(() => '\n', ''),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/domain_transactions:1:1',
        message: 'pool/domain_transactions has no trustee',
        hint: 'copy the file again from its publisher',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:1',
        message: 'pool/pool_transactions has no validator',
        hint: 'copy the file again from its publisher',
      },
    ],
  },
  {
    name: 'a domain without trustee',
    change: joined(),
    files: files((pool) => pool, genesisOf('sovrin_live_domain').replaceAll('"role":"0"', '"role":"101"')),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/domain_transactions:1:1',
        message: 'pool/domain_transactions has no trustee',
        hint: 'copy the file again from its publisher',
      },
    ],
  },
  {
    name: 'a line that ends too early, and one that is none',
    change: joined(),
    files: files((pool) => `${pool.split('\n').slice(0, 3).join('\n').slice(0, -30)}\n[]\n`),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:3:749',
        message: 'line 3 of pool/pool_transactions is not JSON',
        hint: 'copy the file again from its publisher: it has one transaction in each line',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:4:1',
        message: 'line 4 of pool/pool_transactions is not a transaction',
        hint: 'copy the file again from its publisher: it has one transaction in each line',
      },
    ],
  },
  {
    name: 'a list in JSON instead of lines',
    change: joined(),
    files: files((pool) =>
      JSON.stringify(
        pool
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
        null,
        2,
      ),
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:1',
        message: 'line 1 of pool/pool_transactions begins a list in JSON',
        hint: 'write each transaction in a line, without the list: `jq -c .[] FILE` does it',
      },
    ],
  },
  {
    name: 'a transaction of several lines, and a web page',
    change: joined(),
    files: files(
      (pool) => JSON.stringify(JSON.parse(pool.split('\n')[0] ?? ''), null, 2),
      '\n<!DOCTYPE html>\n<html>\n</html>\n',
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/domain_transactions:2:1',
        message: 'line 2 of pool/domain_transactions begins a web page',
        hint: 'download the file itself, not the page that shows it',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:1',
        message: 'line 1 of pool/pool_transactions begins a transaction of several lines',
        hint: 'write each transaction in one line: `jq -c . FILE` does it',
      },
    ],
  },
  {
    name: 'the form of early releases',
    change: joined(),
    files: files(
      () =>
        '{"data":{"alias":"Node1","client_ip":"10.0.0.2","client_port":9702,"node_ip":"10.0.0.2","node_port":9701,"services":["VALIDATOR"]},"dest":"Gw6pDLhcBcoQesN72qfotTgFa7cbuqZpkX3Xo6pLhPhv","identifier":"FYmoFw55GeQH7SRFa37dkx1d2dZ3zUF8ckg7wmL7ofN4","txnId":"fea82e10e894419fe2bea7d96296a6d46f50f93f9eeda954ec461b2ed2950b62","type":"0"}\n',
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:1',
        message:
          'line 1 of pool/pool_transactions is a transaction in the form before indy-node 1.4, which its releases no longer read',
        hint: 'ask the stewards of the pool for its current genesis file',
      },
    ],
  },
  {
    name: 'a transaction that is missing',
    change: joined(),
    files: files((pool) =>
      pool
        .split('\n')
        .filter((_, at) => at !== 2)
        .join('\n'),
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:3:683',
        message:
          'line 3 of pool/pool_transactions has seqNo 4 instead of 3: transactions are missing, or in another order',
        hint: 'copy the whole file from its publisher',
      },
    ],
  },
  {
    name: 'validators without address and steward',
    change: joined(),
    files: files((pool) =>
      pool.replaceAll('"node_ip":"138.197.138.255",', '').replaceAll('"from":"4cU41vWW82ArfxJxHkzXPG"', ''),
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:35',
        message: 'line 1 of pool/pool_transactions adds a validator without node_ip',
        hint: 'copy the file again from its publisher',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:2:35',
        message: 'line 2 of pool/pool_transactions adds a validator without node_ip',
        hint: 'copy the file again from its publisher',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:3:35',
        message: 'line 3 of pool/pool_transactions adds a validator without node_ip',
        hint: 'copy the file again from its publisher',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:3:583',
        message: 'line 3 of pool/pool_transactions adds a validator without its steward (metadata.from)',
        hint: 'copy the file again from its publisher',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:4:35',
        message: 'line 4 of pool/pool_transactions adds a validator without node_ip',
        hint: 'copy the file again from its publisher',
      },
    ],
  },
  {
    name: 'validators at addresses that only their own machine has',
    change: joined(),
    files: files((pool) =>
      pool
        .replace('"node_ip":"138.197.138.255"', '"node_ip":"169.254.169.254"')
        .replace('"client_ip":"138.197.138.255"', '"client_ip":"db.svc.cluster.local"'),
    ),
    findings: [
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:436',
        message:
          'line 1 of pool/pool_transactions has the client_ip db.svc.cluster.local, which is a name inside Kubernetes: each cluster resolves it to its own Services',
        hint: 'ask the stewards of the pool for its genesis file: other machines cannot connect there',
      },
      {
        rule: 'genesis-file',
        severity: 'error',
        at: 'pool/pool_transactions:1:490',
        message:
          'line 1 of pool/pool_transactions has the node_ip 169.254.169.254, which is valid on one link only (link-local, RFC 3927); clouds serve metadata there',
        hint: 'ask the stewards of the pool for its genesis file: other machines cannot connect there',
      },
    ],
  },
  {
    name: 'files that are too large for a ConfigMap',
    change: joined(),
    files: files((pool) => pool, genesisOf('sovrin_live_domain') + ' '.repeat(1_048_576)),
    findings: [
      {
        rule: 'config-map-size',
        severity: 'error',
        at: '61:10',
        message:
          'pool/pool_transactions and pool/domain_transactions have 1063929 bytes; nodes read them from a ConfigMap, which holds at most 1048576',
        hint: 'use the genesis of the pool, without the transactions after it: nodes fetch these from the others',
      },
    ],
  },
  {
    name: 'a cluster with a domain',
    change: joined((text) => text.replace('    address: 203.0.113.30\n', '    domain: us.example.com\n')),
    files: files((pool) => pool.replaceAll('BCovrin01', 'Authority')),
    findings: [
      {
        rule: 'dns-name',
        severity: 'error',
        at: '39:16',
        message:
          'post/validator1 joins by a transaction, and its address would be a name below us.example.com: NODE transactions take IP addresses only',
        hint: 'use a cluster with `address` instead of `domain`: the IP address of its Ambassador',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '55:16',
        message:
          'authority/validator1 has another verkey than Authority in pool/pool_transactions: the pool does not take it for this validator',
        hint: 'use the alias and the key of the same validator: an alias belongs to one key for ever',
      },
    ],
  },
  {
    name: 'an alias of the pool',
    change: joined((text) =>
      text.replace('alias: School', 'alias: BCovrin02').replace('alias: Authority', 'alias: BCovrin01'),
    ),
    files: files(),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '44:52',
        message:
          'school/validator1 gets a new key, and pool/pool_transactions knows the alias BCovrin02 with another one',
        hint: 'set an alias that the pool does not have',
      },
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '55:16',
        message:
          'authority/validator1 has another verkey than BCovrin01 in pool/pool_transactions: the pool does not take it for this validator',
        hint: 'use the alias and the key of the same validator: an alias belongs to one key for ever',
      },
    ],
  },
  {
    name: 'an alias of the pool with a key that exists',
    change: joined((text) => text.replace(...ownSecret).replace('alias: School', 'alias: BCovrin02')),
    files: () => ({ ...files()(), [schoolFile]: JSON.stringify(other) }),
    findings: [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '44:52',
        message:
          'school/validator1 has another verkey than BCovrin02 in pool/pool_transactions: the pool does not take it for this validator',
        hint: 'use the alias and the key of the same validator: an alias belongs to one key for ever',
      },
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '55:16',
        message: 'authority/validator1 (Authority) is not in pool/pool_transactions',
        hint: 'nothing, if it joined the pool after its genesis; otherwise set the alias that the pool knows',
      },
    ],
  },
  {
    name: 'an address of the pool',
    change: joined((text) => text.replace('198.51.100.7', '130.107.207.129')),
    files: files(),
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '54:15',
        message: 'BCovrin01 of the pool and authority/validator1 have the same address 130.107.207.129:9701',
        hint: 'ask their owners: each validator has two addresses that nothing else has',
      },
      {
        rule: 'validator-address',
        severity: 'error',
        at: '54:15',
        message: 'BCovrin01 of the pool and authority/validator1 have the same address 130.107.207.129:9702',
        hint: 'ask their owners: each validator has two addresses that nothing else has',
      },
      {
        rule: 'genesis-changed',
        severity: 'notice',
        at: '55:16',
        message: 'authority/validator1 (Authority) is not in pool/pool_transactions',
        hint: 'nothing, if it joined the pool after its genesis; otherwise set the alias that the pool knows',
      },
    ],
  },
]

export const acceptedGenesis: readonly Case[] = [
  {
    name: 'validators that join a pool, and one that is in it',
    change: joined((text) => text.replace(/\nexternal:[\s\S]*?\n\n/, '\n')),
    files: files(),
    findings: [],
  },
]
