import type { Case } from '../../case.ts'

/** Keys that are known, but not there. */
export const keys: readonly Case[] = [
  {
    name: 'a field of other platforms',
    change: [['channels:\n', 'genesis: {chainId: 5}\nchannels:\n']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '48:1',
        message: 'unknown key "genesis"',
        hint: `"genesis" is a field of besu, indy and quorum, and the platform of this network is fabric`,
      },
    ],
  },
  {
    name: 'a field of a batch at its channel',
    change: [['    batch: {timeout: 2s}', '    timeout: 2s']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '53:5',
        message: 'unknown key "timeout" in channels[trade]',
        hint: 'move it under channels[].batch',
      },
    ],
  },
  {
    name: 'a consensus at the top',
    change: [['channels:\n', 'consensus: bft\nchannels:\n']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '48:1',
        message: 'unknown key "consensus"',
        hint: 'move it under channels[]',
      },
    ],
  },
]
