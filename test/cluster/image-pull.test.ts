import { expect, it } from 'vitest'
import { pullFault } from '../../src/cluster/status/image-pull.ts'

const image = 'mirror.example.com/hyperledger/besu:26.8.0'
const resolving = `failed to pull and unpack image "${image}": failed to resolve reference "${image}"`

// Words of containerd 2.4 and CRI-O 1.37.
it.each([
  [
    `${resolving}: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials`,
    'login',
  ],
  [`${resolving}: unexpected status from HEAD request to https://mirror.example.com/v2/: 403 Forbidden`, 'login'],
  [`reading manifest 26.8.0 in mirror.example.com/hyperledger/besu: unauthorized: authentication required`, 'login'],
  [`${resolving}: ${image}: not found`, 'absent'],
  ['reading manifest 26.8.0 in mirror.example.com/hyperledger/besu: manifest unknown', 'absent'],
  [`${resolving}: failed to do request: Head "https://mirror": dial tcp: lookup mirror: no such host`, 'unreachable'],
  [`${resolving}: failed to do request: dial tcp 10.0.0.7:443: connect: connection refused`, 'unreachable'],
  [`${resolving}: tls: failed to verify certificate: x509: certificate signed by unknown authority`, 'untrusted'],
  [`${resolving}: http: server gave HTTP response to HTTPS client`, 'untrusted'],
  [`no match for platform in manifest: not found`, 'platform'],
  [`Back-off pulling image "${image}"`, undefined],
])('%s', (message, fault) => {
  expect(pullFault(message)).toBe(fault)
})
