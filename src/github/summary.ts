import { appendFile } from 'node:fs/promises'

/** The job summary of one step holds 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const limit = 1024 * 1024

const note = '\n\nCut: a summary holds 1 MiB. All findings are in the file of the output findings-path.\n'

/** Adds to the summary of the job; nothing where the runner keeps none. */
export async function writeSummary(markdown: string, file: string | undefined): Promise<void> {
  if (file === undefined) return
  const bytes = Buffer.from(markdown)
  await appendFile(
    file,
    bytes.length <= limit ? markdown : bytes.subarray(0, limit - note.length).toString('utf8') + note,
  )
}
