import { describe, expect, it } from 'vitest'
import { isSealed, recipientsOf } from '../../src/material/sops.ts'

const sops = { mac: 'ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]', age: [{ recipient: 'age1x', enc: '…' }] }
const encrypted = 'ENC[AES256_GCM,data:a,iv:b,tag:c,type:str]'

describe('recipientsOf', () => {
  it.each<[string, unknown, readonly string[] | undefined]>([
    ['nothing', undefined, undefined],
    ['an empty document', null, undefined],
    ['a text', 'sops', undefined],
    ['a number', 5, undefined],
    ['a list', [{ sops }], undefined],
    ['a Secret without a sops block', { kind: 'Secret', data: { a: 'YQ==' } }, undefined],
    ['a sops block that is a text', { sops: 'yes' }, undefined],
    ['a sops block that is null', { sops: null }, undefined],
    ['a sops block without mac', { sops: { age: sops.age } }, undefined],
    ['a sops block without age', { sops: { mac: sops.mac, pgp: [] } }, undefined],
    ['age that is no list', { sops: { ...sops, age: { recipient: 'age1x' } } }, undefined],
    ['nobody', { sops: { ...sops, age: [] } }, []],
    ['one recipient', { sops }, ['age1x']],
    [
      'two recipients',
      { sops: { ...sops, age: [{ recipient: 'age1x' }, { recipient: 'age1y' }] } },
      ['age1x', 'age1y'],
    ],
  ])('%s', (_name, document, expected) => expect(recipientsOf(document)).toEqual(expected))

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'age1x'],
    ['an entry without recipient', { enc: '…' }],
  ])('survives an age entry that is %s', (_name, entry) => {
    expect(recipientsOf({ sops: { ...sops, age: [entry] } })).toHaveLength(1)
  })
})

describe('isSealed', () => {
  it.each<[string, unknown, boolean]>([
    ['nothing', undefined, false],
    ['no sops block', { data: { a: encrypted } }, false],
    ['all values encrypted', { data: { a: encrypted, b: encrypted }, stringData: { c: encrypted }, sops }, true],
    ['no data', { sops }, true],
    ['data that is null', { data: null, sops }, true],
    ['an empty value, which sops leaves empty', { data: { a: encrypted, b: '' }, sops }, true],
    ['one plain value in data', { data: { a: encrypted, b: 'YQ==' }, sops }, false],
    ['one plain value in stringData', { data: { a: encrypted }, stringData: { b: 'a' }, sops }, false],
    ['a number', { data: { a: 5 }, sops }, false],
    ['a plain value below a value', { data: { a: { b: 'YQ==' } }, sops }, false],
    ['data that is a text', { data: 'YQ==', sops }, false],
    ['a plain value that only begins like an encrypted one', { stringData: { a: 'ENC[secret' }, sops }, false],
  ])('%s', (_name, document, expected) => expect(isSealed(document)).toBe(expected))
})
