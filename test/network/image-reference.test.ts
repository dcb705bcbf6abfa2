import { expect, it } from 'vitest'
import {
  familiarName,
  isImageReferenceProblem,
  isPinned,
  readImageReference,
} from '../../src/network/image-reference.ts'

const digits = '0123456789abcdef'.repeat(4)

it.each([
  ['assets', { path: 'assets' }],
  ['assets:1.0', { path: 'assets', tag: '1.0' }],
  ['team/assets:1.0', { path: 'team/assets', tag: '1.0' }],
  ['localhost/assets:1.0', { registry: 'localhost', path: 'assets', tag: '1.0' }],
  ['localhost:5000/assets', { registry: 'localhost:5000', path: 'assets' }],
  ['registry:5000/a/b/c:x', { registry: 'registry:5000', path: 'a/b/c', tag: 'x' }],
  ['Registry.Example.com/assets:1.0', { registry: 'Registry.Example.com', path: 'assets', tag: '1.0' }],
  ['[2001:db8::1]:5000/assets:1', { registry: '[2001:db8::1]:5000', path: 'assets', tag: '1' }],
  ['192.0.2.7:65535/assets:1', { registry: '192.0.2.7:65535', path: 'assets', tag: '1' }],
  [
    'a.example.com/my--assets__x_y.z-1:_A.b-C',
    { registry: 'a.example.com', path: 'my--assets__x_y.z-1', tag: '_A.b-C' },
  ],
  [`assets@sha256:${digits}`, { path: 'assets', digest: `sha256:${digits}` }],
  [`assets:1.0@sha256:${digits}`, { path: 'assets', tag: '1.0', digest: `sha256:${digits}` }],
  [
    `r.example.com:1/assets:1@sha512:${digits}${digits}`,
    { registry: 'r.example.com:1', path: 'assets', tag: '1', digest: `sha512:${digits}${digits}` },
  ],
  [`assets:${'x'.repeat(128)}`, { path: 'assets', tag: 'x'.repeat(128) }],
  ['x'.repeat(247), { path: 'x'.repeat(247) }],
  [`team/${'x'.repeat(250)}`, { path: `team/${'x'.repeat(250)}` }],
])('reads %s', (text, parts) => {
  expect(readImageReference(text)).toEqual(parts)
})

it.each([
  ['', 'it is empty'],
  ['https://registry.example.com/assets:1.0', 'it begins with https://'],
  ['docker://assets:1.0', 'it begins with docker://'],
  ['assets: 1.0', 'it has a space'],
  ['assets:1.0\n', 'it has a space'],
  [digits, 'it is the ID of an image, which registries do not know'],
  ['Assets:1.0', '"Assets" has capitals'],
  ['MyTeam/assets:1.0', '"MyTeam" has capitals'],
  ['registry.example.com/Team/assets:1.0', '"Team/assets" has capitals'],
  ['my_registry:5000/assets', '"my_registry:5000" is not the name of a registry'],
  ['-registry.example.com/assets', '"-registry.example.com" is not the name of a registry'],
  ['registry.example.com:/assets', '"registry.example.com:" is not the name of a registry'],
  ['registry.example.com:65536/assets', 'the registry port 65536 is out of range'],
  ['registry.example.com/', 'a part of its name is empty'],
  ['registry.example.com//assets', 'a part of its name is empty'],
  ['/assets', 'a part of its name is empty'],
  ['team/-assets', '"-assets" is not valid in an image name'],
  ['team/assets-', '"assets-" is not valid in an image name'],
  ['team/as..sets', '"as..sets" is not valid in an image name'],
  ['team/as___sets', '"as___sets" is not valid in an image name'],
  ['team/ässets', '"ässets" is not valid in an image name'],
  ['x'.repeat(248), 'its name has 248 characters, more than 247'],
  [`team/${'x'.repeat(251)}`, 'its name has 256 characters, more than 255'],
  ['assets:', 'its tag is empty'],
  ['assets:1.0:2', '"1.0:2" is not a tag'],
  ['assets:.1', '".1" is not a tag'],
  ['assets:1.0+build', '"1.0+build" is not a tag'],
  [`assets:${'x'.repeat(129)}`, 'its tag has 129 characters, more than 128'],
  ['assets@', '"" is not a digest'],
  [`assets@${digits}`, `"${digits}" is not a digest`],
  [`assets@md5:${digits}`, `"md5:${digits}" is not a digest`],
  [`assets@constructor:${digits}`, `"constructor:${digits}" is not a digest`],
  ['assets@sha256:0123456789ab', 'its digest has 12 hexadecimal digits instead of 64 (sha256)'],
  [`assets@sha512:${digits}`, 'its digest has 64 hexadecimal digits instead of 128 (sha512)'],
  [`assets@sha256:${digits.toUpperCase()}`, 'its digest has capitals'],
  [`assets@sha256:${digits.replace('0', 'x')}`, 'its digest has characters other than hexadecimal digits'],
  [`assets@sha256:${digits}@sha256:${digits}`, 'its digest has characters other than hexadecimal digits'],
])('refuses %s', (text, message) => {
  const read = readImageReference(text)
  expect(isImageReferenceProblem(read) && read.message).toBe(message)
  expect(isImageReferenceProblem(read) && read.hint).toMatch(/\w/)
})

it.each([
  ['assets', false],
  ['assets:latest', false],
  ['localhost:5000/assets', false],
  ['assets:1', true],
  [`assets:latest@sha256:${digits}`, true],
])('takes %s for pinned: %s', (text, pinned) => {
  const read = readImageReference(text)
  expect(!isImageReferenceProblem(read) && isPinned(read)).toBe(pinned)
})

it.each([
  ['hyperledger/besu', 'hyperledger/besu'],
  ['docker.io/hyperledger/besu', 'hyperledger/besu'],
  ['index.docker.io/hyperledger/besu', 'hyperledger/besu'],
  ['docker.io/library/couchdb', 'couchdb'],
  ['library/couchdb', 'couchdb'],
  ['docker.io/library/a/b', 'library/a/b'],
  ['ghcr.io/library/couchdb', 'ghcr.io/library/couchdb'],
])('the short name of %s is %s', (name, short) => {
  expect(familiarName(name)).toBe(short)
})
