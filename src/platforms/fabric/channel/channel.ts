import type { Rule } from '../policy/rule.ts'
import type { Channel } from '../schema.ts'

/** What a channel's configuration is made from: everything resolved to addresses and certificates. PEM texts end in a newline. */
export interface ChannelInput {
  readonly name: string
  readonly consensus: 'etcdraft' | 'bft'
  readonly capabilities: { readonly channel: string; readonly orderer: string; readonly application: string }
  readonly batch: Channel['batch']
  readonly raft: Channel['raft']
  readonly bft: Channel['bft']
  /** In the order in which they are numbered. */
  readonly consenters: readonly Consenter[]
  readonly ordererOrganizations: readonly OrdererOrganization[]
  readonly applicationOrganizations: readonly ApplicationOrganization[]
  readonly policies: ApplicationPolicies
  /** Resource to the policy that guards it. */
  readonly acls: Readonly<Record<string, string>>
}

export interface Consenter {
  /** As others reach it, and as its TLS certificate says. */
  readonly host: string
  readonly port: number
  readonly mspId: string
  readonly tlsCertificate: string
  /** Its signing certificate: SmartBFT knows nodes by it. */
  readonly identity: string
  /** What SmartBFT calls it, from 1 on; its place among the consenters when absent. */
  readonly number?: number
}

/** Certificates that an organization's identities are checked against. */
export interface Msp {
  readonly mspId: string
  readonly authorities: readonly string[]
  readonly tlsAuthorities: readonly string[]
  /** Authorities below those, which issue in their place. */
  readonly intermediates?: readonly string[]
  readonly tlsIntermediates?: readonly string[]
  /** Lists of certificates that count no more, as PEM. */
  readonly revocationLists?: readonly string[]
}

export interface OrdererOrganization {
  readonly msp: Msp
  /** `host:port` of its orderers. */
  readonly endpoints: readonly string[]
}

export interface ApplicationOrganization {
  readonly msp: Msp
  readonly anchors: readonly { readonly host: string; readonly port: number }[]
}

export interface ApplicationPolicies {
  readonly readers: Rule
  readonly writers: Rule
  readonly admins: Rule
  readonly endorsement: Rule
  readonly lifecycleEndorsement: Rule
}
