import type { Case, ExpectedFinding } from '../case.ts'

const node = '{name: validator1, role: validator}'
const movesFrom = (host: string, port = 30303): string => `movesFrom: {host: ${host}, port: ${port}}`
const elsewhere = (fields = ''): string => node.replace('}', `, adopted: false${fields === '' ? '' : `, ${fields}`}}`)

const problem = (at: string, message: string, hint: string): ExpectedFinding => ({
  rule: 'node-elsewhere',
  severity: 'error',
  at,
  message,
  hint,
})

const ours = 'set movesFrom to the address of the old pod, or remove adopted: false when the old pod has stopped'

/** Nodes that something else still runs. */
export const elsewhereCases: readonly Case[] = [
  {
    name: 'nothing says where a node runs',
    keysMade: true,
    change: [[node, elsewhere()]],
    findings: [
      problem(
        '32:54',
        'manufacturer/validator1 runs elsewhere, and nothing says where: its peers would not find it',
        'set movesFrom to the host and the port at which its peers reach it now',
      ),
    ],
  },
  {
    name: 'a node runs elsewhere, and its key is not sealed yet',
    keysMade: true,
    change: [[node, elsewhere(movesFrom('old.example.org'))]],
    files: () => ({ 'material/sealed/eu/manufacturer/validator1.yaml': undefined }),
    findings: [
      {
        rule: 'material-half',
        severity: 'error',
        at: '32:9',
        message:
          'manufacturer/validator1 has a public key (material/public/manufacturer/validator1.yaml), but no private key for cluster eu (material/sealed/eu/manufacturer/validator1.yaml)',
        hint: 'run the same `chancery adopt` again, once the definition has recipients: it reads the key and encrypts it for them',
      },
    ],
  },
  {
    name: 'a node runs elsewhere at the address of an external one',
    keysMade: true,
    change: [[node, elsewhere(movesFrom('Validator5.bank.example.net'.toLowerCase()))]],
    findings: [
      problem(
        '32:72',
        'bank/validator5 and manufacturer/validator1 are both at validator5.bank.example.net:30303',
        'a port reaches one node: correct one of the two',
      ),
    ],
  },
  {
    name: 'a node runs elsewhere at its own Ambassador',
    keysMade: true,
    change: [[node, elsewhere(movesFrom('validator1.manufacturer.eu.example.com', 15001))]],
    findings: [
      problem(
        '32:72',
        'manufacturer/validator1 moves from validator1.manufacturer.eu.example.com:15001, which is its address here: no pod answers there',
        ours,
      ),
    ],
  },
  {
    name: 'a node runs elsewhere at its own Service',
    keysMade: true,
    change: [[node, elsewhere(movesFrom('validator1.supplychain-manufacturer.svc.cluster.local'))]],
    findings: [
      problem(
        '32:72',
        'manufacturer/validator1 moves from validator1.supplychain-manufacturer.svc.cluster.local:30303, which is its address here: no pod answers there',
        ours,
      ),
    ],
  },
  {
    name: 'a node of a chain that has not begun runs elsewhere',
    change: [[node, elsewhere(movesFrom('validator1.old.example.com'))]],
    findings: [
      problem(
        '32:54',
        'manufacturer/validator1 runs elsewhere, but the chain has not begun: material/public/genesis.json is missing',
        'add the genesis file of the chain, or remove adopted: a new chain begins with pods of Chancery',
      ),
    ],
  },
  {
    name: 'a node without a public key runs elsewhere',
    keysMade: true,
    change: [
      ['{name: rpc1, role: rpc}', `{name: rpc1, role: rpc, adopted: false, ${movesFrom('rpc1.old.example.com')}}`],
    ],
    files: () => ({
      'material/public/carrier/rpc1.yaml': undefined,
      'material/sealed/us/carrier/rpc1.yaml': undefined,
    }),
    findings: [
      problem(
        '39:42',
        'carrier/rpc1 runs elsewhere, but its public key is missing: with a new key it would be another node',
        'add material/public/carrier/rpc1.yaml with its nodeId and address, as `chancery adopt` writes it',
      ),
    ],
  },
]

export const acceptedElsewhere: readonly Case[] = [
  {
    name: 'a node that something else still runs',
    keysMade: true,
    change: [[node, elsewhere(movesFrom('validator1.old.example.com'))]],
    findings: [],
  },
  {
    name: 'where a node came from',
    keysMade: true,
    change: [[node, node.replace('}', `, ${movesFrom('validator1.manufacturer.eu.example.com', 15001)}}`)]],
    findings: [],
  },
]
