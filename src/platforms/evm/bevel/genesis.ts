import type { BevelLine } from '../../bevel.ts'
import { type Entry, isPlaceholder, textOf } from '../../bevel-fields.ts'
import type { EvmBevel } from './client.ts'

/** The genesis of a new chain of Bevel, as its template has it. */
const defaults = { chainId: 2018, blockPeriodSeconds: 10, requestTimeoutSeconds: 20 } as const

/** Of every account that `accounts` lists: 90000 ETH, in wei. */
const balance = '90000000000000000000000'

const address20 = /^(?:0x)?[0-9a-f]{40}$/i

export interface BevelGenesis {
  readonly genesis: Readonly<Record<string, unknown>>
  readonly comments: readonly { readonly path: readonly (string | number)[]; readonly text: string }[]
  readonly lines: readonly BevelLine[]
}

/** `genesis` of the definition, from `config` of the input. */
export function genesisOf({ path, value }: Entry, { consensus, genesis }: EvmBevel): BevelGenesis {
  const lines: BevelLine[] = []
  const comments: { path: readonly (string | number)[]; text: string }[] = []
  const chainId = Number(textOf(value.chain_id))
  const hasChainId = Number.isSafeInteger(chainId) && chainId > 0
  if (value.chain_id !== undefined && value.chain_id !== null)
    lines.push({
      path: [...path, 'chain_id'],
      outcome: hasChainId ? 'kept' : 'lost',
      text: hasChainId ? 'as `genesis.chainId`' : 'not a number: write `genesis.chainId`',
    })
  if (!hasChainId)
    comments.push({
      path: ['genesis', 'chainId'],
      text: 'the default of Bevel: a new chain needs a number that no other chain has',
    })
  comments.push({
    path: ['genesis', 'blockPeriodSeconds'],
    text: 'the times are those of every chain of Bevel',
  })
  const given = textOf(value.consensus)?.toLowerCase()
  if (given !== undefined) lines.push({ path: [...path, 'consensus'], ...consensus(given) })
  const accounts = accountsOf({ path, value }, lines)
  return {
    genesis: {
      chainId: hasChainId ? chainId : defaults.chainId,
      blockPeriodSeconds: defaults.blockPeriodSeconds,
      requestTimeoutSeconds: defaults.requestTimeoutSeconds,
      ...genesis,
      ...(accounts.length === 0 ? {} : { accounts }),
    },
    comments,
    lines,
  }
}

function accountsOf({ path, value }: Entry, lines: BevelLine[]): readonly object[] {
  if (!Array.isArray(value.accounts)) return []
  const known = new Set<string>()
  return value.accounts.flatMap((item: unknown, at): object[] => {
    const here = [...path, 'accounts', at]
    const text = textOf(item) ?? ''
    if (isPlaceholder(item) || !address20.test(text)) {
      lines.push({ path: here, outcome: 'lost', text: 'not an address in quotes: write it in `genesis.accounts`' })
      return []
    }
    const address = `0x${text.replace(/^0x/i, '').toLowerCase()}`
    if (known.has(address)) {
      lines.push({ path: here, outcome: 'dropped', text: 'the list has this account already' })
      return []
    }
    known.add(address)
    lines.push({
      path: here,
      outcome: 'kept',
      text: 'in `genesis.accounts`, with the 90000 ETH that Bevel gives each account',
    })
    return [{ address, balance }]
  })
}
