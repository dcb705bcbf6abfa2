// The environment of git: without unrelated tokens, and with settings that keep it from starting other programs.

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Variables for git's configuration and identity. */
const always = words(`
  PATH HOME USER LOGNAME EMAIL TMPDIR TZ XDG_CONFIG_HOME SYSTEMROOT
  GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_EXEC_PATH
  GIT_CEILING_DIRECTORIES GIT_DISCOVERY_ACROSS_FILESYSTEM
  GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
`)

/** Further variables to reach another repository: proxies, certificates, credentials, and those of credential helpers. */
const outside = words(`
  HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_AUTH_SOCK SSH_AGENT_PID SSH_ASKPASS GIT_ASKPASS
  GIT_PROTOCOL GIT_ALLOW_PROTOCOL XDG_CACHE_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS DISPLAY
  GH_TOKEN GITHUB_TOKEN GH_HOST GH_CONFIG_DIR GCM_CREDENTIAL_STORE GNUPGHOME
  AWS_PROFILE AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
`)

/** Commands that may reach another repository. All others may not: in a partial clone git would fetch missing objects. */
const reaching: ReadonlySet<string> = new Set(['fetch', 'push', 'ls-remote'])

/** The command in the arguments of git, after the settings. */
const commandOf = (args: readonly string[]): string => (args[0] === '-c' ? commandOf(args.slice(2)) : (args[0] ?? ''))

export const reaches = (args: readonly string[]): boolean => reaching.has(commandOf(args))

/** Keeps git from starting programs of a repository, or programs that watch it. */
export const settings: readonly string[] = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external='],
  ...['-c', 'protocol.ext.allow=never'],
]

/** Names of the variables that a command inherits; those of `GIT_CONFIG_COUNT` are numbered. */
export const variablesFor = (args: readonly string[], environment: NodeJS.ProcessEnv): readonly string[] => [
  ...always,
  ...(reaches(args) ? outside : []),
  ...Object.keys(environment).filter((name) => /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$/.test(name)),
]

/** Additional variables of a command. */
export const environmentFor = (args: readonly string[]): Readonly<Record<string, string>> => ({
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  ...(reaches(args) ? {} : unreachable),
})

const unreachable = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' }
