import { writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { Plan } from '../plan/plan.ts'
import { planFileText } from '../report/plan/json.ts'
import { planMarkdown } from '../report/plan/markdown.ts'
import { makeFolder } from '../tools/make-folder.ts'

/** The definition from the root of the repository. */
export const definitionIn = ({
  directory,
  network,
}: {
  readonly directory: string
  readonly network: string
}): string => posix.join(directory, network)

export interface PlanFiles {
  readonly json: string
  readonly markdown: string
}

/** Writes the whole plan below a folder, each network to a separate place: a job can have several. */
export async function writePlanFiles(plan: Plan, network: string, folder: string): Promise<PlanFiles> {
  const place = join(folder, `chancery-${network.replaceAll(/[^\w.-]+/g, '-')}`)
  const [json, markdown] = [join(place, 'plan.json'), join(place, 'plan.md')]
  await makeFolder(place)
  await writeFile(json, planFileText(plan))
  await writeFile(markdown, planMarkdown(plan))
  return { json, markdown }
}
