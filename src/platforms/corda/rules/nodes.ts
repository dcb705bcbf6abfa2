import { groupBy } from '../../../group-by.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { providers } from '../../../providers/index.ts'
import { error, warning } from '../../problem.ts'
import { fileName } from '../jars.ts'
import { type CordaLedgerNode, type CordaNetwork, isNetworkMap } from '../network.ts'
import { drainUserName } from '../passwords.ts'

/** CorDapps, databases and users of RPC. */
export const nodeProblems = ({ nodes, top }: CordaNetwork): Problem[] => [
  ...nodes.flatMap((node) => [...cordappProblems(node), ...userProblems(node)]),
  // A demo zone is for tests as a whole, and its own warning says so.
  ...(top.zone.demo ? [] : nodes.flatMap(embeddedDatabase)),
  ...sharedDatabases(nodes),
]

/** One of two files with the same name is gone: they are in one folder. */
const cordappProblems = (node: CordaLedgerNode): Problem[] =>
  repeated(node.own.cordapps, (jars) => ('url' in jars ? fileName(jars.url) : jars.image)).map(({ name, at }) =>
    error(
      'cordapp',
      `${nodeId(node)} has ${name} twice among its CorDapps: one takes the place of the other`,
      'keep one of the two',
      [...node.path, 'cordapps', at],
    ),
  )

function userProblems(node: CordaLedgerNode): Problem[] {
  const pathOf = (at: number): Path => [...node.path, 'rpcUsers', at, 'username']
  return [
    ...repeated(node.own.rpcUsers, ({ username }) => username).map(({ name, at }) =>
      error('rpc-user', `${nodeId(node)} has the user ${name} twice`, 'keep one, with all its permissions', pathOf(at)),
    ),
    ...node.own.rpcUsers.flatMap(({ username }, at) =>
      username === drainUserName
        ? [
            error(
              'rpc-user',
              `${nodeId(node)} has a user ${username}: that is the one that drains the node before a stop`,
              'give the user another name',
              pathOf(at),
            ),
          ]
        : [],
    ),
  ]
}

/** Items whose name an earlier one has. */
const repeated = <Item>(items: readonly Item[], nameOf: (item: Item) => string): { name: string; at: number }[] =>
  items.flatMap((item, at) => {
    const name = nameOf(item)
    return items.slice(0, at).some((earlier) => nameOf(earlier) === name) ? [{ name, at }] : []
  })

const embeddedDatabase = (node: CordaLedgerNode): Problem[] =>
  isNetworkMap(node) || node.own.database !== undefined || providers[node.cluster.provider].local
    ? []
    : [
        warning(
          'database',
          `${nodeId(node)} keeps its vault in H2 on its volume: R3 supports that for tests only`,
          'set `database` to one in PostgreSQL before the node registers: a node cannot move to another database later',
          node.path,
        ),
      ]

const sharedDatabases = (nodes: readonly CordaLedgerNode[]): Problem[] =>
  [...groupBy(nodes, ({ own: { database } }) => database?.url ?? '')]
    .filter(([url]) => url !== '')
    .flatMap(([, [first, ...others]]) =>
      others.map((node) =>
        error(
          'database',
          `${first === undefined ? '' : nodeId(first)} and ${nodeId(node)} have one database: each would change the vault of the other`,
          'give each node its own',
          [...node.path, 'database', 'url'],
        ),
      ),
    )
