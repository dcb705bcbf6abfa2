import type { LedgerRecord } from '../../../network/lock.ts'
import type { AdoptionLine } from '../../adoption.ts'
import type { ChainValidators } from './own.ts'

/** Addresses of the chain's validators, and who is known of them. */
export interface ValidatorReport {
  readonly lines: readonly AdoptionLine[]
  readonly tasks: readonly string[]
  /** Votes of the past, as if the definition had asked for them. */
  readonly ledger: LedgerRecord
}

/**
 * `founders` are the validators of the first block. `names` are those of all known nodes, by address: nobody can dial a validator whose
 * node ID is not known.
 */
export function validatorReport(
  { addresses, isCurrent }: ChainValidators,
  founders: readonly string[],
  names: ReadonlyMap<string, string>,
): ValidatorReport {
  const unknown = [...addresses].filter((address) => !names.has(address))
  const added = isCurrent ? [...addresses].filter((address) => !founders.includes(address)) : []
  const removed = isCurrent ? founders.filter((address) => !addresses.has(address)) : []
  const entry = (address: string, validator: boolean): [string, Readonly<Record<string, string>>] => [
    address,
    { node: names.get(address) ?? address, validator: String(validator) },
  ]
  return {
    lines: [
      {
        subject: 'validators',
        outcome: isCurrent ? 'checked' : 'derived',
        text: isCurrent
          ? `${addresses.size} of the chain${added.length + removed.length === 0 ? ', those of the first block' : `: votes have added ${added.length} and removed ${removed.length} since the first block`}`
          : `${addresses.size} of the first block. Later votes are not known without --from-rpc`,
      },
      ...unknown.map(
        (address): AdoptionLine => ({
          subject: `validator ${address}`,
          outcome: 'lost',
          text: 'no enode URL is known for it: ask who runs it, and run this again with --enodes or --node',
        }),
      ),
    ],
    tasks:
      unknown.length === 0
        ? []
        : [
            `Find the enode URLs of ${unknown.length} validators that are not in the definition: ${unknown.join(', ')}.`,
          ],
    ledger: Object.fromEntries([
      ...added.map((address) => entry(address, true)),
      ...removed.map((address) => entry(address, false)),
    ]),
  }
}
