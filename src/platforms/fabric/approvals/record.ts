import * as z from 'zod'
import { type Material, publicPath } from '../../../material/material.ts'
import type { Organization } from '../../../network/network.ts'
import { recordedSettings, type ServerSettings, serverSettingsOf } from '../chaincode-server-schema.ts'
import type { FabricNetwork } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { type ApprovedDefinition, definitionFor, digestOf } from './definition.ts'

/** Definitions of chaincodes that an organization approved. */
export const approvalsPath = (organization: string): string => publicPath(organization, 'approvals.yaml')

const approval = z.strictObject({
  digest: z.string(),
  channel: z.string(),
  name: z.string(),
  sequence: z.int(),
  version: z.string(),
  endorsement: z.string(),
  collections: z.array(z.looseObject({})),
  initRequired: z.boolean(),
  label: z.string(),
  package: z.string(),
  image: z.string(),
  server: recordedSettings,
})

const file = z.strictObject({ approvals: z.array(approval) })

/** One of them, with the digest that its words have to have. */
export interface Approval extends ApprovedDefinition {
  readonly digest: string
}

/** What an organization approved; undefined when the file cannot be read. */
export function approvalsOf(organization: string, material: Material): readonly Approval[] | undefined {
  if (material.text(approvalsPath(organization)) === undefined) return []
  return file.safeParse(material.value(approvalsPath(organization))).data?.approvals
}

/** Whether the digest of an approval is that of its words. */
export const isConsistent = ({ digest, ...definition }: Approval): boolean => digestOf(definition) === digest

export const isExplicit = ({ own }: Pick<Organization, 'own'>): boolean => own.approvals === 'explicit'

/** Whether an organization's administrator approves a chaincode as it is defined: all do, unless they say so one by one. */
export function isApproved(
  chaincode: Chaincode,
  organization: Organization,
  network: FabricNetwork,
  material: Material,
): boolean {
  if (!isExplicit(organization)) return true
  const digest = digestOf(definitionFor(chaincode, organization, network, material))
  return (approvalsOf(organization.name, material) ?? []).some((one) => one.digest === digest && isConsistent(one))
}

/** What an organization lets run beside its peers. */
export interface ApprovedServer {
  readonly image: string
  readonly settings: ServerSettings
}

/**
 * The server that an organization lets run for a release of a chaincode: that of the definition when it approved that, or else the one that
 * it approved last for the same release; undefined when it approved none.
 */
export function approvedServer(
  chaincode: Chaincode,
  label: string,
  organization: Organization,
  { network, material }: { readonly network: FabricNetwork; readonly material: Material },
): ApprovedServer | undefined {
  if (isApproved(chaincode, organization, network, material))
    return chaincode.image === undefined
      ? undefined
      : { image: chaincode.image, settings: serverSettingsOf(chaincode) ?? {} }
  const known = (approvalsOf(organization.name, material) ?? []).filter(
    (one) =>
      one.channel === chaincode.channel && one.name === chaincode.name && one.label === label && isConsistent(one),
  )
  const last = known.at(-1)
  return last === undefined || last.image === '' ? undefined : { image: last.image, settings: last.server ?? {} }
}
