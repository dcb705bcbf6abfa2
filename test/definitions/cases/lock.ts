import type { Case } from '../case.ts'

/** network.lock.yaml after somebody edited it. */
export const lock: readonly Case[] = [
  {
    name: 'an empty lock',
    lock: '',
    findings: [
      {
        rule: 'yaml-empty',
        severity: 'error',
        at: 'network.lock.yaml:1:1',
        message: 'the file is empty',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a lock that is no YAML',
    lock: 'version: 1\nports: {\n',
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: 'network.lock.yaml:2:8',
        message: 'the brace "{" is never closed',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a merge conflict in the lock',
    lock: 'version: 1\nports:\n  eu:\n<<<<<<< HEAD\n    carrier/validator4/p2p: 15000\n=======\n    carrier/validator4/p2p: 15001\n>>>>>>> feature\nmaterial: {}\n',
    findings: [
      {
        rule: 'yaml-syntax',
        severity: 'error',
        at: 'network.lock.yaml:4:1',
        message: 'an unresolved Git merge conflict',
        hint: 'keep one side of it, and remove the lines with <<<<<<<, ======= and >>>>>>>',
      },
    ],
  },
  {
    name: 'a lock of a later version',
    lock: 'version: 2\nports: {}\nmaterial: {}\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:1:10',
        message: 'a later release of Chancery wrote this lock',
        hint: 'use that release or a newer one',
      },
    ],
  },
  {
    name: 'a lock without ports',
    lock: 'version: 1\nmaterial: {}\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:1:1',
        message: 'network.lock.yaml has no "ports"',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a lock with more than ports and material',
    lock: 'version: 1\nports: {}\nmaterial: {}\nclusters: {}\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:4:11',
        message: 'unknown key "clusters"',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'ports in quotes',
    lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: "15000"\nmaterial: {}\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:4:29',
        message: 'ports.eu.carrier/validator4/p2p must be a number, got the text "15000"',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a port of zero',
    lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: 0\nmaterial: {}\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:4:29',
        message: 'ports.eu.carrier/validator4/p2p must be at least 1, got 0',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'an endpoint twice',
    lock: 'version: 1\nports:\n  eu:\n    carrier/validator4/p2p: 15000\n    carrier/validator4/p2p: 15001\nmaterial: {}\n',
    findings: [
      {
        rule: 'yaml-duplicate-key',
        severity: 'error',
        at: 'network.lock.yaml:5:5',
        message: 'duplicate key "carrier/validator4/p2p"',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a digest that is none',
    lock: 'version: 1\nports: {}\nmaterial:\n  material/public/genesis.json: md5:1\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:4:33',
        message:
          'material.material/public/genesis.json Invalid string: must match pattern /^sha256:[0-9a-f]{64}$/, got "md5:1"',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
  {
    name: 'a list',
    lock: '- 1\n',
    findings: [
      {
        rule: 'lock',
        severity: 'error',
        at: 'network.lock.yaml:1:1',
        message: 'network.lock.yaml must be a mapping, got a list',
        hint: 'restore it from Git: without it, ports would change and keys would be reported as missing',
      },
    ],
  },
]
