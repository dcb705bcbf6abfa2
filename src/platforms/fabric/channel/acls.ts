import { readMessage } from '../protobuf/reader.ts'
import type { ConfigGroup } from './config-group.ts'

const writers = '/Channel/Application/Writers'
const readers = '/Channel/Application/Readers'

/**
 * What a channel guards, and by which policy where it says nothing: core/aclmgmt/defaultaclprovider.go, cResourcePolicyMap. Any
 * other name is looked at by nobody.
 */
export const defaultAcls: ReadonlyMap<string, string> = new Map([
  ['_lifecycle/CheckCommitReadiness', writers],
  ['_lifecycle/CommitChaincodeDefinition', writers],
  ['_lifecycle/QueryChaincodeDefinition', writers],
  ['_lifecycle/QueryChaincodeDefinitions', writers],
  ['lscc/ChaincodeExists', readers],
  ['lscc/GetDeploymentSpec', readers],
  ['lscc/GetChaincodeData', readers],
  ['lscc/GetInstantiatedChaincodes', readers],
  ['lscc/GetCollectionsConfig', readers],
  ['qscc/GetChainInfo', readers],
  ['qscc/GetBlockByNumber', readers],
  ['qscc/GetBlockByHash', readers],
  ['qscc/GetTransactionByID', readers],
  ['qscc/GetBlockByTxID', readers],
  ['cscc/GetConfigBlock', readers],
  ['cscc/GetChannelConfig', readers],
  ['peer/Propose', writers],
  ['peer/ChaincodeToChaincode', writers],
  ['event/Block', readers],
  ['event/FilteredBlock', readers],
  ['gateway/CommitStatus', readers],
  ['gateway/ChaincodeEvents', readers],
])

/** Policies by resource, as peer.ACLs has them: common/channelconfig/acls.go completes those that are no path. */
export function aclsOf(value: Uint8Array): ReadonlyMap<string, string> {
  const entries = [...readMessage(value).map(1)].map(([resource, policy]): [string, string] => {
    const path = readMessage(policy).text(1)
    return [resource, path.startsWith('/') ? path : `/Channel/Application/${path}`]
  })
  return new Map(entries)
}

export const readAcls = (channel: ConfigGroup): ReadonlyMap<string, string> =>
  aclsOf(channel.groups.get('Application')?.values.get('ACLs')?.value ?? Buffer.alloc(0))
