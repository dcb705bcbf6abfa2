import type { KnownOption } from '../../src/network/options/table.ts'
import type { SettingValue } from '../../src/network/options/value.ts'

/** A value that fits, in the form that Besu's own list of all options has. */
export const fitting = (option: KnownOption): SettingValue => {
  const one = fittingOne(option)
  return option.list === true && typeof one !== 'boolean' ? [one] : one
}

function fittingOne({
  kind,
  values = [],
  laterValues = {},
  form,
  min = 1,
  max = 1,
}: KnownOption): string | number | boolean {
  switch (kind) {
    case 'boolean':
      return true
    case 'integer':
      return Math.min(Math.max(min, 1), max)
    case 'number':
      return max
    case 'duration':
      return '10s'
    case 'size':
      return '1 MB'
    case 'choice':
      return values.find((value) => !(value in laterValues)) ?? ''
    case 'path':
      return '/data/file'
    default:
      return examples.find(([start]) => form?.startsWith(start) === true)?.[1] ?? 'any text'
  }
}

/** By how their form begins. */
const examples: readonly (readonly [form: string, value: string])[] = [
  ['an address', '0xABC0000000000000000000000000000000001234'],
  ['hexadecimal data', '0x00'],
  ['a range', '10.0.0.0/8'],
  ['a multiaddress with', '/dns/node.example.com/tcp/30333/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'],
  ['a multiaddress', '/dns/node.example.com/tcp/30333'],
  ['archive', '256'],
  ['a URL and a verbosity', 'wss://telemetry.example.com/submit 0'],
  ['a URL', 'https://crl.example.com/list'],
  ['a UUID', '0ad1ee33-1000-4e6f-8b3a-9ae7f1a5cf44'],
  ['a host and a port', 'node.example.com:10200'],
  ['a name such as', 'O=Bank, L=London, C=GB'],
  ['a duration with', '30 seconds'],
  ['a block and its hash', `8675309=0x${'12'.repeat(32)}`],
]
