/** Options of the command line, as they are read. */
export interface Values {
  readonly network: string
  readonly directory: string
  readonly organization?: string
  readonly renew?: string
  readonly within?: string
  readonly push?: string
  readonly build: boolean
  readonly base?: string
  readonly 'fail-on-risk'?: string
  readonly acknowledged: boolean
  readonly format?: string
  readonly sarif?: string
  readonly check: boolean
  readonly 'stand-ins': boolean
  readonly cluster?: string
  readonly context?: string
  readonly 'dry-run': boolean
  readonly prune: boolean
  readonly 'prune-also'?: string
  readonly 'force-conflicts': boolean
  readonly timeout?: string
  readonly probe: boolean
  readonly 'dns-server'?: string
  readonly json?: string
}

/** As `parseArgs` takes them. */
export const optionTypes = {
  network: { type: 'string', default: 'network.yaml' },
  directory: { type: 'string', default: '.' },
  organization: { type: 'string' },
  renew: { type: 'string' },
  within: { type: 'string' },
  push: { type: 'string' },
  build: { type: 'boolean', default: false },
  base: { type: 'string' },
  'fail-on-risk': { type: 'string' },
  acknowledged: { type: 'boolean', default: false },
  format: { type: 'string' },
  sarif: { type: 'string' },
  check: { type: 'boolean', default: false },
  'stand-ins': { type: 'boolean', default: false },
  cluster: { type: 'string' },
  context: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  'prune-also': { type: 'string' },
  'force-conflicts': { type: 'boolean', default: false },
  timeout: { type: 'string' },
  probe: { type: 'boolean', default: false },
  'dns-server': { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** How `--help` shows them. */
export const optionTexts: Readonly<Record<keyof Values, string>> = {
  network: '--network FILE         the definition (network.yaml)',
  directory: '--directory FOLDER     the folder of the network (.)',
  organization: '--organization NAME    for this organization only: its keys, its signature',
  renew:
    '--renew NAMES          renew certificates: expiring, or those of nodes such as carrier/peer1, whenever they expire',
  within: '--within DAYS          with --renew expiring: those that expire within so many days (30d)',
  push: '--push REMOTE          push the commit to this remote',
  build: '--build                build every root with kustomize too',
  base: '--base REFERENCE       compare with this branch, tag or commit, from where the two parted; else with the last commit',
  'fail-on-risk': '--fail-on-risk LIMIT   status 1 when a risk is not acknowledged: never (the default), danger or any',
  acknowledged: '--acknowledged         all risks are meant',
  format: '--format FORMAT        text (the default) or json, of which nothing else goes to standard output',
  sarif: '--sarif FILE           write findings and risks there as SARIF',
  check: '--check                write nothing; status 1 when something would be written',
  'stand-ins': '--stand-ins            stand in for keys that are missing, to look at the result: never deploy it',
  cluster: '--cluster NAME         only this cluster',
  context: '--context NAME         kubeconfig context of that cluster, in place of the one in the definition',
  'dry-run': '--dry-run              show what would be done, as the API server sees it, and change nothing',
  prune: '--prune                delete what was applied and has left the definition, with guards',
  'prune-also': "--prune-also NAMES     delete these too, whatever guards them: 'Secret trade-north/v1, …'",
  'force-conflicts': '--force-conflicts      take over fields that others own, where they hold another value',
  timeout: '--timeout DURATION     how long to wait until everything is ready (10m)',
  probe:
    '--probe                dial, from a pod in each namespace, all that its nodes dial; the pods are removed again',
  'dns-server': "--dns-server ADDRESS   ask this DNS server for names, in place of this machine's",
  json: '--json FILE            write there what became of each cluster, as JSON',
}
