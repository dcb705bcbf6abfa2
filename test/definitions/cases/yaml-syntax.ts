import type { Case } from '../case.ts'

/** What people get wrong in YAML itself: each is found where it begins, not where a reader stops. */
export const yamlSyntax: readonly Case[] = [
  {
    name: 'a quote that is never closed in a flow mapping',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: "rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:28',
        message: 'the quote is never closed',
        hint: 'add " where the text ends: the text after it was read as part of it',
      },
    ],
  },
  {
    name: 'a single quote that is never closed',
    change: [['name: supplychain', "name: 'supplychain"]],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:7',
        message: 'the quote is never closed',
        hint: "add ' where the text ends: the text after it was read as part of it",
      },
    ],
  },
  {
    name: 'a quote that is closed on a later line only',
    change: [['name: supplychain', 'name: "supply\nchain"']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:7',
        message: 'the quote is never closed',
        hint: 'add " where the text ends: the text after it was read as part of it',
      },
    ],
  },
  {
    name: 'a quote within quotes',
    change: [['name: supplychain', "name: 'it's'"]],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:11',
        message: 'text after a closing quote',
        hint: 'put the whole text in quotes; a quote within it is written twice in single quotes, and \\" in double quotes',
      },
    ],
  },
  {
    name: 'text after quotes',
    change: [['name: supplychain', 'name: "supply" chain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:16',
        message: 'text after a closing quote',
        hint: 'put the whole text in quotes; a quote within it is written twice in single quotes, and \\" in double quotes',
      },
    ],
  },
  {
    name: 'an escape that does not exist',
    change: [['name: supplychain', 'name: "supply\\qchain"']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:14',
        message: '"\\q" is not an escape sequence',
        hint: 'write "\\\\" for a backslash, or put the text in single quotes',
      },
    ],
  },
  {
    name: 'a list that is never closed',
    change: [['[203.0.113.0/24]', '[203.0.113.0/24']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '16:21',
        message: 'the bracket "[" is never closed',
        hint: 'add "]" where the list ends',
      },
    ],
  },
  {
    name: 'a list within a mapping that is never closed',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc, expose: [rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:41',
        message: 'the bracket "[" is not closed before the "}"',
        hint: 'add "]" where the list ends',
      },
    ],
  },
  {
    name: 'a mapping that a bracket closes',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc]']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:9',
        message: 'the brace "{" is not closed before the "]"',
        hint: 'add "}" where the mapping ends',
      },
    ],
  },
  {
    name: 'a mapping that is never closed before another key',
    change: [['  chainId: 20261123', '  forks: {berlinBlock: 0\n  chainId: 20261123']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '8:10',
        message: 'the brace "{" is never closed',
        hint: 'add "}" where the mapping ends',
      },
    ],
  },
  {
    name: 'a brace too many',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc}}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:32',
        message: '"}" closes nothing',
        hint: 'remove it, or put the whole text in quotes',
      },
    ],
  },
  {
    name: 'a comma after an item',
    change: [['name: rpc1, role: rpc}', 'name: rpc1, role: rpc},']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:32',
        message: 'a comma too many',
        hint: 'remove it, or put the whole text in quotes',
      },
    ],
  },
  {
    name: 'two commas',
    change: [['name: rpc1, role: rpc}', 'name: rpc1,, role: rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:21',
        message: 'a comma too many',
        hint: 'remove it: no value precedes it',
      },
    ],
  },
  {
    name: 'no comma',
    change: [['name: rpc1, role: rpc}', 'name: rpc1 role: rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:21',
        message: 'a comma is missing before this key',
        hint: 'put a comma between the entries',
      },
    ],
  },
  {
    name: 'a list whose lines are indented too little',
    change: [['recipients: [age1g', 'recipients: [\n  age1g']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '18:3',
        message: 'this line is inside the bracket "[" above, but indented too little',
        hint: 'indent it deeper than its key',
      },
    ],
  },
  {
    name: 'no space after a colon',
    change: [['provider: eks', 'provider:eks']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '12:5',
        message: 'a space is missing after "provider:"',
        hint: 'write "provider: …"',
      },
    ],
  },
  {
    name: 'no space after a hyphen',
    change: [['- {name: rpc1, role: rpc}', '-{name: rpc1, role: rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:7',
        message: 'a space is missing after "-"',
        hint: 'write "- ": a list item begins with "-" and a space',
      },
    ],
  },
  {
    name: 'no space after a hyphen in a block',
    change: [['- name: eu', '-name: eu']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '11:3',
        message: 'a space is missing after "-"',
        hint: 'write "- ": a list item begins with "-" and a space',
      },
    ],
  },
  {
    name: 'an item without its hyphen',
    change: [['- name: eu', 'name: eu']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '11:3',
        message: 'an item of clusters without "- "',
        hint: 'put "- " before its first key, and indent its other keys by 4 spaces',
      },
    ],
  },
  {
    name: 'an equals sign for a colon',
    change: [['name: supplychain', 'name = supplychain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:1',
        message: '"name" is followed by "=" instead of ":"',
        hint: 'write "name: …"',
      },
    ],
  },
  {
    name: 'a key without its colon',
    change: [['organizations:', 'organizations']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '28:1',
        message: 'this line is neither a key with a value nor an item of a list',
        hint: 'write "key: value" or "- item"; indent a text of several lines deeper than its key',
      },
    ],
  },
  {
    name: 'a key without its colon before a list',
    change: [['    cluster: eu\n    nodes:', '    cluster: eu\n    nodes']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '31:5',
        message: 'this line is neither a key with a value nor an item of a list',
        hint: 'write "key: value" or "- item"; indent a text of several lines deeper than its key',
      },
    ],
  },
  {
    name: 'a line of text among keys',
    change: [['name: supplychain', 'name: supply # and\n  chain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '4:3',
        message: 'this line is neither a key with a value nor an item of a list',
        hint: 'write "key: value" or "- item"; indent a text of several lines deeper than its key',
      },
    ],
  },
  {
    name: 'a key that is indented too little',
    change: [['    provider: eks', '   provider: eks']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '12:4',
        message: 'the indentation of this line matches no line above',
        hint: 'indent it like the other keys of its mapping: the line above has 4 spaces',
      },
    ],
  },
  {
    name: 'an item that is indented too little',
    change: [['      - {name: rpc1, role: rpc}', '     - {name: rpc1, role: rpc}']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '39:6',
        message: 'the indentation of this line matches no line above',
        hint: 'indent it like the other keys of its mapping: the line above has 8 spaces',
      },
    ],
  },
  {
    name: 'a key that is indented deeper than those before it',
    change: [['  chainId: 20261123', '  chainId: 20261123\n    epochLength: 3000']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '9:5',
        message: 'this line is indented deeper than the line above, which already has a value',
        hint: 'indent it like the line above',
      },
    ],
  },
  {
    name: 'an item among keys',
    change: [['name: supplychain', '- name: supplychain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:1',
        message: 'an item of a list among keys',
        hint: 'remove its "- ", or indent it deeper than the key of its list',
      },
    ],
  },
  {
    name: 'a mapping on the line of its key',
    change: [['genesis:\n  chainId: 20261123', 'genesis: chainId: 20261123']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '7:10',
        message: 'a text that contains a colon and a space',
        hint: 'put it in quotes, or begin the mapping on its own line',
      },
    ],
  },
  {
    name: 'a tab after spaces',
    change: [['    provider: eks', '    \tprovider: eks']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '12:5',
        message: 'a tab in the indentation: YAML allows spaces only',
        hint: 'replace it by spaces',
      },
    ],
  },
  {
    name: 'a text that begins with @',
    change: [['name: supplychain', 'name: @supplychain']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:7',
        message: 'a text cannot begin with "@"',
        hint: 'put it in quotes',
      },
    ],
  },
  {
    name: 'a text that begins with *',
    change: [['name: supplychain', 'name: *']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '3:7',
        message: '"*" without quotes begins an alias, and this one has no anchor',
        hint: 'write the value out, or put a text that begins with "*" in quotes',
      },
    ],
  },
  {
    name: 'a directive without a document',
    change: [['version: 1', '%YAML 1.2\nversion: 1']],
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: '2:1',
        message: 'a line that begins with "%" is a directive of YAML',
        hint: 'remove it: a definition needs no directives',
      },
    ],
  },
  {
    name: 'a second document in the middle',
    change: [['external:', '---\nexternal:']],
    findings: [
      {
        rule: 'yaml-documents',
        severity: 'error',
        at: '41:1',
        message: 'more than one document in this file',
        hint: 'remove everything from this "---" on: a file defines one network',
      },
    ],
  },
  {
    name: 'two documents with a marker each',
    change: [
      ['version: 1', '---\nversion: 1'],
      ['external:', '--- # parties\nexternal:'],
    ],
    findings: [
      {
        rule: 'yaml-documents',
        severity: 'error',
        at: '42:1',
        message: 'more than one document in this file',
        hint: 'remove everything from this "---" on: a file defines one network',
      },
    ],
  },
  {
    name: 'the end of a document in the middle',
    change: [['external:', '...\nexternal:']],
    findings: [
      {
        rule: 'yaml-documents',
        severity: 'error',
        at: '41:1',
        message: 'more than one document in this file',
        hint: 'remove everything from this "..." on: a file defines one network',
      },
    ],
  },
]
