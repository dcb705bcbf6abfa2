import { describe, expect, it } from 'vitest'
import { handTasks, jobReasons } from '../../src/plan/by-hand/index.ts'
import { restartsOf } from '../../src/plan/restarts.ts'
import { revisionsOf } from './case.ts'
import { type Edits, madeFor, revisionOf, running } from './revisions.ts'

const none: ReadonlySet<string> = new Set()

function tasksOf(edits: Edits, given: Edits = []): readonly string[] {
  const { before, after } = revisionsOf({ name: '', given, edits, risks: [] })
  return handTasks({ before, after, prefix: '', bootstrapped: none }).map(({ text }) => text)
}

/** A cluster more, with a node of maker that clients call. */
const asiaTwo: Edits = [
  [
    'organizations:',
    `  - name: zurich
    provider: kubernetes
    domain: zurich.example.com
    context: zurich-prod
    ambassador: {sourceRanges: [203.0.113.64/26]}
    recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]
organizations:`,
  ],
  [
    '- {name: desk, role: rpc}',
    '- {name: desk, role: rpc}\n      - {name: more, role: rpc, cluster: zurich, expose: [rpc]}',
  ],
]

describe('by hand is what is new, and what no file does:', () => {
  it.each<[what: string, edits: Edits, tasks: readonly unknown[], given?: Edits]>([
    ['nothing where nothing changes', [], []],
    [
      'nothing for a node more',
      [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: two, role: rpc}']],
      [],
    ],
    [
      'a cluster',
      asiaTwo,
      [
        'Bootstrap Flux in `zurich`, unless `chancery apply` deploys there',
        'Create the Secret `sops-age` (namespace `flux-system`) with the private age key in `zurich`',
        expect.stringMatching(
          /^Create the DNS record `\*\.zurich\.example\.com` \(A or CNAME\) → Service ambassador in/,
        ),
        'Create the TLS Secret `ambassador-tls` in namespace `trade-ambassador` of `zurich` with a certificate for `more.maker.zurich.example.com`',
        'Check that `ambassador.sourceRanges` of `asia`, `eu` and `us` include the egress addresses of `zurich`',
        'Ask bank to open `v7.bank.example.net:30303` to the egress addresses of `zurich`',
      ],
    ],
    [
      'a name in a certificate',
      [['- {name: v2, role: validator}', '- {name: v2, role: validator, expose: [rpc]}']],
      [
        'Renew the certificate in `ambassador-tls` in namespace `trade-ambassador` of `us`: it also needs `v2.carrier.us.example.com`',
      ],
    ],
    [
      'a domain: its record, and that of before once nobody uses it',
      [['domain: asia.example.com', 'domain: asia.example.org']],
      [
        expect.stringContaining('Create the DNS record `*.asia.example.org`'),
        'Delete the DNS record `*.asia.example.com` once no running node uses it',
      ],
    ],
    [
      'no record that external-dns makes',
      [['domain: asia.example.com', 'domain: asia.example.org']],
      [],
      [['ambassador: {sourceRanges: [192.0.2.0/24]}', 'ambassador: {sourceRanges: [192.0.2.0/24], externalDns: true}']],
    ],
    [
      'a Secret to pull images with, in each namespace',
      [['genesis: {', 'images: {pullSecret: regcred}\ngenesis: {']],
      [
        'Create 6 image pull Secrets: `regcred` in namespace `trade-ambassador` of `asia`, `regcred` in namespace `trade-retailer` of `asia`, `regcred` in namespace `trade-ambassador` of `eu`, `regcred` in namespace `trade-maker` of `eu`, `regcred` in namespace `trade-ambassador` of `us` and `regcred` in namespace `trade-carrier` of `us`',
      ],
    ],
    [
      'a Secret that somebody has to make',
      [['- {name: desk, role: rpc}', '- {name: desk, role: rpc, existingSecret: desk-key}']],
      ['Create 1 Secret: `desk-key` with the key of `maker/desk` in namespace `trade-maker` of `eu`'],
    ],
    [
      'another age key of a cluster',
      [
        [
          '[age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka]',
          '[age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy]',
        ],
      ],
      [
        'Add the new private age key to the Secret `sops-age` in `us`: no former recipient can decrypt what is sealed from now on',
      ],
    ],
    [
      'a vote that comes later',
      [
        [
          '- {name: v6, role: validator}',
          '- {name: v6, role: validator}\n      - {name: v8, role: validator, validator: false}',
        ],
      ],
      [
        'When `retailer/v8` has the newest block (`chancery verify`), remove its `validator: false` in another pull request',
      ],
    ],
    [
      'a vote that has to be seen',
      [['- {name: v6, role: validator}', '- {name: v6, role: validator, validator: false}']],
      ['Keep `retailer/v6` until the chain no longer counts it (`chancery verify`), then remove it'],
    ],
  ])('%s', (_what, edits, tasks, given) => {
    expect(tasksOf(edits, given)).toEqual(tasks)
  })

  it('and not the bootstrap of a cluster for which the repository has it', () => {
    const { before, after } = revisionsOf({ name: '', edits: asiaTwo, risks: [] })
    const tasks = handTasks({ before, after, prefix: 'trade/', bootstrapped: new Set(['zurich']) })
    expect(tasks.flatMap(({ commands }) => commands)).toEqual([
      'kubectl --context=zurich-prod --namespace=flux-system create secret generic sops-age --from-file=age.agekey=zurich.agekey',
      'kubectl --context=zurich-prod --namespace=trade-ambassador create secret tls ambassador-tls --cert=tls.crt --key=tls.key',
    ])
  })

  it('of a network that is new, all of it, with paths from the root of the repository', () => {
    const after = revisionOf(running, madeFor(running))
    const [flux] = handTasks({ before: undefined, after, prefix: 'trade/', bootstrapped: none })
    expect(flux).toEqual({
      text: 'Bootstrap Flux in `asia`, `eu` and `us`, unless `chancery apply` deploys there',
      commands: [
        'flux bootstrap github --context=asia --owner=<owner> --repository=<repository> --branch=main --path=trade/deploy/flux/asia',
        '# the same for eu and us',
      ],
    })
  })
})

