import type { RuleTexts } from '../../network/rule-text.ts'

/** Rules that compare a change with what was there before. */
export const planRules: RuleTexts = {
  'acknowledge-spent': {
    title: 'A line of `acknowledge` belongs to a change that is merged.',
    why: 'A line counts only in the change that adds it.',
    cases: [{ severity: 'notice', remedy: 'Remove the line.' }],
  },
  'deploy-changed': {
    title: 'The change edits `deploy/`, and the result is not what its own sources render.',
    why: 'Flux would apply files that no definition describes. The merge writes `deploy/`.',
    cases: [
      {
        severity: 'error',
        finds: 'A file in `deploy/` that is added, changed or removed by hand, or rendered with throw-away keys.',
        remedy: 'Undo the change in `deploy/`. Change `network.yaml` or `overrides/` instead.',
      },
    ],
  },
  'deploy-stale': {
    title: 'Files in `deploy/` differ from what the previous definition renders.',
    why: 'The last definition is not rendered yet, or someone edited the files.',
    cases: [{ severity: 'warning', remedy: 'Check who wrote the files. The next deploy renders them again.' }],
  },
}
