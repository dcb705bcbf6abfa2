import type { Case } from '../../case.ts'

const elsewhere = (...names: readonly string[]) =>
  names.map((name) => [`  - name: ${name}\n`, `  - name: ${name}\n    administrators: {keys: elsewhere}\n`] as const)

/** Organizations whose administrators' keys are in no cluster. */
export const acceptedAdministrators: readonly Case[] = [
  {
    name: 'one whose clusters have no keys of its administrators',
    change: elsewhere('carrier'),
    keysMade: true,
    missing: 'error',
    findings: [],
  },
  {
    name: 'one whose clusters had them, whose files are left',
    change: elsewhere('carrier'),
    keysMade: true,
    files: (files) => ({
      'material/public/carrier/administrators/us/sign.crt': files['material/public/carrier/peer1/sign.crt'],
    }),
    findings: [],
  },
]

/** Definitions with findings because of it. */
export const administrators: readonly Case[] = [
  {
    name: 'nobody whose Jobs could commit or submit',
    change: elsewhere('manufacturer', 'carrier', 'retailer'),
    findings: [
      {
        rule: 'channel-without-jobs',
        severity: 'notice',
        at: '52:5',
        message:
          'no Job commits chaincodes of channel trade or submits its updates: carrier, manufacturer and retailer have the keys of their administrators elsewhere',
        hint: 'one of them runs `peer lifecycle chaincode commit` and `peer channel update` itself: docs/platforms/fabric.md has the commands',
      },
    ],
  },
  {
    name: 'keys of administrators nowhere',
    change: [['  - name: carrier\n', '  - name: carrier\n    administrators: {keys: nowhere}\n']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '35:28',
        message: 'organizations[carrier].administrators.keys: "nowhere" is not one of clusters, elsewhere',
      },
    ],
  },
]
