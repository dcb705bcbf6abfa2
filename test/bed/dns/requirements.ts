import { spawnSync } from 'node:child_process'
import { path } from '../machine/requirements.ts'

const programs: Readonly<Record<string, readonly [from: string, args: readonly string[]]>> = {
  named: ['bind9', ['-V']],
  nsupdate: ['bind9-dnsutils', ['-V']],
  dig: ['bind9-dnsutils', ['-v']],
  python3: ['Python', ['--version']],
}

/** What this machine lacks for real DNS servers, for a person to read; empty when nothing. */
const missingForDns = (): readonly string[] =>
  Object.entries(programs).flatMap(([program, [from, args]]) =>
    spawnSync(program, args, { env: { PATH: path } }).status === 0 ? [] : [`${program} (${from})`],
  )

/** Whether real DNS servers can run; throws where tests must not be left out, and says loudly what is missing elsewhere. */
export function dnsServersRun(): boolean {
  const missing = missingForDns()
  if (missing.length === 0) return true
  const text = `Real DNS servers cannot run here. What is missing: ${missing.join(', ')}`
  if (process.env.CI !== undefined) throw new Error(text)
  console.warn(`${text}. Their tests are left out.`)
  return false
}
