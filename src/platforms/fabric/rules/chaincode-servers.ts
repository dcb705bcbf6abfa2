import type { Path, Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'
import { isOwnedVariable, secretsReadBy, takenFolders } from '../chaincode/server-settings.ts'
import { type FabricLedgerNode, type FabricNetwork, isPeer, membersOf, runnersOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { keySecretsIn } from './object-names.ts'

/** Variables, folders and Secrets of chaincode servers. */
export const chaincodeServerProblems = (network: FabricNetwork): Problem[] =>
  network.top.chaincodes.flatMap((chaincode, at) => [
    ...ownedVariables(chaincode, ['chaincodes', at, 'environment']),
    ...folders(chaincode, ['chaincodes', at, 'secrets']),
    ...keys(network, chaincode, ['chaincodes', at]),
  ])

const ownedVariables = ({ name, environment = {} }: Chaincode, path: Path): Problem[] =>
  Object.keys(environment)
    .filter(isOwnedVariable)
    .map((variable) => ({
      ...error(
        'chaincode-environment',
        `chaincode ${name} sets ${variable}, which Chancery sets itself`,
        'remove it: package, address, TLS and MSP ID of the server follow from the definition',
        [...path, variable],
      ),
      atKey: true,
    }))

/** Kubernetes refuses two volumes in one folder; one inside another hides its files. */
function folders({ name, secrets = [] }: Chaincode, path: Path): Problem[] {
  const taken: string[] = [...takenFolders]
  return secrets.flatMap(({ path: folder }, at): Problem[] => {
    const other = taken.find((one) => isWithin(folder, one) || isWithin(one, folder))
    taken.push(folder)
    if (other === undefined) return []
    return [
      error(
        'chaincode-secret',
        other === folder
          ? `chaincode ${name} has two volumes in ${folder}`
          : `chaincode ${name} has volumes in ${folder} and ${other}: one would hide files of the other`,
        'use a separate folder, such as /run/secrets/database',
        [...path, at, 'path'],
      ),
    ]
  })
}

const isWithin = (folder: string, other: string): boolean => folder === other || folder.startsWith(`${other}/`)

/** Members decide together what a server runs: none of them may read another's keys by it. */
function keys(network: FabricNetwork, chaincode: Chaincode, path: Path): Problem[] {
  const read = secretsReadBy(chaincode)
  if (read.length === 0) return []
  const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
  if (channel === undefined) return []
  const runners = new Set(runnersOf(network, chaincode))
  const places = membersOf(network, channel)
    .flatMap(({ peers }) => peers)
    .flatMap((node) => ('cluster' in node && isPeer(node) && runners.has(node.organization.name) ? [node] : []))
  return read.flatMap((secret): Problem[] => {
    const owner =
      places.map((node) => keyOwner(network, node, secret)).find((one) => one !== undefined) ??
      ownerInEveryNamespace(network, secret)
    if (owner === undefined) return []
    return [
      error(
        'chaincode-secret',
        `chaincode ${chaincode.name} would read Secret ${secret}, which has ${owner}`,
        'use a separate Secret that only has what the chaincode needs',
        placeOf(chaincode, secret, path),
      ),
    ]
  })
}

function keyOwner(
  network: FabricNetwork,
  { cluster, organization }: FabricLedgerNode,
  secret: string,
): string | undefined {
  const owner = keySecretsIn(network, cluster.name, organization.name).get(secret)
  return owner === undefined ? undefined : `keys of ${owner}`
}

function ownerInEveryNamespace({ images }: FabricNetwork, secret: string): string | undefined {
  if (secret === images.pullSecret) return 'the login of the registry'
  return /^sops-age(\.|$)/.test(secret) ? 'age keys' : undefined
}

function placeOf({ environmentFrom = [], secrets = [] }: Chaincode, secret: string, path: Path): Path {
  const at = environmentFrom.indexOf(secret)
  if (at >= 0) return [...path, 'environmentFrom', at]
  return [...path, 'secrets', secrets.findIndex(({ name }) => name === secret), 'name']
}
