/**
 * The kind of key in a keystore; undefined for a keystore with certificates only, and for other files. Checks key entries in
 * Java keystores (JKS, JCEKS), and key bags in PKCS#12 (RFC 7292, section 4.2), which keytool and OpenSSL leave outside
 * the encrypted part. A PKCS#12 file that is encrypted as a whole shows no keys.
 */
export function keyInKeystore(bytes: Uint8Array): string | undefined {
  if (hasKeyEntry(bytes)) return 'a Java keystore with a key'
  const text = latin1.decode(bytes)
  return keyBags.some((bag) => text.includes(bag)) ? 'a PKCS#12 keystore with a key' : undefined
}

const latin1 = new TextDecoder('latin1')

/** DER of 1.2.840.113549.1.12.10.1, and of keyBag, pkcs8ShroudedKeyBag and secretBag below it. */
const bagTypes = [0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01]
const keyBags = [1, 2, 5].map((type) => latin1.decode(Uint8Array.from([...bagTypes, type])))

const javaKeystores = [0xfe_ed_fe_ed, 0xce_ce_ce_ce]
/** Kinds of entries with a private or a secret key. The others have a certificate, and are skipped. */
const keyEntries = [1, 3]

/** Numbers are big-endian: magic, version, count, and each entry with its kind, alias, date, and a certificate with its type. */
function hasKeyEntry(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at) : 0)
  const afterText = (at: number): number => at + 2 + (at + 2 <= bytes.length ? view.getUint16(at) : 0)
  if (!javaKeystores.includes(number(0))) return false
  const [version, count] = [number(4), number(8)]
  let at = 12
  for (let entry = 0; entry < count && at < bytes.length; entry += 1) {
    if (keyEntries.includes(number(at))) return true
    const afterDate = afterText(at + 4) + 8
    const certificate = version === 1 ? afterDate : afterText(afterDate)
    at = certificate + 4 + number(certificate)
  }
  return false
}
