import { OperatorError } from '../../../errors.ts'
import { isMapping } from '../../../network/mapping.ts'
import { cut } from '../../../words.ts'
import type { CommandInput } from '../../command.ts'
import { genesisFilesOf } from '../genesis.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { agreementType, mechanismsType } from '../transactions/agreement.ts'
import { nodeType } from '../transactions/node.ts'
import { nymType } from '../transactions/nym.ts'
import type { LedgerRequest } from '../transactions/request.ts'
import { requestWords } from '../transactions/words.ts'
import { type PoolAnswer, type PoolClient, poolClient } from './client.ts'
import { refusalOf } from './refusals.ts'

type Input = Pick<CommandInput<IndyTop, IndyNode>, 'network' | 'material' | 'load'>

/** Uses a connection to the pool of the definition. */
export async function withPool<Result>(
  { network, material, load }: Input,
  use: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const files = genesisFilesOf(network, material)
  if (files === undefined) throw new OperatorError('the pool has no genesis yet', 'run `chancery keys` first')
  const client = await poolClient(files.pool, load)
  try {
    return await use(client)
  } finally {
    client.close()
  }
}

/** Sends requests one after the other, and says what the pool answered. Throws an OperatorError for the first that it refuses. */
export const submitAll = (requests: readonly LedgerRequest[], input: Input): Promise<readonly string[]> =>
  withPool(input, async (client) => {
    const lines: string[] = []
    for (const request of requests) lines.push(answerText(request, await client.submit(request)))
    return lines
  })

function answerText(request: LedgerRequest, answer: PoolAnswer): string {
  const [what = ''] = requestWords(request)
  if (answer.outcome === 'reply') return `the pool wrote it${numberOf(answer.result)}: ${what}`
  if (answer.outcome === 'unreachable')
    throw new OperatorError(
      `no answer came to: ${what} (${answer.reason})`,
      'the pool may have written it: send the same request again, as a file of --request. The pool never writes one twice',
    )
  const { message, hint, isDone } = refusalOf(answer.reason)
  if (isDone === true) return `${message}: ${what}`
  throw new OperatorError(
    `${message}: ${what}. The pool says: ${cut(answer.reason.replace(/\s+/g, ' '), 600)}`,
    hint ?? 'read the answer above',
  )
}

/** Which transaction of which ledger it became. */
function numberOf(result: Readonly<Record<string, unknown>>): string {
  const { txnMetadata, txn } = (isMapping(result.result) ? result.result : result) as {
    readonly txnMetadata?: { readonly seqNo?: unknown }
    readonly txn?: { readonly type?: unknown }
  }
  const number = txnMetadata?.seqNo
  const ledger = ledgerOf(txn?.type)
  return typeof number === 'number'
    ? ` as transaction ${number}${ledger === undefined ? '' : ` of its ${ledger} ledger`}`
    : ''
}

const ledgerOf = (type: unknown): string | undefined =>
  type === nodeType
    ? 'pool'
    : type === nymType
      ? 'domain'
      : type === agreementType || type === mechanismsType
        ? 'config'
        : undefined
