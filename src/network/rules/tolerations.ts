import { writtenAt } from '../as-written.ts'
import type { Path, Problem } from '../finding.ts'
import { isMapping } from '../mapping.ts'
import { type Placement, type Toleration, tolerationText } from '../placement.ts'

/** Tolerations that Kubernetes refuses, or that let pods go to machines that it keeps them off. `path` is of their list. */
export function tolerationProblems(
  { tolerations = [] }: Placement,
  owner: string,
  path: Path,
  definition: unknown,
): Problem[] {
  const texts = writtenTexts(definition, path)
  return [
    ...tolerations.flatMap((toleration): Problem[] => {
      const at = texts.indexOf(tolerationText(toleration))
      const own = at < 0 ? path : [...path, at]
      return [...contradictions(toleration, owner, own), ...badMachines(toleration, owner, own)]
    }),
    ...texts.flatMap((text, at) =>
      texts.indexOf(text) === at
        ? []
        : [
            problem(`the tolerations of ${owner} have one twice`, 'remove one of the two', [...path, at], {
              rule: 'no-effect',
              severity: 'warning',
            }),
          ],
    ),
  ]
}

/** Tolerations in the order of the definition. */
function writtenTexts(definition: unknown, path: Path): readonly string[] {
  const list = writtenAt(definition, path)
  return Array.isArray(list)
    ? list.filter(isMapping).map((item) => tolerationText({ operator: 'Equal', ...(item as Partial<Toleration>) })) // the schema has read it
    : []
}

const problem = (
  message: string,
  hint: string,
  path: Path,
  { rule = 'placement', severity = 'error' }: Partial<Pick<Problem, 'rule' | 'severity'>> = {},
): Problem => ({ rule, severity, message, hint, path })

/** As the API server validates pods: k8s.io/kubernetes/pkg/apis/core/validation, ValidateTolerations. */
function contradictions(
  { key, operator, value, effect, tolerationSeconds }: Toleration,
  owner: string,
  path: Path,
): Problem[] {
  return [
    ...(operator === 'Exists' && value !== undefined && value !== ''
      ? [
          problem(
            `a toleration of ${owner} has the value "${value}", and operator Exists, which takes any`,
            'remove the value, or write operator: Equal',
            [...path, 'value'],
          ),
        ]
      : []),
    ...(key === undefined && operator === 'Equal'
      ? [
          problem(
            `a toleration of ${owner} has no key: only operator Exists tolerates every taint`,
            'write the key of the taint',
            path,
          ),
        ]
      : []),
    ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
      ? [
          problem(
            `a toleration of ${owner} has tolerationSeconds, which Kubernetes takes only with effect NoExecute`,
            'write effect: NoExecute, or remove tolerationSeconds',
            [...path, 'tolerationSeconds'],
          ),
        ]
      : []),
  ]
}

/** Taints of Kubernetes itself: https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const ofKubernetes: readonly (readonly [taint: RegExp, machines: string])[] = [
  [/^node\.kubernetes\.io\/(memory|disk|pid)-pressure$/, 'full'],
  [/^node\.kubernetes\.io\/(not-ready|unreachable|network-unavailable|out-of-service)$/, 'broken'],
  [/^node\.kubernetes\.io\/unschedulable$/, 'being drained'],
]

/** With NoExecute, a toleration says how long pods stay: that of a machine that fails has a purpose. */
function badMachines({ key, operator, effect }: Toleration, owner: string, path: Path): Problem[] {
  if (key === undefined && operator === 'Exists')
    return [
      problem(
        `a toleration of ${owner} tolerates every taint: its pods go to machines that are full, broken or being drained, too`,
        'write the key of the taint',
        path,
        { severity: 'warning' },
      ),
    ]
  const [, machines] = ofKubernetes.find(([taint]) => key !== undefined && taint.test(key)) ?? []
  if (machines === undefined || effect === 'NoExecute') return []
  return [
    problem(
      `a toleration of ${owner} tolerates ${key}: its pods go to machines that are ${machines}, too`,
      'remove it; with effect NoExecute it only says how long pods stay',
      path,
      { severity: 'warning' },
    ),
  ]
}
