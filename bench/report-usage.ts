import { writeSync } from 'node:fs'
import { peakOf } from './peak.ts'

// Preloaded into a process that is measured: when it ends, it reports what it used on file descriptor 3.

process.on('exit', () => {
  const { userCPUTime, maxRSS } = process.resourceUsage()
  // maxRSS begins with what the parent had when it forked: Linux keeps it across exec, and the peak in /proc not.
  const peakMiB = peakOf('self') ?? maxRSS / 1024
  writeSync(3, JSON.stringify({ userSeconds: userCPUTime / 1e6, peakMiB }))
})
