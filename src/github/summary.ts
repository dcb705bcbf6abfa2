import { appendFile } from 'node:fs/promises'

/** The job summary of one step holds 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const limit = 1024 * 1024

const note = '\n\nTruncated: a summary holds 1 MiB. The file of the output findings-path has all findings.\n'

/** Appends to the summary of the job, if the runner keeps one. */
export async function writeSummary(markdown: string, file: string | undefined): Promise<void> {
  if (file === undefined) return
  const bytes = Buffer.from(markdown)
  await appendFile(
    file,
    bytes.length <= limit ? markdown : bytes.subarray(0, limit - note.length).toString('utf8') + note,
  )
}
