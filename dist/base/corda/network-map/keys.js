// Bytes of texts, digests, certificates and private keys in PEM.
;(function () {
  const Arrays = Java.type('java.util.Arrays')
  const ByteArrayInputStream = Java.type('java.io.ByteArrayInputStream')
  const Base64 = Java.type('java.util.Base64')
  const CertificateFactory = Java.type('java.security.cert.CertificateFactory')
  const Crypto = Java.type('net.corda.core.crypto.Crypto')
  const Files = Java.type('java.nio.file.Files')
  const JavaString = Java.type('java.lang.String')
  const MessageDigest = Java.type('java.security.MessageDigest')
  const Paths = Java.type('java.nio.file.Paths')

  const certificateIn = function (bytes) {
    return CertificateFactory.getInstance('X.509').generateCertificate(new ByteArrayInputStream(bytes))
  }

  const bytesOf = function (text) {
    return new JavaString(text).getBytes('UTF-8')
  }

  return {
    bytesOf: bytesOf,

    certificateIn: certificateIn,

    certificateAt: function (path) {
      return certificateIn(Files.readAllBytes(Paths.get(path)))
    },

    certificateText: function (certificate) {
      const lines = Base64.getMimeEncoder(64, [10]).encodeToString(certificate.encoded)
      return '-----BEGIN CERTIFICATE-----\n' + lines + '\n-----END CERTIFICATE-----\n'
    },

    /** PKCS #8. */
    privateKeyAt: function (path) {
      const text = String(new JavaString(Files.readAllBytes(Paths.get(path)), 'US-ASCII'))
      return Crypto.decodePrivateKey(Base64.decoder.decode(text.replace(/-----[^-]+-----|\s/g, '')))
    },

    same: function (one, other) {
      return Arrays.equals(one.encoded, other.encoded)
    },

    /** Of bytes or a text, in hexadecimal digits. */
    sha256: function (content) {
      const bytes = typeof content === 'string' ? bytesOf(content) : content
      const digest = Java.from(MessageDigest.getInstance('SHA-256').digest(bytes))
      return digest
        .map(function (byte) {
          return ((byte & 255) | 256).toString(16).slice(1)
        })
        .join('')
    },
  }
})()
