import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../src/tools/process.ts'
import { noteProgram } from '../real.ts'
import { root } from './pages.ts'

/** zizmor on the PATH, where .ci/run puts it (the Python package zizmor); undefined when it is not. */
export const zizmor = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'zizmor'))
  .find((program) => existsSync(program))

/** What makes workflows dangerous, a line for each finding. Paths are relative to the project, or absolute. Works offline. */
export async function dangersIn(program: string, paths: readonly string[]): Promise<readonly string[]> {
  const { stdout: version } = await run(program, ['--version'], { directory: root })
  noteProgram('zizmor', version.trim().split(' ').at(-1) ?? '')
  const settings = ['--offline', '--strict-collection', '--no-exit-codes', '--config', '.github/zizmor.yml']
  const { status, stdout, stderr } = await run(
    program,
    [...settings, '--no-progress', '--format', 'json', '--', ...paths],
    { directory: root },
  )
  if (status !== 0) throw new Error(`zizmor ends with ${status}: ${stderr}`)
  const findings: readonly Finding[] = JSON.parse(stdout)
  return findings.flatMap(({ ident, ignored, locations: [first] }) =>
    ignored ? [] : [`${first?.symbolic.key.Local.verbatim_path}: ${ident}: ${first?.symbolic.annotation}`],
  )
}

/** As far as it is used: https://docs.zizmor.sh/usage/#json */
interface Finding {
  readonly ident: string
  readonly ignored: boolean
  readonly locations: readonly {
    readonly symbolic: {
      readonly key: { readonly Local: { readonly verbatim_path: string } }
      readonly annotation: string
    }
  }[]
}
