import type { Risk } from '../../../network/risk.ts'
import { listed } from '../../../words.ts'
import type { KeptValidator, ValidatorChanges } from './changes.ts'

/** Validators that are reached elsewhere than the ledger of the pool says. */
export const addressRisks = ({ moved }: ValidatorChanges): Risk[] =>
  moved.map(({ was, is }) => {
    const peers = was.addresses.node !== is.addresses.node
    const changes = listed(changesOf({ was, is }))
    return {
      id: 'pool-address-changed',
      severity: is.ours && peers ? 'danger' : 'caution',
      subject: is.id,
      message: is.ours
        ? `${is.id} is reached at ${changes}: ${peers ? 'the other validators dial' : 'clients dial'} what the ledger has, until a NODE transaction changes it`
        : `${is.id} is reached at ${changes}: our validators dial what the ledger has, whatever the definition says`,
      hint: is.ours
        ? `keep the old address until the transaction is written: after the merge run \`chancery indy node move ${is.id} --submit\`. Change one validator at a time`
        : 'its owner submits the NODE transaction; ask whether the ledger has it',
      path: is.path,
    }
  })

function changesOf({ was, is }: KeptValidator): string[] {
  const [old, now] = [was.addresses, is.addresses]
  return [
    ...(old.node === now.node ? [] : [`${now.node} instead of ${old.node}`]),
    ...(old.client === now.client ? [] : [`${now.client} instead of ${old.client} (clients)`]),
  ]
}
