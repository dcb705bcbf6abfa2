import type { Case, Edits } from '../../case.ts'

const node = 'cordapps: [{image: "registry.example.com/loans:1.2"}]\n'
const indent = '        '
const line = 39

/** Settings of bank/node1, on a line of their own. */
const withSettings = (settings: string): Edits => [[node, `${node}${indent}settings: {${settings}}\n`]]
const start = indent.length + 'settings: {'.length + 1

/** The places of findings about node.conf; test/platforms/corda/settings.test.ts has all of them. */
export const settings: readonly Case[] = [
  {
    name: 'a key of Chancery',
    change: withSettings('detectPublicIp: true'),
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: `${line}:${start}`,
        message: 'bank/node1 sets detectPublicIp, which Chancery sets itself',
        hint: 'remove it: addresses follow from the definition',
      },
    ],
  },
  {
    name: 'a key for developers',
    change: withSettings('devModeOptions: {allowCompatibilityZone: true}'),
    findings: [
      {
        rule: 'refused-setting',
        severity: 'error',
        at: `${line}:${start + 'devModeOptions: {'.length}`,
        message:
          'bank/node1 sets devModeOptions.allowCompatibilityZone: everybody knows the key of the authority that signs for it',
        hint: 'remove it: the doorman of the zone signs the names of its nodes',
      },
    ],
  },
  {
    name: 'a key of another release',
    change: [...withSettings('telemetry: {openTelemetryEnabled: false}'), ['"4.10"', '"4.9"']],
    findings: [
      {
        rule: 'unknown-setting',
        severity: 'error',
        at: `${line}:${start + 'telemetry: {'.length}`,
        message:
          'bank/node1 sets telemetry.openTelemetryEnabled, which Corda 4.9 does not have yet: it would not start',
        hint: 'remove it, or use 4.10 or a later release',
      },
    ],
  },
  {
    name: 'a value that the node refuses',
    change: withSettings('flowTimeout: {timeout: 30}'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: `${line}:${start + 'flowTimeout: {timeout: '.length}`,
        message: 'flowTimeout.timeout of bank/node1 must be a duration with its unit, such as 30 seconds, got 30',
        hint: 'correct it',
      },
    ],
  },
]
