import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import type { SubstrateLedgerNode } from '../network.ts'
import { byCanonicalName } from '../options.ts'
import type { SubstrateRevision } from './revision.ts'

/** Nodes whose volume does not fit their options any more. */
export function storageRisks({ network: before }: SubstrateRevision, { network: after }: SubstrateRevision): Risk[] {
  const known = new Map(before.nodes.map((node) => [nodeId(node), node]))
  return after.nodes.flatMap((is) => {
    const was = known.get(nodeId(is))
    return was === undefined ? [] : [...anotherHistory(was, is), ...anotherDatabase(was, is)]
  })
}

/**
 * What a node keeps of the state of old blocks. Its database has it: a node refuses to start with another kind, and takes another number
 * of blocks (sc-state-db 0.38.0, lib.rs, `choose_pruning_mode`).
 */
function historyOf({ role, own: { settings } }: SubstrateLedgerNode): string {
  const value = String(byCanonicalName(settings)['state-pruning'] ?? (role === 'archive' ? 'archive' : 'pruned'))
  return value.startsWith('archive') ? value : 'pruned'
}

function anotherHistory(was: SubstrateLedgerNode, is: SubstrateLedgerNode): Risk[] {
  const [old, now] = [historyOf(was), historyOf(is)]
  if (old === now) return []
  const field = ['state-pruning', 'pruning'].find((name) => is.own.settings[name] !== undefined)
  return [
    {
      id: 'state-pruning-changed',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} keeps the state of old blocks otherwise (${now} instead of ${old}): it refuses to start with its data`,
      hint: `restore ${old}, or add a node with another name, which synchronizes from the beginning`,
      path: field === undefined ? [...is.path, 'role'] : [...is.path, 'settings', field],
    },
  ]
}

/** Each kind has a separate folder: sc-cli 0.51.0, config.rs, `database_config`. */
function anotherDatabase(was: SubstrateLedgerNode, is: SubstrateLedgerNode): Risk[] {
  const [old, now] = [was, is].map(({ own: { settings } }) => String(byCanonicalName(settings).database ?? 'auto'))
  // `auto` opens the one that is there.
  if (old === now || now === 'auto') return []
  return [
    {
      id: 'database-changed',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} uses the database ${now} instead of ${old}: unless its volume has one of that kind, it begins with an empty one, and needs the whole chain again`,
      hint: 'restore the setting, or remove it: without it a node opens the database that it has. To change it, do one node at a time',
      path: [...is.path, 'settings', is.own.settings.db === undefined ? 'database' : 'db'],
    },
  ]
}
