import type { Case } from '../case.ts'

/** Texts that cannot be read as one YAML document, or that are larger or more tangled than a person would write. */
export const yaml: readonly Case[] = [
  { name: 'an empty file', change: () => '', findings: [] },
  { name: 'only comments', change: () => '# later\n\n# today\n', findings: [] },
  { name: 'only a document marker', change: () => '---\n', findings: [] },
  { name: 'a list', change: () => '- besu\n- fabric\n', findings: [] },
  { name: 'a sentence', change: () => 'please make me a network\n', findings: [] },
  { name: 'a tab for indentation', change: [['  chainId', '\tchainId']], findings: [] },
  { name: 'a quote that is never closed', change: [['platform: besu', 'platform: "besu']], findings: [] },
  { name: 'a bracket that is never closed', change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc']], findings: [] },
  { name: 'a colon in plain text', change: [['name: supplychain', 'name: supply: chain']], findings: [] },
  { name: 'wrong indentation', change: [['    provider: eks', '     provider: eks']], findings: [] },
  {
    name: 'a merge conflict',
    change: [['name: supplychain', '<<<<<<< HEAD\nname: supplychain\n=======\nname: tradechain\n>>>>>>> feature']],
    findings: [],
  },
  {
    name: 'two keys that stand twice',
    change: [
      ['platform: besu', 'platform: besu\nname: other'],
      ['provider: gke', 'provider: gke\n    provider: aks'],
    ],
    findings: [],
  },
  { name: 'a tag', change: [['chainId: 20261123', 'chainId: !!int "20261123"']], findings: [] },
  { name: 'a tag that would include a file', change: [['  chainId: 20261123', '  !include genesis.yaml']], findings: [] },
  { name: 'a second document', change: (good) => `${good}---\nversion: 1\n`, findings: [] },
  { name: 'a merge key', change: [['provider: gke', '<<: {provider: gke}']], findings: [] },
  { name: 'an alias without anchor', change: [['provider: gke', 'provider: *cloud']], findings: [] },
  {
    name: 'an alias as a key',
    change: [['  - name: us\n    provider: gke', '  - name: &word us\n    *word : gke']],
    findings: [],
  },
  { name: 'a list as a key', change: [['provider: gke', '? [provider, cloud]\n    : gke']], findings: [] },
  { name: 'a template that was not filled in', change: [['name: supplychain', 'name: {{ .Values.name }}']], findings: [] },
  { name: 'an alias to what it stands in', change: [['chainId: 20261123', 'chainId: &self [*self]']], findings: [] },
  {
    name: 'more aliases than a person writes',
    change: [
      ['name: supplychain', 'name: &name supplychain'],
      ['chainId: 20261123', `accounts: [${Array.from({ length: 101 }, () => '*name').join(', ')}]`],
    ],
    findings: [],
  },
  {
    name: 'aliases that multiply',
    change: [
      [
        'platform: besu',
        [
          'a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]',
          'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
          'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
          'd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]',
          'e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]',
          'f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]',
        ].join('\n'),
      ],
    ],
    findings: [],
  },
  {
    name: 'lists in lists in lists',
    change: [['chainId: 20261123', `chainId: ${'['.repeat(40)}${']'.repeat(40)}`]],
    findings: [],
  },
  { name: 'a megabyte', change: (good) => `${good}# ${'x'.repeat(1024 * 1024)}\n`, findings: [] },
  { name: 'line ends of Windows', change: (good) => good.replace('role: rpc}', 'role: rcp}').replaceAll('\n', '\r\n'), findings: [] },
  { name: 'a byte order mark', change: (good) => `\uFEFF${good.replace('role: rpc}', 'role: rcp}')}`, findings: [] },
  { name: 'a control character', change: [['name: supplychain', 'name: supply\u0007chain']], findings: [] },
]
