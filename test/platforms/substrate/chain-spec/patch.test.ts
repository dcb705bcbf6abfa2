import { hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { type Authority, patched, withoutAuthorities } from '../../../../src/platforms/substrate/chain-spec/patch.ts'
import { encodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'

const publicKey = (digits: string): Uint8Array => hexToBytes(digits.repeat(32))
const address = (digits: string, prefix = 42): string => encodeAddress(publicKey(digits), prefix)

const authority = (first: string, second: string, account?: string): Authority => ({
  ...(account === undefined ? {} : { account }),
  sessionKeys: new Map([
    ['aura', publicKey(first)],
    ['grandpa', publicKey(second)],
  ]),
})

const kinds = [
  { name: 'aura', scheme: 'sr25519', keyType: 'aura' },
  { name: 'grandpa', scheme: 'ed25519', keyType: 'gran' },
] as const

const base = {
  aura: { authorities: ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'] },
  balances: { balances: [['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 1]], devAccounts: null },
  grandpa: { authorities: [['5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu', 1]] },
  oracle: { feeds: ['a'] },
}

describe('without accounts', () => {
  const authorities = [authority('11', '22'), authority('33', '44')]

  test('each pallet has the authorities of its key, with the prefix of the chain', () => {
    expect(patched(base, { authorities, kinds, prefix: 7 })).toEqual({
      ...base,
      aura: { authorities: [address('11', 7), address('33', 7)] },
      grandpa: {
        authorities: [
          [address('22', 7), 1],
          [address('44', 7), 1],
        ],
      },
    })
  })

  test('BABE has weights, and what else its pallet has stays', () => {
    const babe = { epochConfig: { c: [1, 4] }, authorities: [] }
    const input = { authorities: [{ sessionKeys: new Map([['babe', publicKey('55')]]) }], prefix: 42 }
    const kind = { name: 'babe', scheme: 'sr25519', keyType: 'babe' } as const
    expect(patched({ babe }, { ...input, kinds: [kind] })).toEqual({
      babe: { epochConfig: { c: [1, 4] }, authorities: [[address('55'), 1]] },
    })
  })

  test('keys of no pallet with authorities are left to the session pallet', () => {
    const kind = { name: 'oracle', scheme: 'sr25519', keyType: 'orac' } as const
    const { oracle } = patched(base, { authorities: [], kinds: [kind], prefix: 42 })
    expect(oracle).toEqual({ feeds: ['a'] })
  })
})

test('a pallet of the runtime that is called as its key has authorities as the base shows them', () => {
  const spin = { name: 'spin', scheme: 'sr25519', keyType: 'aura' } as const
  const input = { authorities: [{ sessionKeys: new Map([['spin', publicKey('55')]]) }], kinds: [spin], prefix: 42 }
  expect(patched({ spin: { authorities: ['x'] } }, input)).toEqual({ spin: { authorities: [address('55')] } })
  expect(patched({ spin: { authorities: [['x', 1]] } }, input)).toEqual({ spin: { authorities: [[address('55'), 1]] } })
  expect(withoutAuthorities({ spin: { authorities: ['x'], slots: 2 } }, [spin])).toEqual({ spin: { slots: 2 } })
})

test('sudo and balances replace those of the base, as numbers and in the order of addresses', () => {
  const [first = '', second = ''] = [address('66'), address('88')].sort()
  const balances = { [second]: 1n, [first]: 2n ** 100n }
  const input = { authorities: [], kinds: [], prefix: 42, sudo: address('77'), balances }
  expect(patched(base, input)).toEqual({
    ...base,
    balances: {
      balances: [
        [first, 2n ** 100n],
        [second, 1n],
      ],
      devAccounts: null,
    },
    sudo: { key: address('77') },
  })
})

describe('with accounts', () => {
  const authorities = [authority('11', '22', address('aa')), authority('33', '44', address('bb'))]
  const keys = [
    [address('aa'), address('aa'), { aura: address('11'), grandpa: address('22') }],
    [address('bb'), address('bb'), { aura: address('33'), grandpa: address('44') }],
  ]

  test('the session pallet has the keys, and the others begin without authorities', () => {
    expect(patched({ ...base, session: { nonAuthorityKeys: [] } }, { authorities, kinds, prefix: 42 })).toEqual({
      ...base,
      aura: { authorities: [] },
      grandpa: { authorities: [] },
      session: { nonAuthorityKeys: [], keys },
    })
  })

  test('pallets that the base does not have get nothing', () => {
    expect(patched({}, { authorities, kinds, prefix: 42 })).toEqual({ session: { keys } })
  })

  test('the pallets that choose validators have their accounts', () => {
    const staking = {
      validatorCount: 1,
      minimumValidatorCount: 1,
      invulnerables: [address('00')],
      stakers: [[address('00'), address('00'), 10n ** 20n, 'Validator']],
      slashRewardFraction: 100_000_000,
    }
    const given = { validatorSet: { initialValidators: [address('00')] }, staking }
    expect(patched(given, { authorities, kinds, prefix: 42 })).toEqual({
      session: { keys },
      validatorSet: { initialValidators: [address('aa'), address('bb')] },
      staking: {
        ...staking,
        validatorCount: 2,
        invulnerables: [address('aa'), address('bb')],
        stakers: [
          [address('aa'), address('aa'), 10n ** 20n, 'Validator'],
          [address('bb'), address('bb'), 10n ** 20n, 'Validator'],
        ],
      },
    })
  })

  test('staking without stakers is the business of the base', () => {
    const staking = { stakers: [], validatorCount: 3 }
    expect(patched({ staking }, { authorities, kinds, prefix: 42 }).staking).toEqual(staking)
  })
})

test('without validators, all the rest is there', () => {
  const { aura: _aura, grandpa: _grandpa, ...rest } = base
  expect(withoutAuthorities({ ...base, session: { keys: [], nonAuthorityKeys: [1] } }, kinds)).toEqual({
    ...rest,
    session: { nonAuthorityKeys: [1] },
  })
})
