import { readCertificate } from '../../../material/x509/read.ts'
import { nodeId, organizationOf } from '../../../network/network.ts'
import { quantityValue } from '../../../network/quantity.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed } from '../../../words.ts'
import { type AnyNode, consentersOf, type FabricLedgerNode, isPeer } from '../network.ts'
import { authorityPath, certificatePath } from '../places.ts'
import { keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** As base/couchdb has it, and schema.ts. */
const couchdbStorage = '20Gi'

/** Peers and orderers that go on otherwise than they were. */
export function nodeRisks(before: FabricRevision, after: FabricRevision): Risk[] {
  const now = new Map(after.network.nodes.map((node) => [nodeId(node), node]))
  const kept = before.network.nodes.flatMap((was) => {
    const is = now.get(nodeId(was))
    return is === undefined ? [] : [{ was, is }]
  })
  return [
    ...kept.flatMap(({ was, is }) => [...stateDatabase(was, is), ...couchdbVolume(was, is)]),
    ...rekeyed(before, after),
    ...authorities(before, after),
  ]
}

function stateDatabase(was: FabricLedgerNode, is: FabricLedgerNode): Risk[] {
  if (!isPeer(is) || was.own.stateDatabase === is.own.stateDatabase) return []
  return [
    {
      id: 'state-database-changed',
      severity: 'danger',
      subject: nodeId(is),
      message: `the state database of ${nodeId(is)} changes from ${was.own.stateDatabase} to ${is.own.stateDatabase}: the peer refuses to start with its data`,
      hint: 'add a new peer with the other database, let it catch up, and remove this one',
      path: [...is.path, 'stateDatabase'],
    },
  ]
}

function couchdbVolume(was: FabricLedgerNode, is: FabricLedgerNode): Risk[] {
  const [old, now] = [was.own.couchdb?.storage ?? couchdbStorage, is.own.couchdb?.storage ?? couchdbStorage]
  const both = [was, is].every(({ own }) => own.stateDatabase === 'couchdb')
  if (!both || (quantityValue(now) ?? 0) >= (quantityValue(old) ?? 0)) return []
  return [
    {
      id: 'storage-shrinks',
      severity: 'danger',
      refused: true,
      subject: `${nodeId(is)}/couchdb`,
      message: `the volume of the CouchDB of ${nodeId(is)} shrinks from ${old} to ${now}: Kubernetes refuses that, and every other change of the node with it`,
      hint: `restore ${old}; to use a smaller volume, add a new peer and remove this one`,
      path: [...is.path, 'couchdb'],
    },
  ]
}

/** A consenter with a new key is none any more: Raft knows it by the key of its TLS certificate, BFT by that of its identity. */
function rekeyed(before: FabricRevision, after: FabricRevision): Risk[] {
  const channels = keptChannels(before, after)
  const consenters = new Map(
    channels.flatMap(({ was }) => consentersOf(before.network, was)).map((node) => [nodeId(node), node]),
  )
  const paths = new Map([...after.network.nodes, ...after.network.external].map((node) => [nodeId(node), node.path]))
  return [...consenters].flatMap(([id, node]): Risk[] => {
    const path = paths.get(id)
    const changed = (['sign', 'tls'] as const).some((certificate) => {
      const old = keyOf(before, node, certificate)
      return old !== '' && old !== keyOf(after, node, certificate)
    })
    if (path === undefined || !changed) return []
    const names = channels
      .filter(({ was }) => consentersOf(before.network, was).includes(node))
      .map(({ was }) => was.name)
    return [
      {
        id: 'consenter-rekeyed',
        severity: 'danger',
        subject: id,
        message: `${id} gets another key: ${agreeing(names.length, 'channel', 'channels')} ${listed(names)} ${agreeing(names.length, 'knows', 'know')} only the old key, so the orderer no longer takes part`,
        hint: 'restore its certificates and its key from Git; to replace a key, add another orderer and remove this one from the channel',
        path,
      },
    ]
  })
}

function keyOf({ material }: FabricRevision, node: AnyNode, certificate: 'sign' | 'tls'): string {
  const path = certificatePath(organizationOf(node), node.name, certificate)
  const text = material.standIns.has(path) ? undefined : material.text(path)
  return Buffer.from(readCertificate(text ?? '')?.publicKey ?? []).toString('hex')
}

/** All certificates of an organization are checked against its authorities. */
const authorities = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.organizations.flatMap(({ name, path }) =>
    (['ca', 'tlsca'] as const)
      .map((authority) => authorityPath(name, authority))
      .filter((file) => {
        const [old, now] = [before.material.text(file), after.material.text(file)]
        return old !== undefined && !before.material.standIns.has(file) && old !== now
      })
      .map((file) => ({
        id: 'authority-replaced',
        severity: 'danger' as const,
        subject: name,
        message: `${file} changed: channels verify the certificates of ${name} against the old authority, and refuse new ones`,
        hint: 'restore it from Git; to replace an authority, add both certificates to the channels first, then issue all certificates anew, then remove the old one',
        path,
      })),
  )
