import { OperatorError } from '../../../errors.ts'
import { listed } from '../../../words.ts'
import type { AdoptionInput } from '../../adoption.ts'
import { certificateKey } from '../channel/msp.ts'
import { certificatesOfGroups, distinct, firstCertificate, firstList } from './certificates.ts'
import type { RunningParty } from './parties.ts'

/** What the MSP folder of an organization has; never a private key. */
export interface MspFolder {
  readonly folder: string
  readonly authorities: readonly string[]
  readonly tlsAuthorities: readonly string[]
  readonly administrators: readonly string[]
  readonly revocationLists: readonly string[]
  /** Certificates of the identity whose folder it is, if it is one's. */
  readonly identities: readonly string[]
  /** Files with private keys, which were not read. */
  readonly keys: readonly string[]
  /** Whether its config.yaml has node OUs; undefined without such a file. */
  readonly hasNodeUnits: boolean | undefined
}

type Reader = Pick<AdoptionInput, 'list' | 'read'>

/** MSP folders by MSP ID, from texts such as `Org1MSP=organizations/org1/msp`. Throws OperatorError. */
export async function mspFolders(
  texts: readonly string[],
  parties: readonly RunningParty[],
  reader: Reader,
): Promise<ReadonlyMap<string, MspFolder>> {
  const folders = new Map<string, MspFolder>()
  for (const text of texts) {
    const at = text.indexOf('=')
    const [mspId, path] = [text.slice(0, at), text.slice(at + 1).replace(/\/+$/, '')]
    if (at < 1 || path === '')
      throw new OperatorError(
        `--msp ${text}: not of the form MSPID=FOLDER`,
        'write --msp Org1MSP=organizations/org1/msp',
      )
    const party = parties.find((one) => one.mspId === mspId)
    if (party === undefined)
      throw new OperatorError(
        `--msp ${text}: no channel has the MSP ${mspId}`,
        `they have ${listed(parties.map((one) => one.mspId))}`,
      )
    if (folders.has(mspId)) throw new OperatorError(`--msp names ${mspId} twice`, 'pass one folder of each MSP')
    const folder = await readFolder(path, reader)
    requireSame(folder, party)
    folders.set(mspId, folder)
  }
  return folders
}

async function readFolder(folder: string, { list, read }: Reader): Promise<MspFolder> {
  const files = await list(folder)
  const texts = async (...names: readonly string[]): Promise<readonly string[]> =>
    Promise.all(
      names
        .flatMap((name) => files.filter((file) => file.startsWith(`${name}/`)).toSorted())
        .map(async (file) => Buffer.from(await read(`${folder}/${file}`)).toString('utf8')),
    )
  const certificates = async (...names: readonly string[]): Promise<readonly string[]> =>
    distinct((await texts(...names)).flatMap((text) => firstCertificate(text) ?? []))
  const authorities = await certificates('cacerts', 'intermediatecerts')
  if (authorities.length === 0)
    throw new OperatorError(
      `${folder} is not an MSP folder: it has no certificate in cacerts`,
      files.some((file) => file.startsWith('msp/cacerts/'))
        ? `pass ${folder}/msp`
        : 'pass the folder with cacerts, tlscacerts and config.yaml (https://hyperledger-fabric.readthedocs.io/en/release-2.5/membership/membership.html#msp-structure)',
    )
  const config = files.includes('config.yaml')
    ? Buffer.from(await read(`${folder}/config.yaml`)).toString('utf8')
    : undefined
  return {
    folder,
    authorities,
    tlsAuthorities: await certificates('tlscacerts', 'tlsintermediatecerts'),
    administrators: await certificates('admincerts'),
    revocationLists: (await texts('crls')).flatMap((text) => firstList(text) ?? []),
    identities: await certificates('signcerts'),
    keys: files.filter(isKeyFile),
    hasNodeUnits: config === undefined ? undefined : /^\s*Enable:\s*true\b/m.test(config),
  }
}

/** By its name: such a file is never opened. */
const isKeyFile = (file: string): boolean => file.startsWith('keystore/') || /(_sk|\.key|SecretKey)$/.test(file)

/** An MSP of the same name in another network, or of another organization. */
function requireSame({ folder, authorities }: MspFolder, { mspId, places }: RunningParty): void {
  const inChannels = new Set(certificatesOfGroups(places.map(({ group }) => group)).authorities.map(certificateKey))
  if (authorities.some((pem) => inChannels.has(certificateKey(pem)))) return
  throw new OperatorError(
    `${folder} is not the MSP folder of ${mspId}: the channels have none of the authorities in its cacerts`,
    `pass the folder of the organization that has ${mspId} in these channels`,
  )
}
