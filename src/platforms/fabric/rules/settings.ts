import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { optionProblems } from '../../../network/options/rules.ts'
import type { OptionTable } from '../../../network/options/table.ts'
import { error } from '../../problem.ts'
import { type FabricLedgerNode, isAuthority } from '../network.ts'
import { tables } from '../options.ts'
import { loggingVariables, ownedBecause, prefixes } from '../settings.ts'
import { combinedProblems } from './combined-settings.ts'
import { loggingFault } from './logging.ts'

/** Keys below which people choose the names: plug-ins of a peer, its system chaincodes, converters of LDAP, profiles of certificates. */
const open =
  /^(CORE_PEER_HANDLERS_(ENDORSERS|VALIDATORS)|CORE_CHAINCODE_SYSTEM|FABRIC_CA_SERVER_LDAP_ATTRIBUTE_MAPS|FABRIC_CA_SERVER_SIGNING_PROFILES|FABRIC_CA_SERVER_AFFILIATIONS)_/

/** Variables of a node that its program does not have, that are not for people, or whose value it does not take. */
export const settingProblems = (node: FabricLedgerNode): Problem[] => {
  const settings = Object.fromEntries(
    Object.entries(node.own.settings).filter(([variable]) => namesProblem(node, variable) === undefined),
  )
  const table = tables[node.role]
  return [
    ...Object.keys(node.own.settings).flatMap((variable) => namesProblem(node, variable) ?? []),
    ...textProblems(node, settings),
    ...(table === undefined ? [] : valueProblems(node, settings, table)),
    ...combinedProblems(node),
  ]
}

type Settings = FabricLedgerNode['own']['settings']

/** A variable of another program, or one that Chancery sets. */
function namesProblem(node: FabricLedgerNode, variable: string): Problem | undefined {
  const path = [...node.path, 'settings', variable]
  const prefix = prefixes[node.role] ?? ''
  if (!variable.startsWith(prefix) && !loggingVariables.includes(variable))
    return {
      ...error(
        'setting',
        `${variable} is not a variable of the role ${node.role} of ${nodeId(node)}`,
        `use variables that begin with ${prefix}`,
        path,
      ),
      atKey: true,
    }
  const reason = ownedBecause(node.role, variable)
  if (reason === undefined) return undefined
  const message = `${nodeId(node)} sets ${variable}, which Chancery sets itself`
  return { ...error('owned-setting', message, `remove it: ${reason}`, path), atKey: true }
}

/** Values become lines of a file: a second line would be a separate variable, also one that settings may not have. */
const textProblems = (node: FabricLedgerNode, settings: Settings): Problem[] =>
  Object.entries(settings).flatMap(([variable, value]) => {
    const path = [...node.path, 'settings', variable]
    const what = (fault: string, hint: string): Problem[] => [
      error('setting-value', `${variable} of ${nodeId(node)} ${fault}`, hint, path),
    ]
    if (/[\n\r\0]/.test(String(value))) return what('must be one line', 'write it in one line')
    const fault = variable === 'FABRIC_LOGGING_SPEC' ? loggingFault(String(value)) : undefined
    return fault === undefined ? [] : what(fault.what, fault.hint)
  })

function valueProblems(node: FabricLedgerNode, settings: Settings, table: OptionTable): Problem[] {
  const given = {
    id: nodeId(node),
    path: [...node.path, 'settings'],
    settings,
    title: isAuthority(node) ? 'fabric-ca' : 'Fabric',
    // A CA has the release of its base.
    release: isAuthority(node) ? (table.releases.at(-1) ?? '') : node.platformVersion,
    syntax: 'words',
    consequence: 'it has no effect',
    // base/ has the volumes; the others are of the image.
    folders: ['/data/', '/tmp/', '/opt/', '/usr/', '/etc/ssl/', '/etc/hyperledger/'],
    override: `overrides/${node.cluster.name}/${nodeId(node)}`,
  } as const
  return optionProblems(given, table, (variable) => loggingVariables.includes(variable) || open.test(variable))
}
