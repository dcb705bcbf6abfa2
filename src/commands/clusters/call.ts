import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Api } from '../../cluster/api.ts'
import { OperatorError } from '../../errors.ts'
import type { Cluster } from '../../network/network.ts'
import type { CallPlace, ContractCall } from '../../platforms/contract-call.ts'
import type { Verdict } from '../../platforms/health.ts'
import { viewOf } from '../../render/compile.ts'
import type { ClusterPorts } from '../ports.ts'
import { renderInput } from '../render.ts'
import { runInquiry } from './inquire.ts'

export interface CallOptions {
  /** `CONTRACT:FUNCTION` of a transaction. */
  readonly invoke: string | undefined
  /** `CONTRACT:FUNCTION` that is evaluated only. */
  readonly query: string | undefined
  readonly arguments: readonly string[]
  readonly channel: string | undefined
}

/** A call, and who makes it. */
export interface PlacedCall {
  readonly call: ContractCall
  readonly place: CallPlace
}

/** The call that the options ask for; undefined without one. Throws OperatorError for one that is not possible. */
export function placedCall(
  options: CallOptions,
  { network, platform }: CheckedNetwork,
  cluster: string | undefined,
): PlacedCall | undefined {
  const { invoke, query } = options
  const given = invoke ?? query
  if (given === undefined) {
    if (options.arguments.length === 0 && options.channel === undefined) return undefined
    throw new OperatorError('argument and channel belong to a call', 'add invoke or query')
  }
  if (invoke !== undefined && query !== undefined)
    throw new OperatorError('invoke and query exclude each other', 'use one of them')
  const [, contract, name] = /^([^:]+):(.+)$/.exec(given) ?? []
  if (contract === undefined || name === undefined)
    throw new OperatorError(`"${given}" is not CHAINCODE:FUNCTION`, 'write for example basic:Ping')
  if (platform.operation.callPlace === undefined)
    throw new OperatorError(`${platform.definition.title} has no smoke test`, 'remove invoke and query')
  const { arguments: values, channel } = options
  const call = { contract, function: name, arguments: values, channel, writes: invoke !== undefined }
  const place = platform.operation.callPlace(network, call, cluster)
  if ('message' in place) throw new OperatorError(place.message, place.hint)
  return { call, place }
}

/** Makes the call from a pod in its cluster. */
export async function makeCall(
  api: Api,
  checked: CheckedNetwork,
  { call, place }: PlacedCall,
  cluster: Cluster,
  ports: ClusterPorts,
): Promise<Verdict> {
  const { network, platform } = checked
  const input = await renderInput(checked, ports)
  const view = viewOf(input, cluster)
  const inquiry = platform.operation.callInquiry?.(place, call, view)
  const organization = network.organizations.find(({ name }) => name === place.organization)
  if (inquiry === undefined || organization === undefined)
    throw new Error('a placed call has a Job and an organization')
  const name = `${call.contract}:${call.function}`
  if (call.writes)
    ports.reporter.say(`${cluster.name}: ${name} writes a transaction to the ledger, as ${place.organization}`)
  try {
    const output = await runInquiry(api, { inquiry, organization, cluster, input }, ports)
    return platform.operation.judgeCall?.(call, output) ?? { good: true, message: output }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { good: false, message: `${name} was not called: ${error.message}`, hint: error.hint }
  }
}
