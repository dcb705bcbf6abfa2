import { describe, expect, it } from 'vitest'
import { recordAnnotations, recordService } from '../../src/ambassador/external-dns.ts'
import { definition, networkOf } from './tls-platform.ts'

const clusterWith = (ambassador: string, place?: string) => {
  const [cluster] = networkOf(definition(ambassador, place)).network.clusters
  if (cluster === undefined) throw new Error('the definition has a cluster')
  return cluster
}

/** Both prefixes have the same fields. */
function fieldsOf(annotations: Readonly<Record<string, string>>): object {
  const with_ = (prefix: string) =>
    Object.fromEntries(
      Object.entries(annotations).flatMap(([key, value]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
      ),
    )
  const fields = with_('external-dns.kubernetes.io/')
  expect(with_('external-dns.alpha.kubernetes.io/')).toEqual(fields)
  expect(Object.keys(annotations)).toHaveLength(2 * Object.keys(fields).length)
  return fields
}

describe('what external-dns reads', () => {
  const hostname = '*.eu.example.com'
  it.each<[string, object]>([
    ['{}', {}],
    ['{externalDns: false}', {}],
    ['{externalDns: true}', { hostname }],
    ['{externalDns: {ttl: 60}}', { hostname, ttl: '60' }],
    ['{externalDns: {targets: [203.0.113.8, 203.0.113.7]}}', { hostname, target: '203.0.113.7,203.0.113.8' }],
    ['{publish: NodePort, externalDns: true}', { hostname }],
    ['{publish: NodePort, externalDns: {machines: external}}', { hostname, access: 'public' }],
    ['{publish: NodePort, externalDns: {machines: internal}}', { hostname, access: 'private' }],
    ['{publish: hostPort, externalDns: {targets: [gate.example.net]}}', { hostname, target: 'gate.example.net' }],
    ['{publish: hostPort, externalDns: {machines: internal}}', {}],
  ])('of the Service: %s', (ambassador, expected) => {
    expect(fieldsOf(recordAnnotations(clusterWith(ambassador)))).toEqual(expected)
    if (!ambassador.includes('hostPort, externalDns: {machines'))
      expect(recordService(clusterWith(ambassador))).toEqual([])
  })

  it.each([
    ['external', 'NodeExternalIP'],
    ['internal', 'HostIP'],
  ])('of machines with host ports, their %s addresses', (machines, type) => {
    const [service, ...others] = recordService(
      clusterWith(`{publish: hostPort, externalDns: {machines: ${machines}, ttl: 60}}`),
    )
    expect(others).toEqual([])
    expect(service).toMatchObject({
      metadata: { name: 'ambassador-machines' },
      spec: { clusterIP: 'None', selector: { 'app.kubernetes.io/name': 'emissary' } },
    })
    const { metadata } = service as { metadata: { annotations: Record<string, string> } } // checked above
    expect(fieldsOf(metadata.annotations)).toEqual({ hostname, ttl: '60', 'endpoints-type': type })
  })
})
