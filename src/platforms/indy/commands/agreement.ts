import { OperatorError } from '../../../errors.ts'
import type { PlatformCommand } from '../../command.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { agreementOperation, mechanismsOperation } from '../transactions/agreement.ts'
import { agreementIn } from './agreement-in.ts'
import { deliver, requestExtras, requestTexts, signedRequests } from './deliver.ts'
import { signerOf, trusteeCandidates } from './signers.ts'

/** Two requests: ways to accept the agreement, then the agreement itself. */
export const agreementCommand: PlatformCommand<IndyTop, IndyNode> = {
  name: 'indy agreement',
  purpose: 'Write the transaction author agreement of the definition to the ledger, as a trustee',
  examples: [
    ['chancery indy agreement', 'print both requests, signed by a trustee'],
    ['chancery indy agreement --submit', 'write the ways to accept it, then the agreement'],
  ],
  parameters: [],
  forOrganization: false,
  extras: requestExtras,
  extraTexts: requestTexts,
  run: async (input) => {
    const agreement = agreementIn(input)
    if (agreement === undefined)
      throw new OperatorError(
        'the definition has no transactionAuthorAgreement',
        'write one: version, file, mechanisms, and the day on which it was ratified',
      )
    if (new Date(agreement.ratified) > input.now)
      throw new OperatorError(
        `the agreement is ratified on ${agreement.ratified}, and the pool takes none of the future`,
        'wait for that day, or correct `ratified`',
      )
    const signer = await signerOf(trusteeCandidates(input), input)
    const requests = signedRequests([mechanismsOperation(agreement), agreementOperation(agreement)], signer, input)
    return deliver(requests, input, signer.source)
  },
}
