import { describe, expect, it } from 'vitest'
import { emptyLock, readLock } from '../../src/network/lock.ts'
import { limits } from '../../src/network/positions.ts'

describe('a lock', () => {
  const lockOf = (bytes: number): string =>
    `version: 1\nports: {}\nmaterial: {}\n#${'x'.repeat(bytes - 'version: 1\nports: {}\nmaterial: {}\n#\n'.length)}\n`

  it('may be larger than a definition: it has lines for every node', () => {
    expect(readLock(lockOf(limits.lockBytes))).toEqual(emptyLock)
  })

  it('has a limit', () => {
    expect(readLock(lockOf(limits.lockBytes + 1))).toMatchObject([
      { rule: 'yaml-size', message: 'network.lock.yaml has 4194305 bytes; at most 4194304 are read' },
    ])
  })
})
