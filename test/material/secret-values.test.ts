import { expect, it } from 'vitest'
import { secretValues } from '../../src/material/secret-values.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, ...fields })

const pem = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\r\n  indented line\n\n   \nend\n'

it.each<[string, object, readonly string[]]>([
  ['no entry', {}, []],
  ['data that is null', { data: null }, []],
  ['one line', { data: { key: base64('8f2a55949038') } }, [base64('8f2a55949038'), '8f2a55949038']],
  ['stringData', { stringData: { key: '8f2a55949038' } }, [base64('8f2a55949038'), '8f2a55949038']],
  ['the same twice', { data: { a: base64('secret') }, stringData: { b: 'secret' } }, [base64('secret'), 'secret']],
  ['5 characters, whose base64 has 8', { data: { key: base64('abcde') } }, [base64('abcde')]],
  ['what is in every log', { data: { a: base64('{'), b: base64('1'), c: base64('') }, stringData: { d: '' } }, []],
  ['blanks', { stringData: { key: '       ' } }, [base64('       ')]],
  ['bytes that are no text', { data: { key: '/////////w==' } }, ['/////////w==']],
  ['values that are no texts', { data: { key: 1234567 }, stringData: { key: null } }, []],
  [
    'many lines',
    { data: { pem: base64(pem) } },
    [base64(pem), pem, '-----BEGIN PRIVATE KEY-----', 'MC4CAQAwBQYDK2VwBCIEIA', 'indented line'],
  ],
  [
    'the longest first',
    { stringData: { a: 'middle-length', b: 'shorty', c: 'the longest of all' } },
    [
      base64('the longest of all'),
      base64('middle-length'),
      'the longest of all',
      'middle-length',
      base64('shorty'),
      'shorty',
    ],
  ],
])('of a Secret with %s', (_name, fields, expected) => expect(secretValues(secret(fields))).toEqual(expected))
