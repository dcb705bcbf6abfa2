import { file, organization } from './inputs.ts'

type Fields = Readonly<Record<string, unknown>>

const ports = (ambassador: number): Fields => ({
  p2p: { port: 10002, targetPort: 10002, ambassador },
  rpc: { port: 10003, targetPort: 10003 },
  rpcadmin: { port: 10005, targetPort: 10005 },
  dbtcp: { port: 9101, targetPort: 1521 },
  dbweb: { port: 8080, targetPort: 81 },
})

export const cordaPeer = (name: string, subject: string, port: number, more: Fields = {}): Fields => ({
  peer: null,
  name,
  subject,
  type: 'node',
  ...ports(port),
  ...more,
})

export const cordaNotary = (more: Fields = {}): Fields => ({
  name: 'notary',
  subject: 'O=Notary,OU=Notary,L=London,C=GB',
  serviceName: 'O=Notary Service,OU=Notary,L=London,C=GB',
  validating: true,
  type: 'notary',
  ...ports(15_010),
  ...more,
})

const service = (name: string, type: string): Fields => ({
  name,
  subject: 'CN=Authority,OU=DLT,O=DLT,L=Berlin,C=DE',
  db_subject: 'C=US,ST=California,L=San Francisco,O=DB,OU=DBA,CN=mongoDB',
  type,
  tls: 'on',
  ports: { servicePort: 8080, targetPort: 8080 },
})

/** Every field of open-source Corda that Bevel documents: an organization with the zone and a notary, two with a node. */
export const cordaFile = (more: Fields = {}, organizations?: readonly Fields[]): string =>
  file(
    'corda',
    {
      version: 4.9,
      frontend: 'enabled',
      env: {
        type: 'pilot',
        proxy: 'ambassador',
        proxy_namespace: 'edge',
        ambassadorPorts: { portRange: { from: 15_010, to: 15_043 } },
        retry_count: 20,
        external_dns: 'enabled',
      },
      network_services: [
        {
          service: null,
          type: 'doorman',
          uri: 'https://doorman.ledger.example.com',
          certificate: '/home/operator/doorman.crt',
        },
        { service: null, type: 'networkmap', uri: 'https://map.ledger.example.com' },
      ],
      ...more,
    },
    organizations ?? [
      organization(
        'supplychain',
        { doorman: service('doorman', 'doorman'), nms: service('networkmap', 'networkmap'), notary: cordaNotary() },
        {
          type: 'network-service',
          country: 'GB',
          state: 'London',
          location: 'London',
          subject: 'CN=DLT Root CA,OU=DLT,O=DLT,L=London,C=GB',
          cordapps: {
            username: 'puller',
            password: 'hush-cordapps',
            jars: [
              { jar: { url: 'https://jars.example.com/contracts-1.2.jar' } },
              { jar: { url: 'https://jars.example.com/workflows-1.2.jar' } },
            ],
          },
        },
      ),
      organization(
        'manufacturer',
        {
          peers: [
            cordaPeer('manufacturer', 'O=Manufacturer,OU=Manufacturer,L=47.38/8.54/Zurich,C=CH', 15_011, {
              springboot: { port: 20_001, targetPort: 20_001 },
              expressapi: { port: 3000, targetPort: 3000 },
            }),
          ],
        },
        { type: 'node', country: 'CH', state: 'Zurich', location: 'Zurich', subject: 'O=Manufacturer,L=Zurich,C=CH' },
      ),
      organization(
        'store',
        { peers: [cordaPeer('store', 'O=Store,OU=Store,L=40.73/-74/New York,C=US', 15_012)] },
        { type: 'node', org_status: 'existing', country: 'US', subject: 'O=Store,L=New York,C=US' },
      ),
    ],
  )
