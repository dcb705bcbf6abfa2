import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../../../src/bevel/import.ts'
import { readSource } from '../../../../src/network/source.ts'
import { writtenDefinition } from '../../../../src/network/written-definition.ts'
import { cordaFile, cordaNotary, cordaPeer } from '../../../bevel/corda-inputs.ts'
import { organization } from '../../../bevel/inputs.ts'

function imported(text: string): BevelImport {
  const source = readSource('bevel.yaml', text)
  if (!('value' in source)) throw new Error('the input is YAML')
  return importBevel({ sources: [source], name: undefined, files: new Map() })
}

const lineOf = ({ fields }: BevelImport, field: string): string | undefined => {
  const found = fields.find((one) => one.field === field)
  return found === undefined ? undefined : `${found.outcome}: ${found.text}`
}

const withNotary = (more: Readonly<Record<string, unknown>>): string =>
  cordaFile({}, [organization('a', { notary: cordaNotary(more) })])

describe('a network of Bevel', () => {
  it('becomes notary and nodes with their names and ports, in the zone of the input', () => {
    expect(imported(cordaFile()).written?.definition).toEqual({
      version: 1,
      name: 'pilot',
      platform: 'corda',
      platformVersion: '4.9',
      image: 'corda/corda',
      zone: {
        doorman: 'https://doorman.ledger.example.com',
        networkMap: 'https://map.ledger.example.com',
        rootTruststore: {
          file: 'zone/network-root-truststore.jks',
          sha256: '0'.repeat(64),
          passwordSecret: { name: 'zone-truststore' },
        },
      },
      clusters: [
        {
          name: 'ledgers',
          provider: 'eks',
          domain: 'ledger.example.com',
          ambassador: { ports: '15010-15012', externalDns: true },
          createStorageClass: true,
        },
      ],
      organizations: [
        {
          name: 'supplychain',
          cluster: 'ledgers',
          subject: { country: 'GB', locality: 'London', organization: 'DLT' },
          emailAddress: 'ledger@supplychain.example.com',
          nodes: [
            {
              name: 'notary',
              role: 'notary',
              legalName: 'OU=Notary, O=Notary, L=London, C=GB',
              notary: { validating: true, serviceName: 'OU=Notary, O=Notary Service, L=London, C=GB' },
              port: 15_010,
            },
          ],
        },
        {
          name: 'manufacturer',
          cluster: 'ledgers',
          subject: { country: 'CH', locality: 'Zurich', organization: 'Manufacturer' },
          emailAddress: 'ledger@manufacturer.example.com',
          nodes: [
            {
              name: 'manufacturer',
              role: 'node',
              legalName: 'OU=Manufacturer, O=Manufacturer, L=47.38/8.54/Zurich, C=CH',
              port: 15_011,
            },
          ],
        },
        {
          name: 'store',
          cluster: 'ledgers',
          subject: { country: 'US', locality: 'New York', organization: 'Store' },
          emailAddress: 'ledger@store.example.com',
          nodes: [
            {
              name: 'store',
              role: 'node',
              legalName: 'OU=Store, O=Store, L=40.73/-74/New York, C=US',
              port: 15_012,
            },
          ],
        },
      ],
    })
  })

  it('has comments where only people know what to write', () => {
    const { written } = imported(cordaFile())
    const text = written === undefined ? '' : writtenDefinition(written)
    expect(text).toContain(`# sha256sum zone/network-root-truststore.jks`)
    expect(text).toContain(
      '# cordapps: [{url: "https://jars.example.com/contracts-1.2.jar", sha256: "…"}, {url: "https://jars.example.com/workflows-1.2.jar", sha256: "…"}] # sha256sum of each file',
    )
    expect(text.match(/put an address here/g)).toHaveLength(3)
  })

  it('says what is lost, and what people have to do', () => {
    const made = imported(cordaFile())
    const lost = made.fields.filter(({ outcome }) => outcome === 'lost')
    expect(lost.map(({ field }) => field)).toEqual([
      'network_services[0].certificate',
      'organizations[supplychain].cordapps.jars[0].jar.url',
      'organizations[supplychain].cordapps.jars[1].jar.url',
      'organizations[supplychain].cordapps.username',
      'organizations[supplychain].services.doorman',
      'organizations[supplychain].services.nms',
      'organizations[supplychain].services.notary.dbtcp',
      'organizations[supplychain].services.notary.dbweb',
      'organizations[manufacturer].services.peers[manufacturer].dbtcp',
      'organizations[manufacturer].services.peers[manufacturer].dbweb',
      'organizations[manufacturer].services.peers[manufacturer].expressapi',
      'organizations[manufacturer].services.peers[manufacturer].springboot',
      'organizations[store].services.peers[store].dbtcp',
      'organizations[store].services.peers[store].dbweb',
    ])
    const tasks = made.tasks.join('\n')
    expect(tasks).toContain('https://map.ledger.example.com/network-map/truststore')
    expect(tasks).toContain('`<node>-certs`')
    expect(tasks).toContain('SHA-256 of each CorDapp')
  })

  it.each<[unknown, RegExp, string]>([
    [4.9, /^kept: /, '4.9'],
    ['4.8.5', /^kept: /, '4.8.5'],
    [4.4, /^derived: .*before Corda 4\.6/, '4.10'],
    [4.1, /^derived: .*YAML reads 4\.10 as 4\.1/, '4.10'],
    ['5.2', /^derived: /, '4.10'],
  ])('version %j', (version, line, expected) => {
    const made = imported(cordaFile({ version }))
    expect(lineOf(made, 'version')).toMatch(line)
    expect(made.written?.definition).toMatchObject({ platformVersion: expected })
  })

  it.each<[string, Readonly<Record<string, unknown>>, RegExp, object]>([
    ['subject', { subject: 'NOTARY_SUBJECT' }, /^lost: /, { legalName: 'O=Party A Notary, L=London, C=GB' }],
    ['subject', { subject: 'C=GB,L=London,O=Notary' }, /^kept: /, { legalName: 'O=Notary, L=London, C=GB' }],
    [
      'serviceName',
      { serviceName: 'Notary Service' },
      /^lost: /,
      { notary: { serviceName: 'O=Notary Service, L=London, C=GB' } },
    ],
    ['serviceName', { serviceName: undefined }, /^undefined$/, { notary: { registeredWithoutService: true } }],
    ['validating', { validating: false }, /^kept: /, { notary: { validating: false } }],
  ])('%s of a notary: %j', (field, more, line, expected) => {
    const made = imported(withNotary(more))
    expect(String(lineOf(made, `organizations[a].services.notary.${field}`))).toMatch(line)
    expect(made.written?.definition).toMatchObject({ organizations: [{ nodes: [expected] }] })
  })

  it('without services of a zone has examples in their places', () => {
    const made = imported(
      cordaFile({ network_services: [{ service: null, type: 'doorman', uri: 'https://DOORMAN_HOST' }] }),
    )
    expect(made.written?.definition).toMatchObject({
      zone: { doorman: 'https://doorman.example.com', networkMap: 'https://map.example.com' },
    })
    expect(lineOf(made, 'network_services[0].uri')).toMatch(/^lost: /)
  })

  it('a new network has no keys to bring', () => {
    const made = imported(cordaFile({}, [organization('a', { peers: [cordaPeer('a', 'O=Aa,L=London,C=GB', 15_010)] })]))
    expect(made.tasks.join('\n')).not.toContain('-certs')
  })
})
