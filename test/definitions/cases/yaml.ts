import type { Case } from '../case.ts'

/** Texts that cannot be read as one YAML document, or that are larger or more tangled than a person would write. */
export const yaml: readonly Case[] = [
  {
    name: 'an empty file',
    change: () => '',
    findings: [
      {
        rule: 'yaml-empty',
        severity: 'error',
        at: '1:1',
        message: 'the file is empty',
        hint: 'start from the template: it has a commented network.yaml',
      },
    ],
  },
  {
    name: 'only comments',
    change: () => '# later\n\n# today\n',
    findings: [
      {
        rule: 'yaml-empty',
        severity: 'error',
        at: '1:1',
        message: 'the file is empty',
        hint: 'start from the template: it has a commented network.yaml',
      },
    ],
  },
  {
    name: 'only a document marker',
    change: () => '---\n',
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml must be a mapping with keys such as version, name, platform, clusters',
        hint: 'start from the template',
      },
    ],
  },
  {
    name: 'a list',
    change: () => '- besu\n- fabric\n',
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml must be a mapping with keys such as version, name, platform, clusters',
        hint: 'start from the template',
      },
    ],
  },
  {
    name: 'a sentence',
    change: () => 'please make me a network\n',
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml must be a mapping with keys such as version, name, platform, clusters',
        hint: 'start from the template',
      },
    ],
  },
  {
    name: 'a tab for indentation',
    change: [['  chainId', '\tchainId']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '8:1',
        message: 'a tab in the indentation: YAML allows spaces only',
        hint: 'replace it by spaces',
      },
    ],
  },
  {
    name: 'a quote that is never closed',
    change: [['platform: besu', 'platform: "besu']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '4:11',
        message: 'the quote is never closed',
        hint: 'add " where the text ends: the text after it was read as part of it',
      },
    ],
  },
  {
    name: 'a bracket that is never closed',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:9',
        message: 'the brace "{" is never closed',
        hint: 'add "}" where the mapping ends',
      },
    ],
  },
  {
    name: 'a colon in plain text',
    change: [['name: supplychain', 'name: supply: chain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:7',
        message: 'a text that contains a colon and a space',
        hint: 'put it in quotes, or begin the mapping on its own line',
      },
    ],
  },
  {
    name: 'wrong indentation',
    change: [['    provider: eks', '     provider: eks']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '12:6',
        message: 'this line is indented deeper than the line above, which already has a value',
        hint: 'indent it like the line above, by 4 spaces',
      },
    ],
  },
  {
    name: 'a merge conflict',
    change: [['name: supplychain', '<<<<<<< HEAD\nname: supplychain\n=======\nname: tradechain\n>>>>>>> feature']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:1',
        message: 'an unresolved Git merge conflict',
        hint: 'keep one side of it, and remove the lines with <<<<<<<, ======= and >>>>>>>',
      },
    ],
  },
  {
    name: 'two keys that stand twice',
    change: [
      ['platform: besu', 'platform: besu\nname: other'],
      ['provider: gke', 'provider: gke\n    provider: aks'],
    ],
    findings: [
      {
        rule: 'yaml-duplicate-key',
        severity: 'error',
        at: '5:1',
        message: 'duplicate key "name"',
        hint: 'keep one of the two',
      },
      {
        rule: 'yaml-duplicate-key',
        severity: 'error',
        at: '22:5',
        message: 'duplicate key "provider"',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'a tag',
    change: [['chainId: 20261123', 'chainId: !!int "20261123"']],
    findings: [
      {
        rule: 'yaml-tag',
        severity: 'error',
        at: '8:12',
        message: 'unsupported YAML tag !!int',
        hint: 'remove it: a definition is plain YAML',
      },
    ],
  },
  {
    name: 'a tag that would include a file',
    change: [['  chainId: 20261123', '  !include genesis.yaml']],
    findings: [
      {
        rule: 'yaml-tag',
        severity: 'error',
        at: '8:3',
        message: 'unsupported YAML tag !include',
        hint: 'remove it: a definition is plain YAML',
      },
    ],
  },
  {
    name: 'a second document',
    change: (good) => `${good}---\nversion: 1\n`,
    findings: [
      {
        rule: 'yaml-documents',
        severity: 'error',
        at: '61:1',
        message: 'more than one document in this file',
        hint: 'remove everything from this "---" on: a file defines one network',
      },
    ],
  },
  {
    name: 'a merge key',
    change: [['provider: gke', '<<: {provider: gke}']],
    findings: [
      {
        rule: 'yaml-merge',
        severity: 'error',
        at: '20:5',
        message: 'merge keys ("<<") are not supported',
        hint: 'write the values out: merge keys are not part of YAML 1.2',
      },
    ],
  },
  {
    name: 'an alias without anchor',
    change: [['provider: gke', 'provider: *cloud']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '20:15',
        message: '"*" without quotes begins an alias, and this one has no anchor',
        hint: 'write the value out, or put a text that begins with "*" in quotes',
      },
    ],
  },
  {
    name: 'an alias as a key',
    change: [['  - name: us\n    provider: gke', '  - name: &word us\n    *word : gke']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '20:5',
        message: 'a key must be text, not a list, a mapping or an alias',
        hint: 'fill in a template such as {{ name }} first; put any other text in quotes',
      },
    ],
  },
  {
    name: 'a list as a key',
    change: [['provider: gke', '? [provider, cloud]\n    : gke']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '20:7',
        message: 'a key must be text, not a list, a mapping or an alias',
        hint: 'fill in a template such as {{ name }} first; put any other text in quotes',
      },
    ],
  },
  {
    name: 'a template that was not filled in',
    change: [['name: supplychain', 'name: {{ .Values.name }}']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '3:8',
        message: 'a key must be text, not a list, a mapping or an alias',
        hint: 'fill in a template such as {{ name }} first; put any other text in quotes',
      },
    ],
  },
  {
    name: 'an alias to what it stands in',
    change: [['chainId: 20261123', 'chainId: &self [*self]']],
    findings: [
      {
        rule: 'yaml-aliases',
        severity: 'error',
        at: '8:19',
        message: 'an alias to a value that contains it',
        hint: 'remove the alias: it never ends',
      },
    ],
  },
  {
    name: 'more aliases than a person writes',
    change: [
      ['name: supplychain', 'name: &name supplychain'],
      ['chainId: 20261123', `accounts: [${Array.from({ length: 101 }, () => '*name').join(', ')}]`],
    ],
    findings: [
      {
        rule: 'yaml-aliases',
        severity: 'error',
        at: '8:714',
        message: 'more than 100 aliases',
        hint: 'write the values out',
      },
    ],
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
    findings: [
      {
        rule: 'yaml-aliases',
        severity: 'error',
        at: '9:7',
        message: 'this expands to more than 200000 values',
        hint: 'write the values out instead of nesting aliases',
      },
    ],
  },
  {
    name: 'lists in lists in lists',
    change: [['chainId: 20261123', `chainId: ${'['.repeat(40)}${']'.repeat(40)}`]],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '8:42',
        message: 'lists and mappings are nested deeper than 32',
        hint: 'check the brackets: no definition needs such depth',
      },
    ],
  },
  {
    name: 'a megabyte',
    change: (good) => `${good}# ${'x'.repeat(1024 * 1024)}\n`,
    findings: [
      {
        rule: 'yaml-size',
        severity: 'error',
        at: '1:1',
        message: 'network.yaml has 1050445 bytes; at most 1048576 are read',
        hint: 'a definition of 1 000 nodes has about 100 KiB: remove generated or binary content',
      },
    ],
  },
  {
    name: 'line ends of Windows',
    change: (good) => good.replace('role: rpc}', 'role: rcp}').replaceAll('\n', '\r\n'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:28',
        message: 'organizations[carrier].nodes[rpc1].role: "rcp" is not one of validator, rpc, archive',
        hint: 'did you mean "rpc"?',
      },
    ],
  },
  {
    name: 'a byte order mark',
    change: (good) => `\uFEFF${good.replace('role: rpc}', 'role: rcp}')}`,
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:28',
        message: 'organizations[carrier].nodes[rpc1].role: "rcp" is not one of validator, rpc, archive',
        hint: 'did you mean "rpc"?',
      },
    ],
  },
  {
    name: 'a control character',
    change: [['name: supplychain', 'name: supply\u0007chain']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '3:13',
        message: 'this line has U+0007, a control character',
        hint: 'remove it, and save the file as UTF-8',
      },
    ],
  },
  {
    name: 'a file of Hyperledger Bevel',
    change: () => '# of the consortium\nnetwork:\n  type: besu\n  version: 23.10.2\n',
    findings: [
      {
        rule: 'bevel-definition',
        severity: 'error',
        at: '2:1',
        message: 'network.yaml describes a network of Hyperledger Bevel',
        hint: 'run `chancery import bevel network.yaml --into FOLDER`: it writes a definition, and reports what becomes of each field',
      },
    ],
  },
]
