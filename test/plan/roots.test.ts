import { describe, expect, test } from 'vitest'
import { changedRoots } from '../../src/plan/roots.ts'

const roots = ['deploy/clusters/eu/carrier', 'deploy/clusters/eu/carrier/rpc1', 'deploy/clusters/eu/ambassador']
const before = new Map(roots.map((root): [string, string] => [`${root}/kustomization.yaml`, 'a']))

describe('a file of an override counts for the root of its part, and for no other:', () => {
  test.each<[file: string, root: string | undefined]>([
    ['overrides/eu/carrier/kustomization.yaml', 'deploy/clusters/eu/carrier'],
    ['overrides/eu/carrier/patches/deep/a.yaml', 'deploy/clusters/eu/carrier'],
    ['overrides/eu/carrier/rpc1/kustomization.yaml', 'deploy/clusters/eu/carrier/rpc1'],
    ['overrides/eu/carrier/rpc1/more/a.yaml', 'deploy/clusters/eu/carrier/rpc1'],
    ['overrides/eu/ambassador/a.yaml', 'deploy/clusters/eu/ambassador'],
    ['overrides/eu/other/a.yaml', undefined],
  ])('%s', (file, root) => {
    const expected = root === undefined ? [] : [root]
    expect(changedRoots(roots, before, new Map([...before, [file, 'b']]))).toEqual(expected)
    expect(changedRoots(roots, new Map([...before, [file, 'b']]), new Map([...before, [file, 'c']]))).toEqual(expected)
    expect(changedRoots(roots, new Map([...before, [file, 'b']]), before)).toEqual(expected)
  })
})
