import { describe, expect, it } from 'vitest'
import { mappingOf } from '../../../../src/platforms/bevel-fields.ts'
import { adopt, blockOf, findingsOf } from './adopting.ts'
import { organization } from './organizations.ts'
import { shapes } from './shapes.ts'

type Values = Readonly<Record<string, unknown>>

const list = (value: unknown): readonly Values[] => (Array.isArray(value) ? value.map(mappingOf) : [])

/** A definition with another channel. */
const withChannel =
  (change: (channel: Values) => Values) =>
  (definition: Values): Values => ({ ...definition, channels: list(definition.channels).map(change) })

/** A definition with other nodes of an external organization. */
const withExternal =
  (name: string, change: (nodes: readonly Values[]) => readonly Values[]) =>
  (definition: Values): Values => ({
    ...definition,
    external: list(definition.external).map((party) =>
      party.organization === name ? { ...party, nodes: change(list(party.nodes)) } : party,
    ),
  })

const gamma = organization('gamma')

const changes: readonly (readonly [what: string, change: (definition: Values) => Values, words: RegExp])[] = [
  [
    'an anchor peer',
    withExternal('beta', (nodes) => [
      ...nodes,
      { name: 'peer9', role: 'peer', host: 'peer9.beta.example.com', port: 7051 },
    ]),
    /has changed: anchor peer of (BetaMSP|Beta): peer9\.beta\.example\.com:7051 is added|has changed: .*peer9\.beta\.example\.com:7051[^;]*$/,
  ],
  [
    'a member',
    (definition) => ({
      ...withChannel((channel) => ({ ...channel, members: [...(channel.members as readonly unknown[]), 'gamma'] }))(
        definition,
      ),
      external: [...list(definition.external), { organization: 'gamma', mspId: 'GammaMSP', nodes: [] }],
    }),
    /has changed: [^;]*GammaMSP[^;]*(;[^;]*GammaMSP[^;]*)*$/,
  ],
  [
    'the time of a batch',
    withChannel((channel) => ({ ...channel, batch: { ...mappingOf(channel.batch), timeout: '7s' } })),
    /has changed: batch timeout: [^;]* → 7s$/,
  ],
  [
    'an ACL',
    withChannel((channel) => ({
      ...channel,
      acls: { ...mappingOf(channel.acls), 'cscc/GetConfigBlock': '/Channel/Application/Admins' },
    })),
    /has changed: [^;]*cscc\/GetConfigBlock[^;]*$/,
  ],
]

const some = shapes.filter(([name]) => /everything|of Bevel$|node OUs|several organizations/.test(name))

describe.each(some)('an adopted channel %s', (_, config) => {
  it.each(changes)('changes only %s where the definition asks for it', async (__, change, words) => {
    const adopted = await adopt({
      files: { 'trade.block': blockOf(config) },
      options: { channel: ['trade.block'] },
      ours: { alpha: {} },
    })
    const files = new Map([
      ...adopted.files,
      ['material/public/gamma/ca.crt', gamma.ca.certificate],
      ['material/public/gamma/tlsca.crt', gamma.tlsca.certificate],
    ])
    const findings = await findingsOf({ ...adopted, files }, change)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const due = findings.filter(({ rule }) => rule === 'channel-update-due').map(({ message }) => message)
    expect(due).toEqual([expect.stringMatching(words)])
  })
})
