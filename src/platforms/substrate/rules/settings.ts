import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { type NodeSettings, optionProblems } from '../../../network/options/rules.ts'
import { canonical, presenceOf } from '../../../network/options/table.ts'
import { nearest } from '../../../network/suggestion.ts'
import { isValidator, type SubstrateLedgerNode, type SubstrateNetwork } from '../network.ts'
import { byCanonicalName, sdkRelease, table } from '../options.ts'
import { ownerOf } from '../owned.ts'
import { combinedProblems } from './combined.ts'
import { refusalOf } from './refused.ts'

const newest = table.releases.at(-1) ?? ''

export const settingProblems = (network: SubstrateNetwork): Problem[] =>
  network.nodes.flatMap((node) => [
    ...forbidden(node),
    ...optionProblems(settingsOf(node, network), table, (option) => isJudgedHere(option, node, network)),
    ...ownOptions(node),
    ...(network.top.chain.sdk === undefined ? ofSomeReleases(node) : []),
    ...unsafeMethods(node),
    ...combinedProblems(node, network),
  ])

const settingsOf = (node: SubstrateLedgerNode, { top }: SubstrateNetwork): NodeSettings => ({
  id: nodeId(node),
  path: [...node.path, 'settings'],
  settings: node.own.settings,
  title: 'the Polkadot SDK',
  release: top.chain.sdk === undefined ? newest : sdkRelease(top.chain.sdk),
  syntax: 'words',
  consequence: 'it would not start',
  folders: ['/data/', '/tmp/', '/usr/', '/opt/'],
  override: `overrides/${node.cluster.name}/${nodeId(node)}`,
})

/** Options that only the rules here look at: those of others, and those of which the table does not know whether the node has them. */
const isJudgedHere = (option: string, node: SubstrateLedgerNode, { top }: SubstrateNetwork): boolean => {
  const name = canonical(option, table)
  return (
    ownerOf(node, name) !== undefined ||
    refusalOf(name) !== undefined ||
    !Object.hasOwn(table.options, option) ||
    (top.chain.sdk === undefined && presenceOf(option, newest, table) === 'no-longer')
  )
}

const forbidden = (node: SubstrateLedgerNode): Problem[] =>
  Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const place = { severity: 'error' as const, path: [...node.path, 'settings', option], atKey: true }
    const name = canonical(option, table)
    const owner = ownerOf(node, name)
    if (owner !== undefined) {
      const message = `${nodeId(node)} sets ${option}, which Chancery sets itself`
      return [{ ...place, rule: 'owned-setting', message, hint: `remove it: ${owner}` }]
    }
    const refusal = refusalOf(name)
    if (refusal === undefined) return []
    const message = `${nodeId(node)} sets ${option}: ${refusal.why}`
    return [{ ...place, rule: 'refused-setting', message, hint: refusal.hint }]
  })

/** A node has options besides those of the SDK. One that is nearly an option of the SDK is probably a mistake. */
const ownOptions = (node: SubstrateLedgerNode): Problem[] =>
  Object.keys(node.own.settings).flatMap((option): Problem[] => {
    if (Object.hasOwn(table.options, option) || refusalOf(option) !== undefined) return []
    const near = nearest(option, Object.keys(table.options))
    if (near === undefined) return []
    return [
      {
        rule: 'unknown-setting',
        severity: 'warning',
        message: `${nodeId(node)} sets ${option}, which no release of the Polkadot SDK has: a node that does not have it would not start`,
        hint: `did you mean "${near}"?`,
        path: [...node.path, 'settings', option],
        atKey: true,
      },
    ]
  })

/** Nobody has said which release of the SDK the node is built with. */
const ofSomeReleases = (node: SubstrateLedgerNode): Problem[] =>
  Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const known = Object.hasOwn(table.options, option) ? table.options[option] : undefined
    if (known === undefined || (known.since === undefined && known.until === undefined)) return []
    const range = [
      ...(known.since === undefined ? [] : [`since ${known.since}`]),
      ...(known.until === undefined ? [] : [`before ${known.until}`]),
    ].join(' and ')
    return [
      {
        rule: 'unknown-setting',
        severity: 'warning',
        message: `${nodeId(node)} sets ${option}, which the Polkadot SDK has ${range}: a node of another release would not start`,
        hint: 'write the release that the node is built with: `chain: {sdk: …}`',
        path: [...node.path, 'settings', option],
        atKey: true,
      },
    ]
  })

/** Methods that only the owner of a node should have, such as author_insertKey and system_addReservedPeer: `with_extensions` in sc-rpc-api 0.48.0. */
function unsafeMethods(node: SubstrateLedgerNode): Problem[] {
  const key = Object.keys(node.own.settings).find((option) => canonical(option, table) === 'rpc-methods')
  const methods = byCanonicalName(node.own.settings)['rpc-methods']
  if (key === undefined || String(methods).toLowerCase() !== 'unsafe') return []
  if (!isValidator(node) && node.expose.length === 0) return []
  return [
    {
      rule: 'dangerous-api',
      severity: 'error',
      message: isValidator(node)
        ? `${nodeId(node)} serves unsafe methods (${key}), and is a validator: who reaches it could replace its session keys`
        : `${nodeId(node)} serves unsafe methods (${key}), and is exposed: anyone could insert keys, and change its peers`,
      hint: 'remove it: the node serves safe methods only. Unsafe ones are for an rpc node that is not exposed',
      path: [...node.path, 'settings', key],
    },
  ]
}
