// The doorman: it signs the certificates of nodes, and looks at nothing but whether their names are free.
;(function (zone, files, keys, map) {
  const CertificateType = Java.type('net.corda.nodeapi.internal.crypto.CertificateType')
  const CertRole = Java.type('net.corda.core.internal.CertRole')
  const CordaX500Name = Java.type('net.corda.core.identity.CordaX500Name')
  const Crypto = Java.type('net.corda.core.crypto.Crypto')
  const Duration = Java.type('java.time.Duration')
  const GeneralName = Java.type('org.bouncycastle.asn1.x509.GeneralName')
  const GeneralSubtree = Java.type('org.bouncycastle.asn1.x509.GeneralSubtree')
  const Identifier = Java.type('org.bouncycastle.asn1.ASN1ObjectIdentifier')
  const KeyPair = Java.type('java.security.KeyPair')
  const NameConstraints = Java.type('org.bouncycastle.asn1.x509.NameConstraints')
  const Pair = Java.type('kotlin.Pair')
  const Request = Java.type('org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest')
  const X500Principal = Java.type('javax.security.auth.x500.X500Principal')
  const X509Utilities = Java.type('net.corda.nodeapi.internal.crypto.X509Utilities')
  const X509UtilitiesKt = Java.type('net.corda.nodeapi.internal.crypto.X509UtilitiesKt')

  /** CordaOID.kt: the role of a certificate. */
  const roleIdentifier = new Identifier('1.3.6.1.4.1.50530.1.1')
  const types = { SERVICE_IDENTITY: CertificateType.SERVICE_IDENTITY, NODE_CA: CertificateType.NODE_CA }
  const service = CordaX500Name.parse(zone.notary.serviceName)

  /** Throws for what is no request of a node. */
  const requestIn = function (bytes) {
    const request = new Request(bytes)
    if (!X509UtilitiesKt.isSignatureValid(request)) throw new Error('the request is not signed by its own key')
    const attributes = request.getAttributes(roleIdentifier)
    if (attributes.length !== 1) throw new Error('the request has no role')
    const role = String(CertRole.Companion.getInstance(attributes[0].attrValues.getObjectAt(0)))
    if (types[role] === undefined) throw new Error('nobody gets the role ' + role)
    return {
      name: CordaX500Name.build(new X500Principal(request.subject.encoded)),
      key: Crypto.toSupportedPublicKey(request.publicKey),
      role: role,
    }
  }

  const identityFile = function (name) {
    return 'identities/' + keys.sha256(String(name)).slice(0, 16) + '.pem'
  }

  /** Below a node's certificate are others, which it signs itself: only for its own name. */
  const constraintsOf = function (request) {
    if (request.role !== 'NODE_CA') return null
    const subject = Java.type('org.bouncycastle.asn1.x500.X500Name').getInstance(request.name.x500Principal.encoded)
    const subtree = new GeneralSubtree(new GeneralName(GeneralName.directoryName, subject))
    return new NameConstraints(Java.to([subtree], Java.type('org.bouncycastle.asn1.x509.GeneralSubtree[]')), null)
  }

  /** The certificate that a name has, or null. */
  const registeredAs = function (name) {
    const file = files.read(identityFile(name))
    return file === null ? null : keys.certificateIn(file)
  }

  const register = function (name, certificate) {
    files.write(identityFile(name), keys.bytesOf(keys.certificateText(certificate)))
  }

  const issue = function (request) {
    const certificate = X509Utilities.createCertificate(
      types[request.role],
      zone.doorman.certificate,
      new KeyPair(zone.doorman.certificate.publicKey, zone.doorman.key),
      request.name.x500Principal,
      request.key,
      // Never longer than that of the doorman.
      new Pair(Duration.ZERO, Duration.ofDays(36500)),
      constraintsOf(request),
      null,
      null
    )
    register(request.name, certificate)
    print('issued the certificate of ' + request.name + ' (' + request.role + ')')
    return certificate
  }

  /** Why the notary service does not get its certificate; null if it does. The network parameters have its key for good. */
  const serviceRefusal = function (request) {
    if (!request.name.equals(service)) return 'the notary service of this zone is ' + service + ', not ' + request.name
    const known = map.parameters()
    if (known === null || keys.same(known.notary.owningKey, request.key)) return null
    return (
      'the network parameters have ' +
      service +
      ' with other keys, for good: restore the volume of the notary, or begin ' +
      'the zone again with empty volumes of the network map and of all nodes'
    )
  }

  const nodeRefusal = function (request, registered) {
    if (request.name.equals(service)) return request.name + ' is the name of the notary service, and not of a node'
    if (registered === null || keys.same(registered.publicKey, request.key)) return null
    return (
      request.name +
      ' has a certificate with other keys: give the node another name, or, if its volume is lost, remove ' +
      files.pathOf(identityFile(request.name)) +
      ' of the network map'
    )
  }

  return {
    /** Keeps a request. Gives its number, which is the same when a node asks again. */
    take: function (bytes) {
      const request = requestIn(bytes)
      const id = keys.sha256(request.role + ' ' + request.name + ' ' + keys.sha256(request.key.encoded))
      files.write('requests/' + id, bytes)
      return id
    },

    /**
     * Of a request: its `chain` of certificates, why it is `refused`, or neither while it waits. Decided each time: a person may have made a
     * name free. Null for a number that nobody got.
     */
    decide: function (id) {
      const bytes = /^[0-9a-f]{64}$/.test(id) ? files.read('requests/' + id) : null
      if (bytes === null) return null
      const request = requestIn(bytes)
      const isService = request.role === 'SERVICE_IDENTITY'
      const registered = registeredAs(request.name)
      const refused = isService ? serviceRefusal(request) : nodeRefusal(request, registered)
      if (refused !== null) return { refused: refused }
      // A node that starts before there are network parameters ends: it waits here.
      if (!isService && map.parameters() === null) return {}
      const isIssued = registered !== null && keys.same(registered.publicKey, request.key)
      const certificate = isIssued ? registered : issue(request)
      if (isService && map.parameters() === null) map.establish(request.name, request.key)
      return { chain: [certificate, zone.doorman.certificate, zone.root] }
    },

    /**
     * Looks whether identities of a node have the keys that got their names. What an empty volume does not know, it learns here: who has which
     * name, and the key of the notary.
     */
    recognize: function (identities) {
      identities.forEach(function (identity) {
        const certificate = Java.from(identity.certPath.certificates).filter(function (one) {
          return one.issuerX500Principal.equals(zone.doorman.certificate.subjectX500Principal)
        })[0]
        const registered = registeredAs(identity.name)
        if (registered === null) register(identity.name, certificate)
        else if (!keys.same(registered.publicKey, certificate.publicKey))
          throw new Error(identity.name + ' has a certificate with other keys')
        if (identity.name.equals(service) && map.parameters() === null) map.establish(service, identity.owningKey)
      })
    },
  }
})
