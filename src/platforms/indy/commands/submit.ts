import { OperatorError } from '../../../errors.ts'
import type { PlatformCommand } from '../../command.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { clientPackageOf } from '../submission/client.ts'
import { submitAll } from '../submission/submit.ts'
import { type LedgerRequest, readRequest } from '../transactions/request.ts'
import { countersigned, signersOf } from '../transactions/signing.ts'
import { requestWords } from '../transactions/words.ts'
import { deliver, requestTexts } from './deliver.ts'
import { type IndyCommandInput, signerOf, stewardCandidates, trusteeCandidates } from './signers.ts'

/** Requests of a file that a command wrote, or another client of Indy. */
async function requestsIn({ given: [file = ''], read }: IndyCommandInput): Promise<LedgerRequest[]> {
  const hint = 'name a file that `--request` wrote, or a request of another client of Indy as JSON'
  const text = Buffer.from(await read(file)).toString()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new OperatorError(`${file} is not JSON`, hint)
  }
  const requests = (Array.isArray(value) ? value : [value]).map(readRequest)
  const known = requests.filter((request) => request !== undefined)
  if (known.length !== requests.length || known.length === 0)
    throw new OperatorError(`${file} has no request to a pool`, hint)
  return known
}

export const submitCommand: PlatformCommand<IndyTop, IndyNode> = {
  name: 'indy submit',
  purpose: 'Show signed requests of a file, ask, send them to the pool, and report the answers',
  examples: [['chancery indy submit join.json', 'show, ask, and send what another machine signed']],
  parameters: ['FILE'],
  forOrganization: false,
  extras: ['yes'],
  run: async (input) => {
    const requests = await requestsIn(input)
    if (requests.some((request) => signersOf(request).length === 0))
      throw new OperatorError('a request has no signature', '`chancery indy sign FILE` adds one')
    await clientPackageOf(input.load) // nobody is asked in vain
    if (!(await input.agree(requests.flatMap(requestWords), 'Send this to the pool?')))
      return { files: new Map(), lines: ['nothing was sent'], declined: true }
    return { files: new Map(), lines: await submitAll(requests, input) }
  },
}

export const signCommand: PlatformCommand<IndyTop, IndyNode> = {
  name: 'indy sign',
  purpose: 'Show requests of a file, ask, and add the signature of one more trustee, steward or endorser',
  examples: [
    ['chancery indy sign trustee.json --request both.json', 'add the signature of a trustee or steward of ours'],
    ['chancery indy sign schema.json --key endorser.seed --submit', 'endorse a request of an author, and send it'],
  ],
  parameters: ['FILE'],
  forOrganization: false,
  extras: ['key', 'submit', 'request', 'yes'],
  extraTexts: requestTexts,
  run: async (input) => {
    const requests = await requestsIn(input)
    const signed = new Set(requests.flatMap(signersOf))
    // With --key anybody may sign; without it, those of the definition who have not.
    const candidates =
      input.key === undefined
        ? [...trusteeCandidates(input), ...stewardCandidates(input)].filter(
            ({ identity }) => identity !== undefined && !signed.has(identity.did),
          )
        : []
    const signer = await signerOf(candidates, input)
    if (!(await input.agree(requests.flatMap(requestWords), `Sign this as ${signer.who}?`)))
      return { files: new Map(), lines: ['nothing was signed'], declined: true }
    return deliver(
      requests.map((request) => countersigned(request, signer)),
      input,
      signer.source,
    )
  },
}
