/** Why an image could not be pulled, as far as the words of the container runtime tell. */
export type PullFault = 'login' | 'absent' | 'unreachable' | 'untrusted' | 'platform'

/**
 * Words of containerd (core/remotes/docker: authorizer.go, errcode.go, resolver.go), of CRI-O, which passes on those of
 * containers/image, and of Go's net and crypto/x509 packages below both.
 */
const words: readonly (readonly [PullFault, RegExp])[] = [
  ['untrusted', /x509:|tls: |server gave HTTP response to HTTPS client/],
  [
    'unreachable',
    /no such host|connection refused|no route to host|network is unreachable|i\/o timeout|server misbehaving/,
  ],
  ['platform', /no match for platform|no image found in (?:image index|manifest list) for architecture/],
  [
    'login',
    /no basic auth credentials|authorization failed|authentication required|pull access denied|unauthorized|forbidden|denied:/i,
  ],
  ['absent', /not found|manifest unknown|name unknown/i],
]

export const pullFault = (message: string): PullFault | undefined => words.find(([, form]) => form.test(message))?.[0]

/** What the registry or the machine says, in words that follow "cannot get its image". */
export const pullFaultText: Readonly<Record<PullFault, string>> = {
  login: 'the registry wants another login',
  absent: 'the registry does not have it',
  unreachable: 'the machine does not reach the registry',
  untrusted: 'the machine does not trust the registry',
  platform: 'there is none for the processor of the machine',
}
