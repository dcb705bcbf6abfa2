import { createHash } from 'node:crypto'
import { gzip, tar } from './archive.ts'

/** What a peer has to know to reach a chaincode that runs as a service: docs/source/cc_service.md of Fabric. */
export interface Connection {
  /** `host:port`; `{{.org}}` and the like are replaced by the peer's builder with its own values. */
  readonly address: string
  /** PEM of the authority that the server's certificate is checked against; none without TLS. */
  readonly rootCertificate?: string
}

export interface ChaincodePackage {
  /** What peers install: a .tar.gz. */
  readonly archive: Buffer
  /** `label:sha256`, by which peers and the chaincode server know it. */
  readonly id: string
}

/** The package of a chaincode as a service; `indexes` are CouchDB's, by name. The same input gives the same bytes and the same ID. */
export function packageOf(
  label: string,
  { address, rootCertificate }: Connection,
  indexes: Readonly<Record<string, object>>,
): ChaincodePackage {
  const connection = {
    address,
    dial_timeout: '10s',
    tls_required: rootCertificate !== undefined,
    ...(rootCertificate === undefined ? {} : { client_auth_required: false, root_cert: rootCertificate }),
  }
  const json = (value: object): Buffer => Buffer.from(JSON.stringify(value))
  const code = gzip(
    tar([
      ['connection.json', json(connection)],
      ...Object.entries(indexes)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, index]) => [`META-INF/statedb/couchdb/indexes/${name}.json`, json(index)] as const),
    ]),
  )
  const archive = gzip(
    tar([
      ['metadata.json', json({ path: '', type: 'ccaas', label })],
      ['code.tar.gz', code],
    ]),
  )
  return { archive, id: `${label}:${createHash('sha256').update(archive).digest('hex')}` }
}
