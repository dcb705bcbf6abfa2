import type { FileContent } from '../../../file-content.ts'
import { adoptedPath, authorityPath, certificatePath, genesisPath } from '../places.ts'
import { blockFile } from '../requests/channels.ts'
import { externalRevocationsPath } from '../revocations.ts'
import type { RunningChannel } from './blocks.ts'
import { certificateFacts, certificatesOfGroups, firstCertificate, type PartyCertificates } from './certificates.ts'
import type { MspFolder } from './msp-folders.ts'
import type { RunningNode } from './nodes.ts'
import type { RunningParty } from './parties.ts'

/** Public material of all that was read, by path in the repository. */
export function publicFiles(
  channels: readonly RunningChannel[],
  parties: readonly RunningParty[],
  nodes: readonly RunningNode[],
  folders: ReadonlyMap<string, MspFolder>,
): ReadonlyMap<string, FileContent> {
  return new Map([
    ...channels.flatMap(({ name, block, bytes, first }): [string, string][] => [
      [adoptedPath(name), blockFile(block.number, bytes)],
      ...(first === undefined ? [] : [[genesisPath(name), blockFile(0, first)] as [string, string]]),
    ]),
    ...parties.flatMap((party) => partyFiles(party, folders.get(party.mspId))),
    ...nodes.flatMap((node) => nodeFiles(node, folders.get(node.party.mspId))),
  ])
}

/** What channels have of an organization. TLS authorities that no channel has are those of its folder. */
export function partyCertificates({ places }: RunningParty, folder: MspFolder | undefined): PartyCertificates {
  const found = certificatesOfGroups(places.map(({ group }) => group))
  return found.tlsAuthorities.length > 0 || folder === undefined
    ? found
    : { ...found, tlsAuthorities: folder.tlsAuthorities }
}

/** Of ours, lists of revoked certificates follow from the definition: those of the channels stay there. */
function partyFiles(party: RunningParty, folder: MspFolder | undefined): [string, string][] {
  const { authorities, tlsAuthorities, revocationLists } = partyCertificates(party, folder)
  const file = (path: string, texts: readonly string[]): [string, string][] =>
    texts.length === 0 ? [] : [[path, texts.join('')]]
  return [
    ...file(authorityPath(party.name, 'ca'), authorities),
    ...file(authorityPath(party.name, 'tlsca'), tlsAuthorities),
    ...(party.ours === undefined ? file(externalRevocationsPath(party.name), revocationLists) : []),
  ]
}

function nodeFiles({ party, name, host, tls, sign }: RunningNode, folder: MspFolder | undefined): [string, string][] {
  const identity =
    sign ?? folder?.identities.find((pem) => [host, name].includes(certificateFacts(pem)?.commonName ?? ''))
  return (['tls', 'sign'] as const).flatMap((which): [string, string][] => {
    const pem = which === 'tls' ? tls : identity
    return pem === undefined ? [] : [[certificatePath(party.name, name, which), firstCertificate(pem) ?? pem]]
  })
}
