import { OperatorError } from '../../../errors.ts'
import type { CommandOutcome } from '../../command.ts'
import { clientPackageOf } from '../submission/client.ts'
import { submitAll } from '../submission/submit.ts'
import { acceptanceOf } from '../transactions/agreement.ts'
import { nymType } from '../transactions/nym.ts'
import { type LedgerRequest, type Operation, requestIdOf, requestOf } from '../transactions/request.ts'
import { signedRequest } from '../transactions/signing.ts'
import { requestWords } from '../transactions/words.ts'
import { agreementIn } from './agreement-in.ts'
import type { IndyCommandInput, Signer } from './signers.ts'

/** Options of a command that makes a request, and what they mean for Indy. */
export const requestExtras = ['key', 'submit', 'request', 'yes'] as const

/** Those of a request to the domain ledger, whose authors accept the agreement of the pool. */
export const domainExtras = [...requestExtras, 'accept'] as const

export const requestTexts = {
  key: 'Seed of who signs, 32 characters in a file; `-` is standard input, `fd:3` a descriptor; when empty, the key in material/ is used',
  submit: 'Send the request to the pool with @hyperledger/indy-vdr-nodejs, and report the answer',
  request: 'Write the signed request to this file; when empty, it is printed',
  accept: 'How you accepted the agreement of the pool: one of its mechanisms',
} as const

/** Requests of one author, signed. */
export function signedRequests(
  operations: readonly Operation[],
  signer: Signer,
  input: IndyCommandInput,
): LedgerRequest[] {
  const first = requestIdOf(input.now, input.random)
  return operations.map((operation, at) => {
    const acceptance = operation.type === nymType ? acceptanceFor(input) : undefined
    return signedRequest(requestOf(operation, signer.did, first + at, acceptance), signer)
  })
}

/** How the author accepts the agreement of the definition. */
function acceptanceFor(input: IndyCommandInput) {
  const agreement = agreementIn(input)
  if (agreement === undefined) {
    if (input.accept === undefined) return undefined
    throw new OperatorError(
      'the definition has no transactionAuthorAgreement to accept',
      'leave --accept out, or write the agreement of the pool into the definition',
    )
  }
  const mechanisms = Object.keys(agreement.mechanisms)
  if (input.accept === undefined || !mechanisms.includes(input.accept))
    throw new OperatorError(
      input.accept === undefined
        ? `authors accept the agreement ${agreement.version} of this pool`
        : `the agreement ${agreement.version} has no mechanism "${input.accept}"`,
      `read ${input.network.top.transactionAuthorAgreement?.file}, then say how you accepted it: --accept ${mechanisms.join(' | ')}`,
    )
  return acceptanceOf(agreement, input.accept, input.now)
}

/** Sends the requests, or writes or prints them. */
export async function deliver(
  requests: readonly LedgerRequest[],
  input: IndyCommandInput,
  by: string,
): Promise<CommandOutcome> {
  const text = `${JSON.stringify(requests.length === 1 ? requests[0] : requests, null, 2)}\n`
  const files = new Map()
  if (input.request !== undefined) await input.write(input.request, text)
  const words = requests.flatMap(requestWords)
  const wrote = input.request === undefined ? [] : [`wrote ${input.request}, signed with ${by}`]
  if (input.submit) {
    await clientPackageOf(input.load) // nobody is asked in vain
    if (!(await input.agree(words, 'Send this to the pool?')))
      return { files, lines: [...wrote, 'nothing was sent'], declined: true }
    return { files, lines: [...wrote, ...(await submitAll(requests, input))] }
  }
  return input.request === undefined
    ? { files, lines: [], output: text }
    : {
        files,
        lines: [
          ...words,
          ...wrote,
          `\`chancery indy submit ${input.request}\` sends it; so does any client of Indy, as it is. It stays valid: delete it when it is not needed`,
        ],
      }
}
