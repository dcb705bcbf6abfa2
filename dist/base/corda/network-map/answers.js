// What doorman and network map answer: paths and codes are those that HTTPNetworkRegistrationService.kt and NetworkMapClient.kt of Corda 4.10
// expect.
;(function (zone, keys, map, doorman) {
  const ByteArrayOutputStream = Java.type('java.io.ByteArrayOutputStream')
  const ZipEntry = Java.type('java.util.zip.ZipEntry')
  const ZipOutputStream = Java.type('java.util.zip.ZipOutputStream')

  const text = function (status, content) {
    return { status: status, type: 'text/plain; charset=utf-8', body: keys.bytesOf(content) }
  }
  const binary = function (bytes) {
    return bytes === null ? text(404, 'not here') : { status: 200, type: 'application/octet-stream', body: bytes }
  }

  const zip = function (certificates) {
    const bytes = new ByteArrayOutputStream()
    const archive = new ZipOutputStream(bytes)
    certificates.forEach(function (certificate, at) {
      archive.putNextEntry(new ZipEntry(at + '.cer'))
      archive.write(certificate.encoded)
      archive.closeEntry()
    })
    archive.close()
    return bytes.toByteArray()
  }

  const certificates = function (number) {
    const decision = doorman.decide(number)
    if (decision === null) return text(404, 'no request has this number')
    if (decision.chain !== undefined) return binary(zip(decision.chain))
    // Seconds until the node asks again.
    if (decision.refused === undefined) return { status: 204, age: 5 }
    print('refused: ' + decision.refused)
    return text(401, decision.refused)
  }

  const waits = 'the network parameters wait for the notary ' + zone.notary.serviceName

  const description = function () {
    const names = map.present()
    const state = map.parameters() === null ? waits : 'the network parameters are signed'
    return ['A zone for tests: ' + state + '. Its nodes: ' + names.length].concat(names, '').join('\n')
  }

  const networkMap = function () {
    if (map.parameters() === null) return text(503, waits)
    const answer = binary(map.signed())
    answer.age = 10
    return answer
  }

  const networkParameters = function (hash) {
    const known = map.parameters()
    return binary(known !== null && String(known.hash) === hash ? known.bytes : null)
  }

  const posted = function (path, body) {
    if (path === '/certificate') return text(200, doorman.take(body))
    if (path !== '/network-map/publish') return text(404, 'not here')
    const node = map.nodeIn(body)
    doorman.recognize(node.identities)
    map.add(node)
    print('published: ' + node.name)
    return text(200, '')
  }

  const answer = function (method, path, body) {
    if (method === 'POST') return posted(path, body)
    const words = path.split('/').slice(1)
    const last = words[words.length - 1]
    switch (words.slice(0, -1).join('/')) {
      case '':
        if (last === '') return text(200, description())
        return last === 'network-map' ? networkMap() : text(404, 'not here')
      case 'certificate':
        return certificates(last)
      case 'network-map/node-info':
        return binary(map.nodeWith(last))
      case 'network-map/network-parameters':
        return networkParameters(last)
      default:
        return text(404, 'not here')
    }
  }

  /** `status`, `type` and `body` of an answer, and how long it holds: `age`, in seconds. */
  return function (method, path, body) {
    try {
      return answer(method, path, body)
    } catch (problem) {
      // The rest of some is a page of certificates.
      const reason = String(problem).split('\n')[0]
      print('failed: ' + method + ' ' + path + ': ' + reason)
      return text(method === 'POST' ? 400 : 500, reason)
    }
  }
})
