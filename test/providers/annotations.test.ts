import { describe, expect, test } from 'vitest'
import {
  type AnnotationFormat,
  controllers,
  knownAnnotation,
  knownAnnotations,
} from '../../src/providers/annotations/table.ts'
import { valueProblem } from '../../src/providers/annotations/value.ts'
import { type ProviderId, providers } from '../../src/providers/index.ts'
import type { ServiceRequest } from '../../src/providers/provider.ts'

const request: ServiceRequest = {
  visibility: 'public',
  addresses: [],
  ports: [80, 443, 15000],
  proxyProtocol: false,
  families: ['IPv4'],
}

/** Everything that makes a provider render another annotation. */
const requests: Readonly<Record<string, Partial<ServiceRequest>>> = {
  public: {},
  'of IPv6': { families: ['IPv6'], addresses: ['2001:db8::7'] },
  internal: { visibility: 'internal' },
  'with the PROXY protocol': { proxyProtocol: true },
  'with Elastic IPs': { addresses: ['eipalloc-1a2b3c4d', 'eipalloc-5e6f7a8b'] },
  'with an address': { addresses: ['203.0.113.7'] },
  'internal with an address': { visibility: 'internal', addresses: ['10.0.1.7'] },
  'of both families': { families: ['IPv4', 'IPv6'], addresses: ['203.0.113.7', '2001:db8::7'] },
  'internal of IPv6': { visibility: 'internal', families: ['IPv6'], addresses: ['2001:db8::7'] },
  'internal of both families': {
    visibility: 'internal',
    families: ['IPv6', 'IPv4'],
    addresses: ['10.0.1.7', '2001:db8::7'],
  },
  'internal with the PROXY protocol': { visibility: 'internal', proxyProtocol: true },
  'with a class': { className: 'example.com/own' },
  'internal with a class': { visibility: 'internal', className: 'example.com/own' },
  'internal with names of addresses': { visibility: 'internal', addresses: ['ledger-a', 'ledger-b'] },
  'with names of addresses': { addresses: ['ledger-a', 'ledger-b'] },
  'of a pool': { pool: 'ledgers', addresses: ['203.0.113.7'] },
}

describe.each(Object.keys(providers) as ProviderId[])('%s', (id) => {
  test.each(Object.entries(requests))('renders only what its controllers read: %s', (_, wanted) => {
    const { addressProblem, controllers: readers, service } = providers[id]
    // An address of another provider is another rule's, and never rendered.
    if (addressProblem({ ...request, ...wanted }) !== undefined) return
    for (const [key, value] of Object.entries(service({ ...request, ...wanted }).annotations)) {
      const known = knownAnnotation(key)
      expect(known, key).toBeDefined()
      if (known === undefined) continue
      expect(
        Object.keys(known.readBy).filter((reader) => readers.includes(reader)),
        key,
      ).not.toEqual([])
      expect(valueProblem(known.format, value), `${key}: ${value}`).toBeUndefined()
      // Advice for people is to use the field, of which this is the rendering.
      expect(known.discouraged?.reason ?? '', key).not.toMatch(/deprecated|not read/)
    }
  })

  test('has controllers of the table', () => {
    for (const reader of providers[id].controllers) expect(controllers).toHaveProperty(reader)
  })

  test('knows its own annotations by their keys', () => {
    const { annotations, controllers: readers } = providers[id]
    for (const [key, { readBy }] of Object.entries(knownAnnotations))
      if (readers.some((reader) => Object.hasOwn(readBy, reader)) && !key.endsWith('/load-balancer-source-ranges'))
        expect(annotations?.test(key.replace('{port}', '443').replace('{protocol}', 'TCP')), key).toBe(true)
  })
})

test('the table has the form that the sources expect of it', () => {
  const kinds: Readonly<Record<AnnotationFormat['kind'], readonly string[]>> = {
    text: ['longest'],
    choice: ['values', 'anyCase'],
    'yes-or-no': [],
    'whole-number': ['least', 'most', 'unit'],
    number: ['most'],
    address: ['family'],
    port: ['or'],
    list: ['of', 'separator', 'most'],
    pairs: ['attributes'],
    json: [],
  }
  for (const [key, { format, readBy }] of Object.entries(knownAnnotations)) {
    const { kind, ...rest } = format
    for (const field of Object.keys(rest)) expect(kinds[kind], `${key}: ${kind}`).toContain(field)
    for (const [id, at] of Object.entries(readBy)) {
      expect(controllers, key).toHaveProperty(id)
      expect(at, key).toMatch(/^[\w/]+\.go:\d+$/)
    }
  }
})

test.each<[key: string, known: boolean]>([
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443', true],
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TLS-443', true],
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes.HTTP-443', false],
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes', false],
  ['service.beta.kubernetes.io/aws-load-balancer-target-group-attributes.443', true],
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-65535', true],
  ['service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-65536', false],
  ['service.beta.kubernetes.io/actions.TCP-443', true],
  // The controller's documentation names it, its sources do not.
  ['service.beta.kubernetes.io/aws-load-balancer-actions.TCP-443', false],
  ['service.beta.kubernetes.io/port_443_health-probe_interval', true],
  ['service.beta.kubernetes.io/port_https_health-probe_interval', false],
])('%s is known: %s', (key, known) => {
  expect(knownAnnotation(key) !== undefined).toBe(known)
})

