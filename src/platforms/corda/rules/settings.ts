import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { optionProblems } from '../../../network/options/rules.ts'
import { error } from '../../problem.ts'
import { type CordaLedgerNode, isNotary } from '../network.ts'
import { keyInside, leavesOf, openMapping, type SettingLeaf, tableFor } from '../options.ts'
import { ownerOf } from '../owned.ts'
import { refusalOf } from './refused.ts'

/** Keys of node.conf that are not for people, that a release does not have, or whose value it refuses. */
export function settingProblems(node: CordaLedgerNode): Problem[] {
  const leaves = leavesOf(node.own.settings)
  return [
    ...leaves.flatMap((leaf) => forbidden(node, leaf)),
    ...unknown(
      node,
      leaves.filter((leaf) => forbidden(node, leaf).length === 0 && openMapping(leaf.key) === undefined),
    ),
    ...revocation(node),
  ]
}

const pathOf = (node: CordaLedgerNode, path: Path): Path => [...node.path, 'settings', ...path]

function unknown(node: CordaLedgerNode, leaves: readonly SettingLeaf[]): Problem[] {
  const start = pathOf(node, [])
  const problems = optionProblems(
    {
      id: nodeId(node),
      path: start,
      settings: Object.fromEntries(leaves.map(({ key, value }) => [key, value])),
      title: 'Corda',
      release: node.platformVersion,
      syntax: 'typed',
      consequence: 'it would not start',
      folders: ['/var/lib/corda/'],
      override: `overrides/${node.cluster.name}/${nodeId(node)}`,
    },
    tableFor(
      leaves.map(({ key }) => key),
      node.platformVersion,
    ),
  )
  // The table has the path as one key.
  return problems.map((problem) => {
    const [key, ...item] = (problem.path ?? []).slice(start.length)
    const leaf = leaves.find((one) => one.key === key)
    return leaf === undefined ? problem : { ...problem, path: pathOf(node, [...leaf.path, ...item]) }
  })
}

function forbidden(node: CordaLedgerNode, { key, path }: SettingLeaf): Problem[] {
  const id = nodeId(node)
  const atKey = (rule: string, message: string, hint: string): Problem[] => [
    { ...error(rule, message, hint, pathOf(node, path)), atKey: true },
  ]
  const owner = ownerOf(key)
  if (owner !== undefined)
    return atKey('owned-setting', `${id} sets ${key}, which Chancery sets itself`, `remove it: ${owner}`)
  const refusal = refusalOf(key)
  if (refusal !== undefined) return atKey('refused-setting', `${id} sets ${key}: ${refusal.why}`, refusal.hint)
  // A mapping `notary` makes any node a notary.
  if (/^notary(\.|$)/.test(key) && !isNotary(node))
    return atKey('refused-setting', `${id} sets ${key}: its role is ${node.role}`, 'remove it, or use `role: notary`')
  const inside = keyInside(key)
  if (inside === undefined) return []
  return atKey('setting-value', `${key} of ${id} must be a mapping`, `write its keys, such as ${inside}`)
}

/** NodeConfigurationImpl.validateTlsCertCrlConfig of 4.10. */
function revocation(node: CordaLedgerNode): Problem[] {
  const { settings } = node.own
  if (settings.tlsCertCrlDistPoint !== undefined) return []
  const key = settings.crlCheckSoftFail === false ? 'crlCheckSoftFail' : 'tlsCertCrlIssuer'
  if (settings[key] === undefined) return []
  return [
    error(
      'refused-setting',
      `${nodeId(node)} sets ${key} without tlsCertCrlDistPoint: Corda does not start`,
      'add `tlsCertCrlDistPoint`, the URL of the revocation list, or remove it',
      pathOf(node, [key]),
    ),
  ]
}
