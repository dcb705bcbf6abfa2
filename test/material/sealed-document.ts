import { load } from 'js-yaml'
import { systemRandom } from '../../src/material/random.ts'
import { type PlainSecret, seal } from '../../src/material/sops.ts'

/** A sealed Secret as it stands in the file. */
export interface SealedDocument {
  metadata: { name: string; namespace: string; labels: Record<string, string>; annotations?: Record<string, string> }
  data: Record<string, string>
  sops: {
    age: { recipient: string; enc: string }[]
    lastmodified: string
    mac: string
    [field: string]: unknown
  }
}

export const secret: PlainSecret = {
  name: 'validator1-keys',
  namespace: 'supplychain-carrier',
  labels: { 'app.kubernetes.io/part-of': 'supplychain', 'app.kubernetes.io/managed-by': 'chancery' },
  entries: {
    nodekey: '8f2a55949038a9610f50fb23b5883af3b4ecb3c3bb792cbcefbd1542c692be63',
    'tls.pem': '-----BEGIN CERTIFICATE-----\nMIIB\n\n  indented\ttab\r\n-----END CERTIFICATE-----\n',
    note: 'Zürich, 東京, 🔑: "quoted" # no comment\u0000',
  },
}

/** The Secret that Kubernetes has to get: entries in base64. */
export const kubernetesSecret = ({ name, namespace, labels, entries }: PlainSecret): object => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace, labels },
  type: 'Opaque',
  data: Object.fromEntries(Object.entries(entries).map(([key, text]) => [key, Buffer.from(text).toString('base64')])),
})

export const sealFor = (recipients: readonly string[], plain: PlainSecret = secret): Promise<string> =>
  seal(plain, recipients, systemRandom, new Date('2026-11-23T12:34:56.789Z'))

export const parse = (document: string): SealedDocument => load(document) as SealedDocument // what seal writes
