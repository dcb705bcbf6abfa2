import { addressText } from '../../../network/address.ts'
import { counted, listed, several } from '../../../words.ts'
import type { AdoptionLine } from '../../adoption.ts'
import { blockSignatureProblem, blockSignatureText } from '../channel/block-signatures.ts'
import { certificateKey } from '../channel/msp.ts'
import { adoptedPath, authorityPath, genesisPath } from '../places.ts'
import { externalRevocationsPath } from '../revocations.ts'
import type { RunningChannel } from './blocks.ts'
import { carriedLines } from './carried-lines.ts'
import { certificateFacts } from './certificates.ts'
import type { AdoptedChannel } from './definition.ts'
import { partyCertificates } from './files.ts'
import type { MspFolder } from './msp-folders.ts'
import type { RunningNode } from './nodes.ts'
import type { RunningParty } from './parties.ts'
import type { ChannelDraft } from './pending-changes.ts'

/** What becomes of a channel. */
export function channelLines(
  { channel, fields, existing, refused }: AdoptedChannel,
  { pending, usual }: ChannelDraft,
): readonly AdoptionLine[] {
  const { name, block, config, file } = channel
  const line = (outcome: AdoptionLine['outcome'], text: string): AdoptionLine => ({
    subject: `channel ${name}`,
    outcome,
    text,
  })
  const { name: _, adopted: __, ...said } = fields
  return [
    line(
      'taken',
      `configuration ${block.state.sequence}, of block ${block.number} in ${file}: as ${adoptedPath(name)}`,
    ),
    signatureLine(channel),
    ...(channel.first === undefined
      ? []
      : [line('taken', `its first block: as ${genesisPath(name)}, for Jobs that join peers`)]),
    line('derived', `\`${Object.keys(said).join('`, `')}\` in the definition`),
    ...refused.map((text) => line('lost', `no definition can say ${text}: change it by an update of the channel`)),
    ...carriedLines(name, config, usual),
    pendingLine(),
  ]

  function pendingLine(): AdoptionLine {
    if (pending.length === 0)
      return line('checked', 'the definition gives the configuration of the block: an update would change nothing')
    return existing === undefined
      ? line('lost', `no definition can say all of it: the next update would change ${listed(pending)}`)
      : line(
          'checked',
          `the definition that exists says something else than the block: the next update would change ${several(pending, 8)}`,
        )
  }
}

/** Whether orderers of the same configuration signed it: nothing older is known that could be trusted more. */
function signatureLine({ name, block, config }: RunningChannel): AdoptionLine {
  const subject = `channel ${name}`
  if (block.number === 0) return { subject, outcome: 'taken', text: 'its first block, which nobody signs' }
  const problem = blockSignatureProblem(config, block)
  return problem === undefined
    ? { subject, outcome: 'checked', text: `its orderers signed the block: ${blockSignatureText(config, block)}` }
    : {
        subject,
        outcome: 'checked',
        text: `the signatures of the block could not be checked with its own configuration: ${problem}`,
      }
}

export function partyLines(party: RunningParty, folder: MspFolder | undefined, now: Date): readonly AdoptionLine[] {
  const { name, mspId, ours, places } = party
  const line = (outcome: AdoptionLine['outcome'], text: string): AdoptionLine => ({ subject: name, outcome, text })
  const { authorities, tlsAuthorities, revocationLists } = partyCertificates(party, folder)
  const channels = [...new Set(places.map(({ channel }) => channel))]
  return [
    line(
      'derived',
      `${mspId} of ${listed(channels.map((channel) => `channel ${channel}`))}: ${ours === undefined ? 'an external organization' : 'one of ours'}`,
    ),
    line(
      'taken',
      `${counted(authorities.length, 'authority', 'authorities')} of identities: as ${authorityPath(name, 'ca')}`,
    ),
    ...(tlsAuthorities.length === 0
      ? [
          line(
            'lost',
            `no channel has a TLS authority of ${mspId}: pass its MSP folder with --msp ${mspId}=FOLDER, or commit ${authorityPath(name, 'tlsca')}`,
          ),
        ]
      : [
          line(
            'taken',
            `${counted(tlsAuthorities.length, 'authority', 'authorities')} of TLS: as ${authorityPath(name, 'tlsca')}`,
          ),
        ]),
    ...(revocationLists.length === 0
      ? []
      : [
          ours === undefined
            ? line(
                'taken',
                `${counted(revocationLists.length, 'revocation list')}: as ${externalRevocationsPath(name)}`,
              )
            : line(
                'taken',
                `${counted(revocationLists.length, 'revocation list')} of the channels, which updates never take back: \`revoked\` adds to them`,
              ),
        ]),
    ...expired([...authorities, ...tlsAuthorities], now).map((text) =>
      line('checked', `${text}: Fabric refuses what it issued`),
    ),
    ...(folder === undefined ? [] : folderLines(party, folder)),
  ]
}

