import { issuers } from '../network/key-holders.ts'
import type { RepositoryFacts } from './answers.ts'

interface Owned {
  readonly pattern: string
  readonly owners: readonly string[]
}

/** CODEOWNERS as examples, in comments: teams with these names hardly exist. The last line that matches a file counts. */
export function codeOwners({ platform, organizations: all }: RepositoryFacts): string {
  const organizations = all.map(({ name }) => name)
  const { people } = platform.definition.keyHolders ?? issuers
  const operators = organizations.map((name) => `@${name}/ledger-operators`)
  const each = (patterns: (name: string) => readonly string[], team: string): Owned[] =>
    organizations.flatMap((name) => patterns(name).map((pattern) => ({ pattern, owners: [`@${name}/${team}`] })))
  const yours = (pattern: string, team: string): Owned => ({ pattern, owners: [`@your-company/${team}`] })
  const sections: readonly (readonly [title: string, owned: readonly Owned[]])[] = [
    ['Everything else', [yours('*', 'ledger-operators')]],
    [
      'The definition, and what was decided once: all parties look at it',
      [
        { pattern: '/network.yaml', owners: operators },
        { pattern: '/network.lock.yaml', owners: operators },
      ],
    ],
    [
      "What clusters read. Chancery renders it; a change by hand, and Flux's own files, need those who run the clusters",
      [yours('/deploy/', 'platform')],
    ],
    [
      'Keys and first blocks: they decide who is who',
      [
        yours('/material/', 'security'),
        ...each(
          (name) => [`/material/public/${name}/`, `/material/sealed/*/${name}/`, `/material/sealed/${people}/${name}/`],
          'security',
        ),
      ],
    ],
    ['What an organization signed: each its own', each((name) => [`/material/signatures/${name}.*`], 'security')],
    [
      'Overrides can change every object of their part, what a node may reach included',
      [yours('/overrides/', 'platform'), ...each((name) => [`/overrides/*/${name}/`], 'ledger-operators')],
    ],
    [
      'A workflow can push to main, and deploy.yml makes keys. The last two decide what a review shows, in every folder',
      [yours('/.github/', 'security'), yours('CODEOWNERS', 'security'), yours('.gitattributes', 'security')],
    ],
  ]
  const width = Math.max(...sections.flatMap(([, owns]) => owns.map((one) => one.pattern.length)))
  return [
    '# Who has to agree to a change: https://docs.github.com/articles/about-code-owners',
    '# The last line that matches a file counts. These lines are examples: put in your own people or teams and remove the "# ".',
    '# They hold only where a rule for main asks for a review by code owners, dismisses approvals after another push, and lets nobody',
    '# bypass it but the App whose token deploy.yml uses.',
    ...sections.flatMap(([title, owns]) => [
      '',
      `# ${title}`,
      ...owns.map((one) => `# ${one.pattern.padEnd(width)} ${one.owners.join(' ')}`),
    ]),
    '',
  ].join('\n')
}
