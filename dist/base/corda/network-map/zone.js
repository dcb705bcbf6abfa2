// Doorman and network map of a zone for tests, by HTTP at port 8080.
const ByteStreams = Java.type('com.google.common.io.ByteStreams')
const Client = Java.type('net.corda.nodeapi.internal.rpc.client.AMQPClientSerializationScheme')
const Collections = Java.type('java.util.Collections')
const Files = Java.type('java.nio.file.Files')
const HashMap = Java.type('java.util.HashMap')
const HttpServer = Java.type('com.sun.net.httpserver.HttpServer')
const InetSocketAddress = Java.type('java.net.InetSocketAddress')
const JavaString = Java.type('java.lang.String')
const Paths = Java.type('java.nio.file.Paths')
const Thread = Java.type('java.lang.Thread')

const scripts = '/etc/corda-script/'
const given = '/etc/corda-zone/'
const keys = load(scripts + 'keys.js')
const files = load(scripts + 'files.js')('/var/lib/corda')

// Corda's classes look for others by way of the thread: those of the script have another loader.
const loader = Client.class.classLoader
Thread.currentThread().contextClassLoader = loader
Client.Companion.initialiseSerialization(loader, Collections.emptySet(), Collections.emptySet(), new HashMap())

const signer = function (certificate, key) {
  return { certificate: keys.certificateAt(given + certificate), key: keys.privateKeyAt('/etc/corda-zone-keys/' + key) }
}
const zone = JSON.parse(String(new JavaString(Files.readAllBytes(Paths.get(given + 'zone.json')), 'UTF-8')))
zone.root = keys.certificateAt(given + 'root.pem')
zone.doorman = signer('doorman.pem', 'doormanKey')
zone.networkMap = signer('network-map.pem', 'networkMapKey')

const map = load(scripts + 'map.js')(zone, files, keys)
const doorman = load(scripts + 'doorman.js')(zone, files, keys, map)
const answer = load(scripts + 'answers.js')(zone, keys, map, doorman)

const known = map.parameters()
if (known !== null && known.minimumPlatformVersion !== zone.minimumPlatformVersion)
  print(
    'the network parameters are signed with minimumPlatformVersion ' +
      known.minimumPlatformVersion +
      ', and stay so: the definition has ' +
      zone.minimumPlatformVersion
  )

/** More than any node sends, in bytes. */
const limit = 1024 * 1024

// It answers one request after the other: nothing here happens twice at once.
const server = HttpServer.create(new InetSocketAddress('0.0.0.0', 8080), 0)
server.createContext('/', function (exchange) {
  const body = ByteStreams.toByteArray(ByteStreams.limit(exchange.requestBody, limit))
  const answered = answer(String(exchange.requestMethod), String(exchange.requestURI.path), body)
  const headers = exchange.responseHeaders
  if (answered.type !== undefined) headers.set('Content-Type', answered.type)
  if (answered.age !== undefined) headers.set('Cache-Control', 'max-age=' + answered.age)
  // A length of -1 is an answer without a body.
  const length = answered.body === undefined || answered.body.length === 0 ? -1 : answered.body.length
  exchange.sendResponseHeaders(answered.status, length)
  if (length > 0) exchange.responseBody.write(answered.body)
  exchange.close()
})
server.start()
print('listens at port 8080')
