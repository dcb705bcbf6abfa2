import { expect, it, onTestFinished, vi } from 'vitest'
import { clusters } from '../clusters.ts'
import { missingForMachines } from './requirements.ts'

it.runIf(process.platform === 'linux')('names all that is missing', () => {
  const missing = missingForMachines('/nowhere')
  expect(missing).toEqual(expect.arrayContaining(['ip (iproute2)', 'nft (nftables)', 'unshare (util-linux)']))
})

it('says so before anything is built or started', async () => {
  vi.stubEnv('TMPDIR', '/run/nowhere') // wherever this runs, that is not good enough
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(clusters(1, { pods: 'real' })).rejects.toThrow(
    `Pods cannot really run here. What is missing: ${missingForMachines().join(', ')}`,
  )
})
