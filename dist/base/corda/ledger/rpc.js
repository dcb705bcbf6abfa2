// Asks a node by RPC, on the class path of corda.jar, with the JavaScript of Java 8 and 11: ADDRESS PATIENCE LIFETIME. It says "=" when it has
// connected, then answers each line of its input by one: "= ANSWER", or "! FAULT". Rpc.java is the same for Java 17.
;(function (address, patience, lifetime) {
  const Collections = Java.type('java.util.Collections')
  const Thread = Java.type('java.lang.Thread')
  const System = Java.type('java.lang.System')
  const Runtime = Java.type('java.lang.Runtime')
  const Scheme = Java.type('net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme')
  const Client = Java.type('net.corda.client.rpc.CordaRPCClient')
  const Address = Java.type('net.corda.core.utilities.NetworkHostAndPort')
  const Configuration = Java.type('net.corda.client.rpc.CordaRPCClientConfiguration')
  const Tls = Java.type('net.corda.core.messaging.ClientRpcSslOptions')
  const Paths = Java.type('java.nio.file.Paths')
  const began = System.currentTimeMillis()

  const say = function (line) {
    System.out.println(String(line).replace(/\s+/g, ' '))
  }
  /** Threads of RPC do not end by themselves. */
  const end = function () {
    Runtime.getRuntime().halt(0)
  }
  const sleep = function (seconds) {
    Thread.sleep(seconds * 1000)
  }

  /** With TLS of RPC, Java trusts the certificate in the key store that the node read when it started: the pod keeps that file. */
  const clientOf = function (parts) {
    const password = System.getenv('RPC_KEY_STORE_PASSWORD')
    // With null in place of TLS, several constructors would fit.
    if (password === null) return new Client(parts)
    return new Client(parts, Configuration.DEFAULT, new Tls(Paths.get('/etc/corda-rpc/keystore.jks'), password, 'JKS'))
  }

  /** A connection that is refused is known at once here; CordaRPCClient tries again and again. */
  const connection = function () {
    const parts = Address.parse(address)
    for (;;) {
      try {
        new java.net.Socket(parts.host, parts.port).close()
        return clientOf(parts).start('chancery_drain', System.getenv('DRAIN_PASSWORD'))
      } catch (fault) {
        if (System.currentTimeMillis() - began > patience * 1000) throw fault
        sleep(5)
      }
    }
  }

  const answers = function (node) {
    return {
      draining: function () {
        return node.isFlowsDrainingModeEnabled()
      },
      flows: function () {
        return node.stateMachinesSnapshot().size()
      },
      drain: function () {
        node.setFlowsDrainingModeEnabled(true)
        return ''
      },
      resume: function () {
        node.setFlowsDrainingModeEnabled(false)
        return ''
      },
      terminate: function () {
        node.terminate(true)
        return ''
      },
    }
  }

  // In functions of their own: with Java 11, a block in `try` sees no constants of the function around it.
  const serve = function () {
    // As CordaRPCClient does it itself, but without a search for serializers in all JARs, for which it would need more memory.
    Scheme.Companion.initialiseSerialization(
      null,
      Collections.emptySet(),
      Collections.emptySet(),
      new java.util.HashMap()
    )
    const node = answers(connection().proxy)
    say('=')
    const input = new java.io.BufferedReader(new java.io.InputStreamReader(System.in))
    let line = input.readLine()
    while (line !== null) {
      say('= ' + node[line]())
      line = input.readLine()
    }
  }

  const watch = new Thread(function () {
    sleep(lifetime)
    say('! no answer in ' + lifetime + ' s')
    end()
  })
  watch.setDaemon(true)
  watch.start()
  try {
    serve()
  } catch (fault) {
    say('! ' + fault)
  }
  end()
})(arguments[0], Number(arguments[1]), Number(arguments[2]))
