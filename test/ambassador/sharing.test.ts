import { describe, expect, test } from 'vitest'
import { allocatePorts } from '../../src/ambassador/ports.ts'
import { routesOf } from '../../src/ambassador/routes.ts'
import type { AllocatedPorts } from '../../src/network/lock.ts'
import { definition, networkOf, withTls } from './tls-platform.ts'

const pool = 'ports: 15000-15009'

function portsOf(
  ambassador: string,
  locked: AllocatedPorts[string] = {},
  cluster?: string,
  edit = (text: string) => text,
) {
  const { network, platform } = networkOf(edit(definition(ambassador, cluster)))
  return allocatePorts(network, withTls(platform), { eu: locked })
}

/** Ports of a.peer, a.administration, a.plain, b.peer, b.administration, b.plain. */
const numbers = (ports: AllocatedPorts): (number | undefined)[] =>
  ['a', 'b'].flatMap((node) =>
    ['peer', 'administration', 'plain'].map((endpoint) => ports.eu?.[`north/${node}/${endpoint}`]),
  )

describe('endpoints with TLS of their own', () => {
  test.each<[what: string, given: Parameters<typeof portsOf>, expected: number[]]>([
    ['have a port each', [`{${pool}}`], [15000, 15001, 15002, 15003, 15004, 15005]],
    [
      'share one, but for the second that would be asked for by the same name',
      [`{${pool}, passthrough: sni}`],
      [443, 15000, 15001, 443, 15002, 15003],
    ],
    [
      'share another if 443 is for HTTPS',
      [`{${pool}, passthrough: sni, passthroughPort: 8443}`],
      [8443, 15000, 15001, 8443, 15002, 15003],
    ],
    [
      'share a node port',
      ['{publish: NodePort, ports: 30000-30009, passthrough: sni}'],
      [30082, 30000, 30001, 30082, 30002, 30003],
    ],
    [
      'keep the port that others dial',
      [`{${pool}, passthrough: sni}`, { 'north/a/peer': 15007 }],
      [15007, 443, 15000, 443, 15001, 15002],
    ],
    [
      'leave the name to the one that has it',
      [`{${pool}, passthrough: sni}`, { 'north/a/administration': 443 }],
      [15000, 443, 15001, 443, 15002, 15003],
    ],
    [
      'share nothing without a name',
      [`{${pool}, passthrough: sni}`, {}, 'address: 203.0.113.7'],
      [15000, 15001, 15002, 15003, 15004, 15005],
    ],
    [
      'share nothing when their port is pinned',
      [
        `{${pool}, passthrough: sni}`,
        {},
        undefined,
        (text) => text.replace('{name: a, role: rpc}', '{name: a, role: rpc, port: 15006}'),
      ],
      [15006, 15007, 15008, 443, 15000, 15001],
    ],
  ])('%s', (_, given, expected) => {
    const { ports, problems } = portsOf(...given)
    expect(numbers(ports)).toEqual(expected)
    expect(problems).toEqual([])
  })

  test('cannot keep a shared port when nothing is shared any more', () => {
    const { problems } = portsOf(`{${pool}}`, { 'north/a/peer': 443 })
    expect(problems).toEqual([
      {
        rule: 'port-pool',
        severity: 'error',
        message:
          'north/a/peer holds port 443 (network.lock.yaml), which endpoints share only with passthrough: sni and passthroughPort: 443',
        hint: 'other parties dial this port: restore ambassador.passthrough of cluster eu, or move the node on purpose with `port:`',
        path: ['organizations', 0, 'nodes', 0],
      },
    ])
  })

  test('are told to share before the pool is used up', () => {
    const nodes = Array.from({ length: 2 }, (_, at) => `      - {name: c${at}, role: rpc}\n`).join('')
    const { problems } = portsOf(`{ports: 15000-15011}`, {}, undefined, (text) => text + nodes)
    expect(problems).toMatchObject([
      {
        rule: 'port-pool',
        severity: 'warning',
        message: 'cluster eu uses 12 of the 12 ports 15000-15011',
        hint: expect.stringContaining('let new nodes share one port (ambassador.passthrough: sni)'),
      },
    ])
  })

  test('may be asked for by a name that is not their host', () => {
    const { network, platform } = networkOf(definition(`{${pool}, passthrough: sni}`, 'address: 203.0.113.7'))
    const named = withTls(platform, (node) => [
      { name: 'p2p', port: 10002, protocol: 'tls', service: node, reached: 'by-port', sni: `${node}.corda.net` },
    ])
    const { ports } = allocatePorts(network, named, {})
    expect(routesOf(network, named, ports).map(({ kind, url }) => [kind, url])).toEqual([
      ['sni', '203.0.113.7:443'],
      ['sni', '203.0.113.7:443'],
    ])
  })
})
