import { addr } from 'micro-eth-signer'
import type { Path, Problem } from '../../../network/finding.ts'
import type { EvmNetwork } from '../network.ts'

/** Mixed case in an address is a checksum (EIP-55). Checks every field, independent of its name. */
export function checksumProblems({ top, nodes, external }: EvmNetwork): Problem[] {
  const of = (value: unknown, path: Path): [string, Path][] => addressesIn(value, path)
  const found = [
    ...of(top, []),
    ...nodes.flatMap(({ own, path }) => of(own, path)),
    ...external.flatMap(({ own, path }) => of(own, path)),
  ]
  return found
    .filter(([address]) => isMistyped(address))
    .map(([address, path]) => ({
      rule: 'checksum',
      severity: 'error',
      message: `the address ${address} has a wrong checksum (EIP-55)`,
      hint: 'a digit is mistyped: copy the address again, or write it in lower case',
      path,
    }))
}

const isMistyped = (address: string): boolean => {
  const digits = address.slice(2)
  const mixed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase()
  return mixed && !addr.isValid(address)
}

/** Fields whose values are not addresses, although they may be as long. */
const data = new Set(['code', 'storage'])

function addressesIn(value: unknown, path: Path): [string, Path][] {
  if (typeof value === 'string') return /^0x[0-9a-fA-F]{40}$/.test(value) ? [[value, path]] : []
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((item, at) => addressesIn(item, [...path, at]))
    : Object.entries(value).flatMap(([name, item]) => (data.has(name) ? [] : addressesIn(item, [...path, name])))
}
