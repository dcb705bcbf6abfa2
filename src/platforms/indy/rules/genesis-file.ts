import type { Material } from '../../../material/material.ts'
import { isIpAddress } from '../../../network/address.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { jsonPlace } from '../../../network/json-place.ts'
import { isMapping } from '../../../network/mapping.ts'
import { specialAddress, specialName } from '../../../network/special-addresses.ts'
import { error } from '../../problem.ts'
import { genesisFilesOf } from '../genesis.ts'
import type { IndyNetwork } from '../network.ts'
import { domainGenesisPath, poolGenesisPath } from '../places.ts'
import { knownIdentities, poolValidators, readTransactions, type Transaction } from '../pool-file.ts'
import { nodeType } from '../transactions/node.ts'
import { roleNumbers } from '../transactions/nym.ts'

/** Genesis files, ours and those of a pool to join: nodes read them at their first start, and stop or never agree if they are wrong. */
export function genesisFileProblems(network: IndyNetwork, material: Material): Problem[] {
  const { genesis } = network.top
  const [pool, domain] = [genesis?.pool ?? poolGenesisPath, genesis?.domain ?? domainGenesisPath]
  if (genesis !== undefined && pool === domain)
    return [
      error(
        'genesis-file',
        `the pool and the domain transactions are the same file ${pool}`,
        'name the two files that the nodes of the pool have',
        ['genesis', 'domain'],
      ),
    ]
  const files = genesisFilesOf(network, material)
  return [
    ...size(files, pool, domain),
    ...fileProblems(pool, files?.pool ?? material.text(pool), genesis === undefined ? poolContent : foreignContent),
    ...fileProblems(domain, files?.domain ?? material.text(domain), domainContent),
  ]
}

/** The largest size of all values of a ConfigMap: MaxSecretSize in pkg/apis/core/types.go of Kubernetes. */
const mebibyte = 1_048_576

/** Nodes read both from one ConfigMap. */
function size(files: ReturnType<typeof genesisFilesOf>, pool: string, domain: string): Problem[] {
  const bytes = files === undefined ? 0 : Buffer.byteLength(files.pool) + Buffer.byteLength(files.domain)
  if (bytes <= mebibyte) return []
  return [
    error(
      'config-map-size',
      `${pool} and ${domain} have ${bytes} bytes; nodes read them from a ConfigMap, which holds at most ${mebibyte}`,
      'use the genesis of the pool, without the transactions after it: nodes fetch these from the others',
      ['genesis'],
    ),
  ]
}

type Content = (file: string, transactions: readonly Transaction[]) => Problem[]

function fileProblems(file: string, text: string | undefined, content: Content): Problem[] {
  if (text === undefined) return []
  const { transactions, faults } = readTransactions(text)
  const found = faults.map(({ line, column, message, hint }) => ({
    ...error('genesis-file', `line ${line} of ${file} ${message}`, hint, []),
    file,
    position: { line, column },
  }))
  // What follows from a line that is missing is no news.
  if (found.length > 0) return found
  const gap = sequence(file, transactions)
  return gap.length > 0 ? gap : content(file, transactions)
}

/** A problem of a transaction, at one of its keys. */
function inLine(
  file: string,
  { line, text }: Pick<Transaction, 'line' | 'text'>,
  key: Path,
  message: string,
  hint: string,
): Problem {
  const { column } = jsonPlace(text, key) ?? { column: 1 }
  return { ...error('genesis-file', message, hint, []), file, position: { line, column } }
}

/** Each transaction has its number in the ledger: with a gap, its Merkle tree is not that of the others. */
function sequence(file: string, transactions: readonly Transaction[]): Problem[] {
  const wrong = transactions.findIndex(({ sequence: own }, at) => own !== undefined && own !== at + 1)
  const transaction = transactions[wrong]
  if (transaction === undefined) return []
  return [
    inLine(
      file,
      transaction,
      ['txnMetadata', 'seqNo'],
      `line ${transaction.line} of ${file} has seqNo ${transaction.sequence} instead of ${wrong + 1}: transactions are missing, or in another order`,
      'copy the whole file from its publisher',
    ),
  ]
}

function poolContent(file: string, transactions: readonly Transaction[]): Problem[] {
  const other = transactions.find(({ type }) => type !== nodeType)
  if (other !== undefined) return [swapped(file, other, 'pool', 'validators')]
  const validators = poolValidators(transactions)
  if (validators.length === 0) return [empty(file, 'validator')]
  return validators.flatMap((validator): Problem[] => {
    const { alias, nodeHost, nodePort, clientHost, clientPort, steward, line } = validator
    const lacks = [
      ...(alias === '' ? ['alias'] : []),
      ...(nodeHost === '' ? ['node_ip'] : []),
      ...(isPort(nodePort) ? [] : ['node_port']),
      ...(clientHost === '' ? ['client_ip'] : []),
      ...(isPort(clientPort) ? [] : ['client_port']),
    ]
    const text = transactions.find((one) => one.line === line)?.text ?? ''
    const at = (key: Path, message: string): Problem =>
      inLine(file, { line, text }, key, `line ${line} of ${file} ${message}`, 'copy the file again from its publisher')
    return [
      ...(lacks.length > 0 ? [at(['txn', 'data', 'data'], `adds a validator without ${lacks.join(', ')}`)] : []),
      ...(steward === '' ? [at(['txn', 'metadata'], 'adds a validator without its steward (metadata.from)')] : []),
    ]
  })
}

/** Of a pool to join: its validators are dialled where the file says, and network policies let pods connect there. */
const foreignContent: Content = (file, transactions) => [
  ...poolContent(file, transactions),
  ...transactions.flatMap((transaction): Problem[] => {
    const { data } = transaction.data
    return (['node_ip', 'client_ip'] as const).flatMap((field) => {
      const host = isMapping(data) ? data[field] : undefined
      const reason = typeof host === 'string' ? unreachable(host) : undefined
      return reason === undefined
        ? []
        : [
            inLine(
              file,
              transaction,
              ['txn', 'data', 'data', field],
              `line ${transaction.line} of ${file} has the ${field} ${host}, which ${reason}`,
              'ask the stewards of the pool for its genesis file: other machines cannot connect there',
            ),
          ]
    })
  }),
]

function unreachable(host: string): string | undefined {
  if (isIpAddress(host)) return specialAddress(host)?.reason
  const special = specialName(host)
  return special?.severity === 'error' ? special.reason : undefined
}

function domainContent(file: string, transactions: readonly Transaction[]): Problem[] {
  const other = transactions.find(({ type }) => type === nodeType)
  if (other !== undefined) return [swapped(file, other, 'domain', 'trustees and stewards')]
  return knownIdentities(transactions).some(({ role }) => role === roleNumbers.trustee) ? [] : [empty(file, 'trustee')]
}

const swapped = (file: string, transaction: Transaction, kind: string, content: string): Problem =>
  inLine(
    file,
    transaction,
    ['txn', 'type'],
    `line ${transaction.line} of ${file} has a transaction of type ${transaction.type}: it is not a file of ${kind} transactions, which have ${content}`,
    'name the file with pool transactions as `pool`, and that with domain transactions as `domain`',
  )

const empty = (file: string, what: string): Problem => ({
  ...error('genesis-file', `${file} has no ${what}`, 'copy the file again from its publisher', []),
  file,
})

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65536
