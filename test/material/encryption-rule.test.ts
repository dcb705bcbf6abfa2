import { describe, expect, it } from 'vitest'
import { encryptionRule } from '../../src/material/encryption-rule.ts'

const follows = (sops: Readonly<Record<string, unknown>>, path: string): boolean | undefined =>
  encryptionRule(sops).covers?.(path.split('.'))

it.each<[Readonly<Record<string, unknown>>, string, boolean]>([
  [{}, 'data.nodekey', true],
  [{}, 'metadata.name', true],
  [{}, 'data.name_unencrypted', false],
  [{ unencrypted_suffix: '_plain' }, 'data_plain.nodekey', false],
  [{ unencrypted_suffix: '_plain' }, 'data.name_unencrypted', true],
  [{ encrypted_suffix: 'ata' }, 'data.nodekey', true],
  [{ encrypted_suffix: 'ata' }, 'metadata.name', true],
  [{ encrypted_suffix: 'ata' }, 'type', false],
  [{ encrypted_regex: '^(data|stringData)$' }, 'stringData.nodekey', true],
  [{ encrypted_regex: '^(data|stringData)$' }, 'metadata.labels.data', true],
  [{ encrypted_regex: '^(data|stringData)$' }, 'metadata.name', false],
  [{ encrypted_regex: 'key' }, 'data.nodekey', true],
  [{ encrypted_regex: 'key' }, 'data.address', false],
  [{ encrypted_regex: '(?i)^DATA$' }, 'data.nodekey', true],
  [{ unencrypted_regex: '^(apiVersion|kind|metadata|type)$' }, 'metadata.name', false],
  [{ unencrypted_regex: '^(apiVersion|kind|metadata|type)$' }, 'data.nodekey', true],
  [{ encrypted_regex: 'data', unencrypted_suffix: '' }, 'data.nodekey', true],
])('%o at %s: %s', (sops, path, expected) => expect(follows(sops, path)).toBe(expected))

describe('what cannot be followed', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['encrypted_comment_regex', { encrypted_comment_regex: 'seal' }],
    ['unencrypted_comment_regex', { unencrypted_comment_regex: 'plain' }],
    ['unencrypted_suffix and encrypted_regex', { encrypted_regex: 'data', unencrypted_suffix: '_plain' }],
    ...['[[:alpha:]]', '\\Adata\\z', '\\Qdata\\E', '(?P<name>data)', '(?U)data', 'data('].map(
      (encrypted_regex): [string, object & Readonly<Record<string, unknown>>] => [
        'encrypted_regex',
        { encrypted_regex },
      ],
    ),
    ['encrypted_regex', { encrypted_regex: 5 }],
  ])('%s: %o', (field, sops) => expect(encryptionRule(sops)).toEqual({ field, covers: undefined }))
})