it.each<[what: string, edits: Edits, reasons: readonly string[]]>([
  [
    'none without a vote',
    [['- {name: desk, role: rpc}', '- {name: desk, role: rpc}\n      - {name: two, role: rpc}']],
    [],
  ],
  [
    'one that goes',
    [['- {name: v6, role: validator}', '- {name: v6, role: validator, validator: false}']],
    ['Vote Jobs come because `retailer/v6` is to be voted out'],
  ],
  [
    'one that waits',
    [
      [
        '- {name: v6, role: validator}',
        '- {name: v6, role: validator}\n      - {name: v8, role: validator, validator: false}',
      ],
    ],
    ['Vote Jobs come because `retailer/v8` has `validator: false`: they keep it from being voted in'],
  ],
])('why votes appear: %s', (_what, edits, reasons) => {
  const { before, after } = revisionsOf({ name: '', edits, risks: [] })
  expect(jobReasons(before, after)).toEqual(reasons)
})

it('pods restart in the order of the roll-out: the Ambassador first, and last what waits for nothing', () => {
  const restarting = (part: string, restarts = true) => ({
    cluster: 'eu',
    part,
    routine: [],
    changes: [
      {
        action: 'change' as const,
        object: { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'x' } },
        differences: [],
        restarts,
      },
    ],
  })
  const roots = ['maker/jobs', 'maker/v4', 'maker/v3', 'maker/desk', 'ambassador'].map((part) => restarting(part))
  const rollout = [['maker/desk', 'maker/still'], ['maker/v3'], ['maker/v4']]
  expect(restartsOf([...roots, restarting('maker/still', false)], () => rollout)).toEqual([
    { cluster: 'eu', steps: [['ambassador'], ['maker/desk'], ['maker/v3'], ['maker/v4'], ['maker/jobs']] },
  ])
})
