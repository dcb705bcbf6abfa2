import type { LedgerExtension } from '../../material/x509/extensions.ts'
import type { CertificateContent } from '../../material/x509/read.ts'
import { sortedKeys } from '../../sorted-keys.ts'
import type { Client } from './network.ts'

/** Attributes of a client in its certificate, as fabric-ca writes them and chaincodes read them: attrmgr/attrmgr.go of fabric-ca. */

const objectIdentifier = '1.2.3.4.5.6.7.8.1'

/** Those that fabric-ca adds to each identity by itself: lib/attr/attribute.go. */
const defaults: ReadonlySet<string> = new Set(['hf.EnrollmentID', 'hf.Type', 'hf.Affiliation'])

/** Those that follow from the client; an affiliation has no counterpart in a definition. */
export const ownedAttributes: ReadonlySet<string> = new Set(['hf.EnrollmentID', 'hf.Type'])

/** A certificate without attributes has no extension, as before there were any. */
export function attributeExtensions({ name, attributes }: Client): readonly LedgerExtension[] {
  if (Object.keys(attributes).length === 0) return []
  const all = { ...attributes, 'hf.EnrollmentID': name, 'hf.Type': 'client' }
  return [{ id: objectIdentifier, value: Buffer.from(JSON.stringify({ attrs: sortedKeys(all) })) }]
}

/** Names of attributes that differ between a client of the definition and its certificate. */
export function differingAttributes(
  { attributes }: Pick<Client, 'attributes'>,
  certificate: CertificateContent,
): string[] {
  const certified = attributesIn(certificate)
  return [...new Set([...Object.keys(attributes), ...Object.keys(certified)])]
    .filter((name) => Object.hasOwn(attributes, name) || !defaults.has(name))
    .filter((name) => attributes[name] !== certified[name])
    .sort()
}

/** Empty for an extension that is not one of attributes. */
function attributesIn({ extension }: CertificateContent): Readonly<Record<string, unknown>> {
  const bytes = extension(objectIdentifier)
  if (bytes === undefined) return {}
  try {
    const { attrs } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { attrs?: unknown } // checked below
    return typeof attrs === 'object' && attrs !== null ? { ...attrs } : {}
  } catch {
    return {}
  }
}
