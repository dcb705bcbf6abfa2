/**
 * Patterns of secrets anywhere in a text. Messages never repeat the matched text. Each search takes linear time for any text: repetitions
 * before a match are bounded, or begin only at a boundary.
 */
const shapes: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,6}PRIVATE KEY(?: BLOCK)?-----/, what: 'a PEM private key' },
  // The first bytes of a key of OpenSSH ("openssh-key-v1") in base64: the same without its header.
  { pattern: /\bb3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{20,}/, what: 'an OpenSSH private key' },
  { pattern: /AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]{0,64}1[A-Z0-9]{20,}/i, what: 'an age secret key' },
  { pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/, what: 'a GitHub token' },
  { pattern: /\bglpat-[A-Za-z0-9_-]{20,}/, what: 'a GitLab token' },
  { pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, what: 'an AWS access key' },
  { pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/, what: 'a Slack token' },
  { pattern: /\bAIza[A-Za-z0-9_-]{35}\b/, what: 'a Google API key' },
  { pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/, what: 'a Vault token' },
  {
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
    what: 'a signed token (JWT)',
  },
]

export const secretHint =
  'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)'

/** The kind of secret in a text; undefined when none is recognized. */
export const secretIn = (text: string): string | undefined => shapes.find(({ pattern }) => pattern.test(text))?.what

/** Lines of a file with a secret: numbers start at 1. `part` selects the part of a line to check. */
export const secretLines = (
  text: string,
  part: (line: string) => string = (line) => line,
): { readonly line: number; readonly what: string }[] =>
  text.split('\n').flatMap((line, index) => {
    const what = secretIn(part(line))
    return what === undefined ? [] : [{ line: index + 1, what }]
  })

/** The comment of a line of YAML, or nothing: a "#" in a value makes it too long, never too short. */
export const commentOf = (line: string): string => (line.includes('#') ? line.slice(line.indexOf('#')) : '')