const elasticIps: AnnotationFormat = { kind: 'list', of: 'elastic IP', separator: ',' }
const reserved: AnnotationFormat = { kind: 'list', of: 'reserved', separator: ',', most: 2 }
const seconds: AnnotationFormat = { kind: 'whole-number', least: 60, most: 6000 }
const timeout: AnnotationFormat = { kind: 'pairs', attributes: { 'tcp.idle_timeout.seconds': seconds } }
const whole: AnnotationFormat = { kind: 'whole-number', least: 4, most: 100, unit: 'minutes' }
test.each<[format: AnnotationFormat, value: string, problem: string | undefined]>([
  [{ kind: 'text', longest: 3 }, 'abc', undefined],
  [{ kind: 'text', longest: 3 }, 'abcd', 'has at most 3 characters'],
  [{ kind: 'text' }, ' ', 'must not be empty'],
  [{ kind: 'choice', values: ['*'] }, '443', 'must be *'],
  [{ kind: 'choice', values: ['on', 'off'] }, 'ON', 'must be one of on, off'],
  [{ kind: 'choice', values: ['on', 'off'], anyCase: true }, ' ON', undefined],
  [{ kind: 'yes-or-no' }, 'True', undefined],
  [{ kind: 'yes-or-no' }, 'yes', 'must be true or false'],
  [whole, '4', undefined],
  [whole, '100', undefined],
  [whole, '3', 'must be a whole number from 4 to 100 (minutes)'],
  [whole, '60m', 'must be a whole number from 4 to 100 (minutes)'],
  [{ kind: 'number', most: 1 }, '0.5', undefined],
  [{ kind: 'number', most: 1 }, '1.5', 'must be a number from 0 to 1'],
  [{ kind: 'number' }, '', 'must be a number from 0 on'],
  [{ kind: 'list', of: 'address', separator: ',' }, '203.0.113.7, 2001:db8::7', undefined],
  [{ kind: 'list', of: 'address', separator: ',' }, '203.0.113.0/24', 'must be IP addresses, separated by commas'],
  [{ kind: 'list', of: 'address', separator: ',' }, '203.0.113.999', 'must be IP addresses, separated by commas'],
  [{ kind: 'address', family: 'IPv4' }, '203.0.113.7', undefined],
  [{ kind: 'address', family: 'IPv4' }, '2001:db8::7', 'must be one IPv4 address'],
  [{ kind: 'address', family: 'IPv6' }, '2001:db8::7, 2001:db8::8', 'must be one IPv6 address'],
  [{ kind: 'port', or: 'traffic-port' }, 'traffic-port', undefined],
  [{ kind: 'port', or: 'traffic-port' }, '10256', undefined],
  [{ kind: 'port', or: 'traffic-port' }, 'tcp-15000', undefined],
  [
    { kind: 'port', or: 'traffic-port' },
    '70000',
    'must be traffic-port, a port number, or the name of a port of the Service',
  ],
  [elasticIps, 'eipalloc-0a1b2c3d, eipalloc-0a1b2c3e', undefined],
  [elasticIps, '203.0.113.7', 'must be allocations of Elastic IPs (eipalloc-…), separated by commas'],
  [reserved, 'ledger-a,ledger-b', undefined],
  [reserved, 'a,b,c', 'must be at most 2 names of reserved addresses, separated by commas'],
  [reserved, '203.0.113.7', 'must be at most 2 names of reserved addresses, separated by commas'],
  [{ kind: 'list', of: 'range', separator: ',' }, '203.0.113.0/24,2001:db8::/32', undefined],
  [{ kind: 'list', of: 'range', separator: ',' }, '203.0.113.0/33', 'must be ranges of addresses, separated by commas'],
  [{ kind: 'list', of: 'range', separator: ',' }, '203.0.113.7', 'must be ranges of addresses, separated by commas'],
  [{ kind: 'list', of: 'port', separator: ',' }, 'https,15000', undefined],
  [{ kind: 'list', of: 'port', separator: ',' }, 'rpc', 'must be port numbers, separated by commas'],
  [{ kind: 'list', of: 'text', separator: ' ' }, '', 'must be texts, separated by spaces'],
  [{ kind: 'pairs' }, 'a=b,c=', undefined],
  [{ kind: 'pairs' }, 'a', 'must be pairs of key=value, separated by commas'],
  [timeout, 'tcp.idle_timeout.seconds=600', undefined],
  [
    timeout,
    'tcp.idle_timeout.seconds=10',
    'has tcp.idle_timeout.seconds=10, which must be a whole number from 60 to 6000',
  ],
  [
    timeout,
    'idle_timeout.timeout_seconds=600',
    'has the unknown attribute idle_timeout.timeout_seconds: known are tcp.idle_timeout.seconds',
  ],
  [{ kind: 'json' }, '{"ingress": true}', undefined],
  [{ kind: 'json' }, '{ingress: true}', 'must be JSON'],
])('%j with %j: %s', (format, value, problem) => {
  expect(valueProblem(format, value)).toBe(problem)
})
