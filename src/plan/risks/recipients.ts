import type { Path } from '../../network/finding.ts'
import type { Risk } from '../../network/risk.ts'
import { keptClusters, missingFrom, pairs, type Revision, runningNodes } from './revision.ts'

/** Who can decrypt the keys of nodes. */
export function recipientRisks(before: Revision, after: Revision): Risk[] {
  const nodes = runningNodes(before)
  const clusters = keptClusters(before, after)
    .filter(({ was }) => nodes.some(({ cluster }) => cluster.name === was.name))
    .map(({ was, is }) => ({
      name: is.name,
      of: `cluster ${is.name}`,
      files: `material/sealed/${is.name}/`,
      was: was.recipients,
      is: is.recipients,
      path: [...is.path, 'recipients'],
    }))
  const organizations = pairs(before.network.organizations, after.network.organizations, ({ name }) => name)
    .filter(({ was }) => nodes.some(({ organization }) => organization.name === was.name))
    .map(({ was, is }) => ({
      name: is.name,
      of: `organization ${is.name}`,
      files: `material/sealed/*/${is.name}/`,
      was: was.recoveryRecipients,
      is: is.recoveryRecipients,
      path: [...is.path, 'recoveryRecipients'],
    }))
  return [...clusters, ...organizations].flatMap((holders) => [
    ...missingFrom(holders.is, holders.was, itself).map((recipient) => added(holders, recipient)),
    ...missingFrom(holders.was, holders.is, itself).map((recipient) => removed(holders, recipient)),
  ])
}

const itself = (text: string): string => text

interface Holders {
  readonly name: string
  readonly of: string
  readonly files: string
  readonly path: Path
}

const added = ({ name, of, files, path }: Holders, recipient: string): Risk => ({
  id: 'recipient-added',
  severity: 'caution',
  subject: `${name}/${recipient}`,
  message: `${recipient} can decrypt the keys of ${of} that are made from now on; those that exist are not encrypted again`,
  hint: `whoever has a node's key can act as that node; for keys that exist, run \`sops rotate --in-place --add-age ${recipient}\` on the files in ${files}`,
  path,
})

const removed = ({ name, of, files, path }: Holders, recipient: string): Risk => ({
  id: 'recipient-removed',
  severity: 'caution',
  subject: `${name}/${recipient}`,
  message: `${recipient} is no recipient of ${of} any more, and can decrypt every key that the history of Git has for it`,
  hint: `run \`sops rotate --in-place --rm-age ${recipient}\` on the files in ${files}; if its holder is not trusted any more, replace the nodes, whose keys are known`,
  path,
})
