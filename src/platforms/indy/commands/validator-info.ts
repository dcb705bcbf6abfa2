import type { PlatformCommand } from '../../command.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { withPool } from '../submission/submit.ts'
import { validatorInfoLine } from '../submission/validator-info.ts'
import { validatorInfoOperation } from '../transactions/validator-info.ts'
import { deliver, requestTexts, signedRequests } from './deliver.ts'
import { signerOf, stewardCandidates, trusteeCandidates } from './signers.ts'

/** It changes nothing, so nobody is asked. */
export const validatorInfoCommand: PlatformCommand<IndyTop, IndyNode> = {
  name: 'indy validator-info',
  purpose: 'Ask every validator of the pool for its state, as a trustee or a steward',
  examples: [
    ['chancery indy validator-info --submit', 'a line for each validator: mode, release, view, whom it reaches'],
    ['chancery indy validator-info', 'print the request, signed by a trustee or a steward'],
  ],
  parameters: [],
  forOrganization: false,
  extras: ['key', 'submit', 'request'],
  extraTexts: requestTexts,
  run: async (input) => {
    const signer = await signerOf([...trusteeCandidates(input), ...stewardCandidates(input)], input)
    const requests = signedRequests([validatorInfoOperation], signer, input)
    const [request] = requests
    if (!input.submit || request === undefined) return deliver(requests, input, signer.source)
    const answers = await withPool(input, (client) => client.ask(request))
    const lines = Object.entries(answers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([alias, answer]) => validatorInfoLine(alias, answer))
    return { files: new Map(), lines }
  },
}
