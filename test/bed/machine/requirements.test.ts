import { expect, it, onTestFinished, vi } from 'vitest'
import { clusters } from '../clusters.ts'
import { missingForMachines, podsRun } from './requirements.ts'

it.runIf(process.platform === 'linux')('names all that is missing', () => {
  const missing = missingForMachines('ignored', '/nowhere')
  expect(missing).toEqual(expect.arrayContaining(['ip (iproute2)', 'nft (nftables)', 'unshare (util-linux)']))
})

it('says so before anything is built or started', async () => {
  vi.stubEnv('TMPDIR', '/run/nowhere') // wherever this runs, that is not good enough
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(clusters(1, { pods: 'real' })).rejects.toThrow(
    `Pods cannot really run here. What is missing: ${missingForMachines().join(', ')}`,
  )
})

it.runIf(missingForMachines().length === 0)('skips nothing in continuous integration for want of software', () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('CI', 'true')
  expect(() => podsRun('ignored', '/nowhere')).toThrow(/would with what is missing: ip \(iproute2\), nft \(nftables\)/)
  vi.stubEnv('TMPDIR', '/run/nowhere')
  expect(podsRun('ignored', '/nowhere')).toBe(false)
  vi.stubEnv('CI', undefined)
  vi.unstubAllEnvs()
  expect(podsRun()).toBe(true)
})
