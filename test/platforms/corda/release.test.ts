import { expect, it } from 'vitest'
import { platformVersionOf, tagOf } from '../../../src/platforms/corda/release.ts'

it.each([
  ['corda/corda', '4.9', '4.9-zulu-openjdk8'],
  ['docker.io/corda/corda', '4.10.3', '4.10.3-zulu-openjdk8'],
  ['corda/corda', '4.12', '4.12-zulu-openjdk'],
  ['registry.example.com/corda/corda', '4.10', '4.10'],
  ['acme/corda', '4.8.5', '4.8.5'],
])('the image %s has the release %s as %s', (image, release, tag) => {
  expect(tagOf(image, release)).toBe(tag)
})

it.each([
  ['4.6', 8],
  ['4.10.3', 12],
  ['4.12', 140],
  ['4.13', undefined],
])('Corda %s has the platform version %s', (release, version) => {
  expect(platformVersionOf(release)).toBe(version)
})
