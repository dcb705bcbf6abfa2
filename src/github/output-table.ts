/** Every output of the action, with its description: action.yml and the README are generated from it. */
export const outputTable = {
  changed: 'Whether anything was written, or would have been with check: true or false',
  clusters: 'Names of the clusters, as a JSON list: for a matrix',
  'findings-path': 'JSON file with all findings: rule, severity, message, hint, file, line and column of each',
  errors: 'Number of errors',
  'plan-path': 'JSON file with the whole plan; empty when there is none (plan)',
  'plan-markdown-path': 'The whole plan in Markdown; empty when there is none (plan)',
  risks: 'Number of risks that are not acknowledged (plan)',
  'commit-sha': 'The commit that was made; empty when nothing changed',
  'pull-request-number': 'The pull request that proposes the change; empty when there is none',
  'cluster-results':
    'The result for each cluster, as a JSON list of cluster, context, outcome, created, changed, kept, pruned, orphaned and message; of verify also addresses, checks, names and, with probe, reachability (apply, verify)',
  'dns-records':
    'Required DNS records, as a JSON list of cluster, name, type and target; apply and verify add the addresses of the Ambassador',
} as const
