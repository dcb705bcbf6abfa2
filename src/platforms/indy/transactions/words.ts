import { isContainer } from '../../../network/mapping.ts'
import { cut } from '../../../words.ts'
import { agreementType, mechanismsType } from './agreement.ts'
import { nodeType } from './node.ts'
import { nymType, roleNumbers } from './nym.ts'
import type { Acceptance, LedgerRequest, Operation } from './request.ts'
import { signersOf } from './signing.ts'
import { validatorInfoType } from './validator-info.ts'

/** What a request does, a line each, for those who sign or send it. Texts of others are in it. */
export const requestWords = (request: LedgerRequest): readonly string[] => [
  operationWords(request.operation),
  ...(request.operation.type === nodeType ? [`  its verkey is ${text(request.operation.dest)}`] : []),
  ...wholeOperation(request.operation),
  `  as ${request.identifier}, signed by ${signersOf(request).join(', ') || 'nobody'}`,
  ...(request.endorser === undefined ? [] : [`  sent by the endorser ${request.endorser}`]),
  ...(request.taaAcceptance === undefined ? [] : [acceptanceWords(request.taaAcceptance)]),
]

/** Fields that the words tell, of each type. */
const toldFields: ReadonlyMap<string, readonly string[]> = new Map([
  [nodeType, ['dest', 'data']],
  [nymType, ['dest', 'verkey', 'role']],
  [mechanismsType, ['version', 'aml']],
  [agreementType, ['version', 'text', 'ratification_ts']],
  [validatorInfoType, []],
])

/** More than most transactions have. */
const longestOperation = 4000

/** Nobody signs what the words do not tell. */
function wholeOperation(operation: Operation): readonly string[] {
  const told = toldFields.get(operation.type)
  const { type: _, ...fields } = operation
  return told !== undefined && Object.keys(fields).every((field) => told.includes(field))
    ? []
    : [`  ${cut(JSON.stringify(fields), longestOperation)}`]
}

const acceptanceWords = ({ mechanism, taaDigest, time }: Acceptance): string =>
  `  accepts the agreement ${taaDigest.slice(0, 16)}… (${mechanism}), on ${new Date(time * 1000).toISOString().slice(0, 10)}`

function operationWords(operation: Operation): string {
  const { type, dest } = operation
  if (type === nodeType) return nodeWords(mapping(operation.data))
  if (type === nymType) return nymWords(operation)
  if (type === mechanismsType)
    return `writes ways to accept the agreement ${text(operation.version)}: ${Object.keys(mapping(operation.aml)).join(', ')}`
  if (type === agreementType) return `writes the transaction author agreement ${text(operation.version)}`
  if (type === validatorInfoType) return 'asks every validator for its state'
  return `a request of type ${type}${dest === undefined ? '' : ` about ${text(dest)}`}`
}

function nodeWords(data: Readonly<Record<string, unknown>>): string {
  const { alias, services, node_ip, node_port, client_ip, client_port, blskey } = data
  const parts = [
    ...(Array.isArray(services) ? [services.length === 0 ? 'leaves consensus' : 'takes part in consensus'] : []),
    ...(node_ip === undefined
      ? []
      : [`has the address ${text(node_ip)}:${text(node_port)}, for clients ${text(client_ip)}:${text(client_port)}`]),
    ...(blskey === undefined ? [] : [`has the BLS key ${text(blskey).slice(0, 16)}…`]),
  ]
  return `validator ${text(alias)} ${parts.join(', ') || 'stays as it is'}`
}

function nymWords({ dest, verkey, role }: Operation): string {
  const known = Object.entries(roleNumbers).find(([, number]) => number === role)?.[0]
  const key = verkey === undefined ? '' : ` the verkey ${text(verkey)}`
  if (role === null) return `takes the role of ${text(dest)} away${key && `, and gives it${key}`}`
  if (role !== undefined)
    return `makes ${text(dest)} ${known === undefined ? `role ${text(role)}` : article(known)}${key && ` with${key}`}`
  return verkey === undefined ? `writes ${text(dest)}` : `gives ${text(dest)}${key}`
}

const article = (role: string): string => `${role === 'endorser' ? 'an' : 'a'} ${role}`

const text = (value: unknown): string => String(value)

const mapping = (value: unknown): Readonly<Record<string, unknown>> => (isContainer(value) ? value : {})
