// The network map: parameters, which are signed once, and what nodes publish of themselves. All of it in Corda's AMQP, by Corda's classes.
;(function (zone, files, keys) {
  const ByteSequence = Java.type('net.corda.core.utilities.ByteSequence')
  const Collections = Java.type('java.util.Collections')
  const Duration = Java.type('java.time.Duration')
  const InternalUtils = Java.type('net.corda.core.internal.InternalUtils')
  const NetworkMap = Java.type('net.corda.nodeapi.internal.network.NetworkMap')
  const NetworkParameters = Java.type('net.corda.core.node.NetworkParameters')
  const NotaryInfo = Java.type('net.corda.core.node.NotaryInfo')
  const Party = Java.type('net.corda.core.identity.Party')
  const Serialization = Java.type('net.corda.core.serialization.SerializationFactory')
  const SignedData = Java.type('net.corda.core.internal.SignedDataWithCert')
  const SignedNodeInfo = Java.type('net.corda.nodeapi.internal.SignedNodeInfo')
  const TrustAnchor = Java.type('java.security.cert.TrustAnchor')

  const written = function (content) {
    const factory = Serialization.Companion.defaultFactory
    return factory.serialize(content, factory.defaultContext).bytes
  }
  const read = function (bytes, type) {
    const factory = Serialization.Companion.defaultFactory
    return factory.deserialize(ByteSequence.of(bytes), type.class, factory.defaultContext)
  }
  const signed = function (content) {
    return InternalUtils.signWithCert(content, zone.networkMap.key, zone.networkMap.certificate)
  }

  /** As NodeInfo and hash; throws for what its own keys have not signed, or the doorman has not certified. */
  const nodeIn = function (bytes) {
    const published = read(bytes, SignedNodeInfo)
    const info = published.verified()
    info.legalIdentitiesAndCerts.forEach(function (identity) {
      identity.verify(new TrustAnchor(zone.root, null))
    })
    const identities = info.legalIdentitiesAndCerts
    return { name: String(identities[0].name), identities: identities, hash: published.raw.hash, bytes: bytes }
  }

  const fileOf = function (name) {
    return 'nodes/' + keys.sha256(name).slice(0, 16)
  }
  const nodes = {}
  files.all('nodes').forEach(function (bytes) {
    const node = nodeIn(bytes)
    nodes[node.name] = node
  })

  /** `eventHorizon` of the parameters. */
  const horizon = Duration.ofDays(30)
  /** Nodes publish themselves each day (AbstractNode.kt). Those that have not for long are gone, and those whose file a person removed. */
  const present = function () {
    return Object.keys(nodes)
      .sort()
      .filter(function (name) {
        const age = files.age(fileOf(name))
        return age !== null && age < horizon.toMillis()
      })
  }

  const parametersIn = function (bytes) {
    const content = read(bytes, SignedData)
    const verified = content.verified()
    return {
      hash: content.raw.hash,
      bytes: bytes,
      notary: verified.notaries[0].identity,
      minimumPlatformVersion: verified.minimumPlatformVersion,
    }
  }
  const kept = files.read('network-parameters')
  let parameters = kept === null ? null : parametersIn(kept)

  return {
    /** Legal names, and the file of each. */
    present: function () {
      return present().map(function (name) {
        return name + ' in ' + fileOf(name)
      })
    },

    /** Null until the notary has its certificate: states name its key, so that the parameters have it. */
    parameters: function () {
      return parameters
    },

    /**
     * Sizes are those of Corda's NetworkBootstrapper.kt. The time is none of now: from an empty volume, the same parameters come again, and nodes
     * know them by their hash.
     */
    establish: function (name, key) {
      const megabytes = 1024 * 1024
      const notary = new NotaryInfo(new Party(name, key), zone.notary.validating)
      const content = new NetworkParameters(
        zone.minimumPlatformVersion,
        Collections.singletonList(notary),
        10 * megabytes,
        500 * megabytes,
        zone.networkMap.certificate.notBefore.toInstant(),
        1,
        Collections.emptyMap(),
        horizon,
        Collections.emptyMap()
      )
      const bytes = written(signed(content))
      files.write('network-parameters', bytes)
      parameters = parametersIn(bytes)
    },

    /** Signed anew for each that asks: it is small, and always of now. */
    signed: function () {
      const hashes = present().map(function (name) {
        return nodes[name].hash
      })
      return written(signed(new NetworkMap(Java.to(hashes, 'java.util.List'), parameters.hash, null)))
    },

    nodeIn: nodeIn,

    /** What a node published before is gone. */
    add: function (node) {
      files.write(fileOf(node.name), node.bytes)
      nodes[node.name] = node
    },

    /** Bytes, or null. */
    nodeWith: function (hash) {
      const names = Object.keys(nodes).filter(function (name) {
        return String(nodes[name].hash) === hash
      })
      return names.length === 0 ? null : nodes[names[0]].bytes
    },
  }
})
