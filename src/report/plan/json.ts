import type { ObjectChange } from '../../plan/objects.ts'
import type { Plan } from '../../plan/plan.ts'
import { pageOfRisk } from '../../product.ts'
import type { AsRead } from '../as-read.ts'
import { findingJson } from '../finding-json.ts'
import { type PlanFile, planFileSchema } from './schema.ts'

/** A plan as the file that tools read: schema.ts and docs/plan.md describe it. */
export const planJson = ({
  network,
  base,
  unsearched,
  label,
  risks,
  roots,
  findings,
  ...rest
}: Plan): AsRead<PlanFile> => ({
  version: 1,
  network,
  ...(base === undefined ? {} : { base }),
  ...(unsearched === undefined ? {} : { unsearched }),
  ...(label === undefined ? {} : { label }),
  risks: risks.map(({ path: _path, content: _content, refused: _refused, place, ...risk }) => ({
    ...risk,
    ...place,
    page: pageOfRisk(risk.id),
  })),
  roots: roots.map(({ changes, ...root }) => ({ ...root, changes: changes.map(changeJson) })),
  ...rest,
  findings: findings.map(findingJson),
})

const changeJson = ({ action, object, restarts, differences, peers }: ObjectChange): AsRead<ChangeJson> => ({
  action,
  apiVersion: object.apiVersion,
  kind: object.kind,
  ...object.metadata,
  restarts,
  differences,
  ...(peers === undefined ? {} : { peers }),
})

export const planFileText = (plan: Plan): string => `${JSON.stringify(planJson(plan), null, 2)}\n`

/** A plan, or in a few words why a text is none. The words hold nothing of the text: it can be from anybody. */
export function readPlan(text: string): { readonly plan: Plan } | { readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'it is not JSON' }
  }
  const { success, data, error } = planFileSchema.safeParse(value)
  if (success) return { plan: planOf(data) }
  const [issue] = error.issues
  return { problem: `${issue?.path.join('.') || 'it'} is not as docs/plan.md describes it` }
}

const planOf = ({ version: _, risks, roots, findings, ...rest }: PlanFile): Plan => ({
  ...rest,
  risks: risks.map(({ file, line, column, page: _, ...risk }) => ({
    ...risk,
    path: [],
    place: { file, line, column },
  })),
  roots: roots.map(({ changes, ...root }) => ({ ...root, changes: changes.map(changeOf) })),
  findings: findings.map(({ file, line, column, page: _page, acknowledge: _, ...finding }) => ({
    ...finding,
    place: { file, line, column },
  })),
})

type ChangeJson = PlanFile['roots'][number]['changes'][number]

const changeOf = ({ apiVersion, kind, namespace, name, ...change }: ChangeJson): ObjectChange => ({
  ...change,
  object: { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } },
})
