import { readCertificate } from '../../../material/x509/read.ts'
import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../plan/risk.ts'
import { consentersOf, type FabricLedgerNode, isOrderer, isPeer } from '../network.ts'
import { authorityPath, certificatePath } from '../places.ts'
import type { FabricRevision } from './index.ts'
import { keptChannels } from './kept-channels.ts'

/** Peers and orderers that go on otherwise than they were. */
export function nodeRisks(before: FabricRevision, after: FabricRevision): Risk[] {
  const now = new Map(after.network.nodes.map((node) => [nodeId(node), node]))
  const kept = before.network.nodes.flatMap((was) => {
    const is = now.get(nodeId(was))
    return is === undefined ? [] : [{ was, is }]
  })
  return [
    ...kept.flatMap(({ was, is }) => [...stateDatabase(was, is), ...keys(before, after, was, is)]),
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
      message: `the state database of ${nodeId(is)} is ${is.own.stateDatabase} instead of ${was.own.stateDatabase}: the peer refuses to start with the data it has`,
      hint: 'add a new peer with the other database, let it catch up, and remove this one',
      path: [...is.path, 'stateDatabase'],
    },
  ]
}

/** A consenter with a new key is none any more: Raft knows it by the key of its TLS certificate, BFT by that of its identity. */
function keys(before: FabricRevision, after: FabricRevision, was: FabricLedgerNode, is: FabricLedgerNode): Risk[] {
  if (!isOrderer(is)) return []
  const keyOf = ({ material }: FabricRevision, certificate: 'sign' | 'tls'): string => {
    const path = certificatePath(is.organization.name, is.name, certificate)
    const text = material.standIns.has(path) ? undefined : material.text(path)
    return Buffer.from(readCertificate(text ?? '')?.publicKey ?? []).toString('hex')
  }
  const changed = (['sign', 'tls'] as const).filter((one) => {
    const old = keyOf(before, one)
    return old !== '' && old !== keyOf(after, one)
  })
  const channels = keptChannels(before, after).filter(({ was: channel }) =>
    consentersOf(before.network, channel).includes(was),
  )
  if (changed.length === 0 || channels.length === 0) return []
  const names = channels.map(({ was: { name } }) => name).join(', ')
  return [
    {
      id: 'consenter-rekeyed',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} gets another key: channel ${names} knows it by the old one, and takes no part of it any more`,
      hint: 'restore its certificates and its sealed key from Git; to replace a key that is known to others, add another orderer and take this one out of the channel',
      path: is.path,
    },
  ]
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
        message: `${file} is another certificate: channels check the certificates of ${name} against the old one, and refuse new ones`,
        hint: 'restore it from Git; to replace an authority, channels get both certificates first, then all certificates are issued anew, then the old one goes',
        path,
      })),
  )