/** What a folder has that channels do not, or the other way round. */
function folderLines(party: RunningParty, { folder, keys, ...own }: MspFolder): readonly AdoptionLine[] {
  const { name, mspId } = party
  const line = (outcome: AdoptionLine['outcome'], text: string): AdoptionLine => ({ subject: name, outcome, text })
  const inChannels = partyCertificates(party, undefined)
  const more = (mine: readonly string[], theirs: readonly string[]): readonly string[] => {
    const known = new Set(theirs.map(certificateKey))
    return mine.filter((pem) => !known.has(certificateKey(pem)))
  }
  const authorities = [
    ...more(own.authorities, inChannels.authorities),
    ...(inChannels.tlsAuthorities.length === 0 ? [] : more(own.tlsAuthorities, inChannels.tlsAuthorities)),
  ]
  return [
    line('checked', `${folder} is the MSP folder of ${mspId}`),
    ...authorities.map((pem) =>
      line(
        'lost',
        `${folder} has the authority ${certificateFacts(pem)?.subject ?? 'that cannot be read'}, which no channel has: add it to ${authorityPath(name, 'ca')} or tlsca.crt, and an update adds it`,
      ),
    ),
    ...(more(own.revocationLists, inChannels.revocationLists).length === 0
      ? []
      : [
          line(
            'lost',
            `${folder} has revocation lists that no channel has: what is in \`revoked\` reaches the channels by an update`,
          ),
        ]),
    ...(own.administrators.length === 0
      ? []
      : [
          line(
            'checked',
            `${counted(own.administrators.length, 'administrator')} by certificate in ${folder}: the channels decide who administers, and keep theirs`,
          ),
        ]),
    ...keys.map((file) => line('checked', `${folder}/${file} may be a private key: it was not read`)),
  ]
}

export function nodeLine(node: RunningNode, now: Date): readonly AdoptionLine[] {
  const { party, name, role, host, port, channels, tls, sign, isAssumed } = node
  const subject = `${party.name}/${name}`
  const what = role === 'peer' ? 'an anchor peer' : 'a consenter'
  return [
    {
      subject,
      outcome: 'taken',
      text: `${addressText({ host, port })}, ${what} of ${listed([...channels].map((channel) => `channel ${channel}`))}: it runs elsewhere, as a node of \`external\``,
    },
    ...(isAssumed === true
      ? [
          {
            subject,
            outcome: 'checked' as const,
            text: `nothing tells whose consenter ${addressText({ host, port })} is: move it to another organization in \`external\` if ${party.name} does not run it`,
          },
        ]
      : []),
    ...expired(
      [tls, sign].flatMap((pem) => pem ?? []),
      now,
    ).map((text) => ({
      subject,
      outcome: 'checked' as const,
      text: `${text}: renew it with the same key, which needs no update`,
    })),
  ]
}

const expired = (pems: readonly string[], now: Date): readonly string[] =>
  pems.flatMap((pem) => {
    const facts = certificateFacts(pem)
    return facts === undefined || facts.notAfter > now
      ? []
      : [`the certificate of ${facts.subject} expired on ${facts.notAfter.toISOString().slice(0, 10)}`]
  })
