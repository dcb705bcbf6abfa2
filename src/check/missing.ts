import type { OperatorError } from '../errors.ts'
import { type IssuerNeed, issuerNeeds } from '../material/issuer-needs.ts'
import { filesOfKey, isKey, type MaterialRequest, titleOf } from '../material/material.ts'
import type { Finding } from '../network/finding.ts'
import { signingOrganizations } from '../network/network.ts'
import type { Source } from '../network/source.ts'
import { several } from '../words.ts'
import type { CheckedNetwork } from './checked-network.ts'
import { keyHolders } from './key-holders.ts'

/**
 * Missing material as findings: errors if it is needed now, one notice if the merge will make it. `unopened` has the reasons why
 * material could not be made. An organization with signers makes and signs its own keys.
 */
export function missingFindings(
  { missing, source, materialFiles, network, requests }: CheckedNetwork,
  severity: 'error' | 'notice',
  unopened: ReadonlyMap<MaterialRequest, OperatorError> = new Map(),
): Finding[] {
  const byHand = missing.filter(
    (request) => isKey(request) && request.sealed === undefined && request.signedOnly !== true,
  )
  const signing = signingOrganizations(network)
  const signed = missing.filter(
    (request) => !byHand.includes(request) && isKey(request) && signing.has(request.organization),
  )
  const made = missing.filter((request) => !byHand.includes(request) && !signed.includes(request))
  const absent = (request: MaterialRequest): string =>
    (isKey(request) ? filesOfKey(request) : [request.file]).filter((path) => !materialFiles.has(path)).join(', ')
  const finding = (request: MaterialRequest, hint: string): Finding => ({
    rule: 'material-missing',
    severity: 'error',
    message: `${titleOf(request)} does not exist yet: ${absent(request)} is missing`,
    hint,
    place: source.at(request.path),
  })
  return [
    ...byHand.map((request) =>
      finding(request, `commit the public half of the key in its Secret as ${absent(request)}`),
    ),
    ...signed.map((request) => finding(request, reasoned(signedWayOut(request), unopened.get(request)))),
    ...(severity === 'error'
      ? made.map((request) => finding(request, reasoned(wayOut(request), unopened.get(request))))
      : [...madeOnMerge(made, source), ...neededOnMerge(issuerNeeds(made, requests, materialFiles), source)]),
  ]
}

/** Keys that could not be made here, because sealed material that they need cannot be decrypted. */
export const unmadeFindings = (
  unopened: ReadonlyMap<MaterialRequest, OperatorError>,
  checked: CheckedNetwork,
): Finding[] =>
  [...unopened].map(([request, { message, hint }]) => {
    const holders = isKey(request) ? keyHolders(request.needs ?? [], checked) : ''
    return {
      rule: 'material-missing',
      severity: 'error',
      message: `${titleOf(request)} was not made: ${message}`,
      hint: holders === '' ? hint : `${holders}: ${hint}`,
      place: checked.source.at(request.path),
    }
  })

/** Missing keys whose certificates need a key that the merge may not have, or does not have. */
const neededOnMerge = (needs: readonly IssuerNeed[], source: Source): Finding[] =>
  needs.map(({ organization, labels, holder, recipients, request }) => {
    const isElsewhere = recipients.length === 0
    return {
      rule: 'material-missing',
      severity: isElsewhere ? 'warning' : 'notice',
      message: isElsewhere
        ? `the merge cannot make the certificates of ${several(labels)}: ${organization} keeps the key of its authority outside of this repository`
        : `the merge needs the age key of ${holder} (${recipients.join(' or ')}) for ${several(labels)}`,
      hint: isElsewhere
        ? `${organization} issues the certificates, and commits them with their sealed keys`
        : `${organization} runs \`chancery keys --organization ${organization}\` on this branch, or the workflow that commits has that age key`,
      place: source.at(request.path),
    }
  })

const reasoned = (hint: string, problem: OperatorError | undefined): string =>
  problem === undefined ? hint : `${hint}. Chancery could not make it: ${problem.message} (${problem.hint})`

const wayOut = (request: MaterialRequest): string =>
  isKey(request)
    ? `run \`chancery keys\`; where organizations make their own keys, ${request.organization} runs \`chancery keys --organization ${request.organization}\``
    : `run \`chancery keys\`, which makes it as soon as ${request.madeWhen}`

const signedWayOut = (request: MaterialRequest): string => {
  const name = isKey(request) ? request.organization : ''
  return `${name} makes it and signs it: \`chancery keys --organization ${name}\`, then \`chancery sign --organization ${name}\``
}

function madeOnMerge(missing: readonly MaterialRequest[], source: Source): Finding[] {
  const [first] = missing
  if (first === undefined) return []
  const labels = missing.map((request) => request.label)
  const shown = labels.slice(0, 5).join(', ') + (labels.length > 5 ? ` and ${labels.length - 5} more` : '')
  return [
    {
      rule: 'material-missing',
      severity: 'notice',
      message: `missing keys are made when the change is merged: ${shown}`,
      hint: 'or make them now with `chancery keys`',
      place: source.at(first.path),
    },
  ]
}
