/** Why a node may not have a key, and what to do. */
export interface RefusedKey {
  readonly why: string
  readonly hint: string
}

const developer: RefusedKey = {
  why: 'everybody knows the key of the authority that signs for it',
  hint: 'remove it: the doorman of the zone signs the names of its nodes',
}
const clock: RefusedKey = { why: 'Corda refuses it without devMode', hint: 'remove it' }
const migrated: RefusedKey = {
  why: 'Corda removed it in 4.6, and the node would not start',
  hint: 'remove it: a step before the node migrates the schema',
}
const h2Server: RefusedKey = {
  why: 'it serves the database of the node to everyone who reaches the port',
  hint: 'remove it: with `database` in PostgreSQL, read it there',
}
const shell: RefusedKey = {
  why: 'a shell has no port here, and its users could start every flow',
  hint: 'remove it: clients use RPC, with `rpcUsers`',
}
const otherUsers: RefusedKey = {
  why: 'a node has either these users or `rpcUsers`, and this one has a password in Git',
  hint: 'remove it: `rpcUsers` names a Secret',
}
const cluster: RefusedKey = {
  why: 'a notary of several nodes is experimental in Corda 4, and needs other programs',
  hint: 'remove it: each notary is one node, and a zone can have several notaries',
}

/** Patterns of keys. Sources are those of corda/corda 4.10 in node/src/main/kotlin/net/corda/node/services/config. */
const rows: readonly (readonly [pattern: RegExp, refusal: RefusedKey])[] = [
  [/^devMode$|^devModeOptions(\.|$)/, developer],
  // NodeConfigurationImpl: require(!useTestClock || devMode).
  [/^useTestClock$/, clock],
  // DatabaseConfigSpec in schema/v1/ConfigSections.kt.
  [/^database\.(initialiseSchema|initialiseAppSchema|transactionIsolationLevel)$/, migrated],
  [/^h2port$|^h2Settings(\.|$)/, h2Server],
  [/^sshd(\.|$)|^localShell/, shell],
  // NodeConfigurationImpl: cannot specify both 'rpcUsers' and 'security'.
  [/^security(\.|$)/, otherUsers],
  // net.corda.notary.experimental.
  [/^notary\.(className|extraConfig|raft|bftSMaRt)(\.|$)/, cluster],
  // NodeConfigurationImpl: "This is a setting that is not used".
  [/^certificateChainCheckPolicies(\.|$)/, { why: 'Corda does not use it', hint: 'remove it' }],
]

/** Why nobody may have a key; undefined where it is none of these. */
export const refusalOf = (key: string): RefusedKey | undefined => rows.find(([pattern]) => pattern.test(key))?.[1]
