import type { Risk } from '../../../network/risk.ts'
import { listed } from '../../../words.ts'
import { type ServerSettings, serverFields, serverSettingsOf } from '../chaincode-server-schema.ts'
import { labelOf, runnersOf } from '../network.ts'
import { consentTo } from './automatic.ts'
import type { KeptChaincode } from './kept-chaincodes.ts'
import type { FabricRevision } from './revision.ts'

/** What a server runs with is no part of the definition that members commit: it changes with the merge, without a sequence. */
export function serverRisks({ network }: FabricRevision, { was, is, path }: KeptChaincode): Risk[] {
  const [old, now] = [serverSettingsOf(was) ?? {}, serverSettingsOf(is) ?? {}]
  const changes = Object.keys(serverFields).flatMap((field) => changesOf(field as keyof ServerSettings, old, now)) // its keys
  if (changes.length === 0) return []
  const effect =
    labelOf(was) === labelOf(is)
      ? `its pods at ${listed(runnersOf(network, is))} restart under the same definition`
      : `its new server at ${listed(runnersOf(network, is))} starts with them`
  return [
    {
      id: 'chaincode-server-changed',
      subject: `${is.channel}/${is.name}`,
      message: `chaincode ${is.name} of channel ${is.channel} gets ${changes.join('; ')}: ${effect}`,
      ...consentTo(network, is),
      path,
    },
  ]
}

/** Variables one by one, everything else as a whole. */
function changesOf(field: keyof ServerSettings, old: ServerSettings, now: ServerSettings): string[] {
  if (field !== 'environment') {
    const [before, after] = [old[field], now[field]].map((value) => JSON.stringify(value ?? 'none'))
    return before === after ? [] : [`${field} ${before} → ${after}`]
  }
  const [before, after] = [old.environment ?? {}, now.environment ?? {}]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${before[name] ?? '(unset)'} → ${after[name] ?? '(unset)'}`)
}
