import { counted, listed } from '../../../words.ts'
import { accountsIn, type WrittenAccount } from '../accounts.ts'
import type { EvmClient, GenesisFile } from '../client.ts'
import type { WrittenField, WrittenGenesis } from '../written.ts'

/** What the definition has to say for agreeing with the genesis file, as the last part of a hint. */
export function asWritten(field: Exclude<WrittenField, 'accounts'>, { [field]: { meaning } }: WrittenGenesis): string {
  switch (field) {
    case 'emptyBlockPeriodSeconds':
      return meaning === '0' ? `remove ${field}` : `write \`${field}: ${meaning}\``
    case 'blockReward':
      return meaning === '0' ? `remove ${field}` : `write \`${field}: "${meaning}"\``
    case 'miningBeneficiary':
      return meaning === '' ? `remove ${field}` : `write \`${field}: "0x${meaning}"\``
    case 'contractSizeLimit':
      return meaning === '24576' ? `remove ${field}` : `write \`${field}: ${meaning}\``
    case 'gasLimit':
      return !/^\d+$/.test(meaning) || BigInt(meaning) <= Number.MAX_SAFE_INTEGER
        ? `write \`${field}: ${meaning}\``
        : `write \`${field}: "0x${BigInt(meaning).toString(16)}"\``
    default:
      return `write \`${field}: ${meaning}\``
  }
}

/** Accounts that are named in a message; a genesis may have thousands. */
const named = 3

/** The accounts that differ between two files, as steps for the definition of the second. */
export function accountSteps(before: GenesisFile['alloc'], after: GenesisFile['alloc'], client: EvmClient): string {
  const [was, is] = [before, after].map(
    (alloc) => new Map(accountsIn(alloc, client).map((account) => [account.address, account])),
  )
  const all = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort()
  const steps = all.flatMap((address) => {
    const step = stepFor(was?.get(address), is?.get(address))
    return step === undefined ? [] : [step]
  })
  const rest = steps.length - named
  return [
    ...steps.slice(0, named),
    ...(rest > 0 ? [`change ${counted(rest, 'more account', 'more accounts')}`] : []),
  ].join('; ')
}

function stepFor(was: WrittenAccount | undefined, is: WrittenAccount | undefined): string | undefined {
  if (was === undefined) return is === undefined ? undefined : `remove account 0x${is.address}`
  if (is === undefined) {
    const others = [
      ...(was.code === '' ? [] : ['code']),
      ...(was.storage.length === 0 ? [] : ['storage']),
      ...(was.nonce === '0' ? [] : ['nonce']),
    ]
    const fields = others.length === 0 ? '' : `, and its ${listed(others)}`
    return `add \`{address: "0x${was.address}", balance: "${was.balance}"}\`${fields}`
  }
  const fields = (['balance', 'nonce', 'code', 'storage'] as const).filter(
    (field) => String(was[field]) !== String(is[field]),
  )
  return fields.length === 0 ? undefined : `correct the ${listed(fields)} of account 0x${was.address}`
}
