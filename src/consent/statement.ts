import * as z from 'zod'
import type { FileContent } from '../file-content.ts'
import { digestOf } from '../material/digest.ts'
import { materialOf } from '../material/files.ts'
import { publicPath } from '../material/material.ts'
import { recipientsOf } from '../material/sops.ts'
import { beyondDefaults, fieldsBeyondDefaults } from '../network/given.ts'
import type { Lock } from '../network/lock.ts'
import type { Cluster, LedgerNode, Network, Organization } from '../network/network.ts'
import { organizationFields } from '../network/organization-shape.ts'
import { images as imagesShape, monitoring as monitoringShape, nodeFields } from '../network/shapes.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import type { Platform } from '../platforms/platform.ts'
import { type Plain, plain } from './plain.ts'

type Files = ReadonlyMap<string, FileContent>

/** The agreement of a statement, in reading order. */
export const sections = [
  'version',
  'network',
  'platform',
  'organization',
  'follows',
  'signers',
  'definition',
  'nodes',
  'images',
  'labels',
  'monitoring',
  'agreements',
  'readers',
  'material',
  'overrides',
] as const

/** A network with all its files. */
export interface ConsentSubject {
  readonly network: Network
  readonly platform: Platform
  readonly materialFiles: Files
  readonly overrides: Files
  readonly lock: Pick<Lock, 'signers'>
}

/**
 * The agreement of an organization as data: its part of the definition, with defaults applied, and its files by digest. It
 * depends on the checked network only. An organization that is not in the definition agrees to that.
 */
export function agreementOf(subject: ConsentSubject, name: string): Readonly<Record<string, Plain>> {
  const { network } = subject
  const organization = network.organizations.find((candidate) => candidate.name === name)
  const material = materialFilesOf(subject, name, organization)
  const files = {
    readers: readersOf(name, material),
    material: digests(material),
    overrides: digests(filesBelow(subject.overrides, (path) => isOverrideOf(name, path))),
  }
  const stated =
    organization === undefined
      ? { signers: [], ...files }
      : {
          signers: organization.signers.map(withoutComment).sort(),
          definition: entryOf(organization, subject),
          nodes: Object.fromEntries(
            network.nodes
              .filter((node) => node.organization.name === name)
              .map((node) => [node.name, nodeEntry(node, subject)]),
          ),
          images: beyondDefaults(imagesShape, network.images),
          labels: network.labels,
          monitoring: beyondDefaults(monitoringShape(subject.platform.definition), network.monitoring),
          agreements:
            subject.platform.consent?.agreements(network, organization, materialOf(subject.materialFiles)) ?? {},
          ...files,
        }
  return plain({ version: 1, network: network.name, platform: network.platform, organization: name, ...stated })
}

/** All fields of an organization, except those with a separate section, or derived from others. */
function entryOf(
  { name, path, legalName, signers, own, subject, endpoints, ...fields }: Organization,
  { platform }: ConsentSubject,
) {
  return {
    ...(Object.keys(subject).length === 0 ? {} : { subject }),
    ...fieldsBeyondDefaults(organizationFields, {
      ...fields,
      endpoints: endpoints.map(({ path: _, ...shared }) => shared),
    }),
    ...fieldsBeyondDefaults(platform.definition.fields.organization ?? {}, own),
  }
}

function nodeEntry(
  { name, path, organization, cluster, own, expose, shares: _, size, ...fields }: LedgerNode,
  { platform }: ConsentSubject,
) {
  return {
    cluster: cluster.name,
    ...(expose.length === 0 ? {} : { expose, ...entranceOf(cluster) }),
    ...(size === 'small' ? {} : { size }),
    // The format of releases does not matter here.
    ...fieldsBeyondDefaults(nodeFields(platform.definition, z.string()), fields),
    ...fieldsBeyondDefaults(platform.definition.fields.node ?? {}, own as object), // a platform's own fields are a mapping
  }
}

/** How the Ambassador serves exposed endpoints: without TLS, or with a service that authorizes each request. */
const entranceOf = ({ ambassador: { authentication, cleartext } }: Cluster): object =>
  authentication === undefined && !cleartext
    ? {}
    : { entrance: { authentication, ...(cleartext ? { cleartext } : {}) } }

/** All files of an organization in `material/`, unused ones included, and files that its entry names. */
function materialFilesOf(
  { network, platform, materialFiles }: ConsentSubject,
  name: string,
  organization: Organization | undefined,
): Files {
  const index = organization?.path[1]
  const named = new Set(
    (platform.definition.files?.(network) ?? [])
      .filter(({ path: [list, at] }) => list === 'organizations' && at === index)
      .map(({ file }) => file),
  )
  return filesBelow(
    materialFiles,
    (path) =>
      path.startsWith(`${publicPath(name)}/`) ||
      sealedFolder(name, path) !== undefined ||
      named.has(path) ||
      (organization !== undefined && platform.consent?.isOwnFile?.(path, organization) === true),
  )
}

/** The folder of a sealed file in `material/sealed/`: a cluster, or the folder of people with keys that no cluster may have. */
function sealedFolder(organization: string, path: string): string | undefined {
  const [material, sealed, folder, owner, file] = path.split('/')
  return material === 'material' && sealed === 'sealed' && owner === organization && file !== undefined
    ? folder
    : undefined
}

function isOverrideOf(organization: string, path: string): boolean {
  const [, , owner, file] = path.split('/')
  return owner === organization && file !== undefined
}

/** Recipients of its sealed files, by folder, as read from the files. */
function readersOf(organization: string, files: Files): Record<string, string[]> {
  const material = materialOf(files)
  const readers = new Map<string, Set<string>>()
  for (const path of files.keys()) {
    const folder = sealedFolder(organization, path)
    if (folder === undefined) continue
    const known = readers.get(folder) ?? new Set()
    for (const recipient of recipientsOf(material.value(path)) ?? []) known.add(recipient)
    readers.set(folder, known)
  }
  return Object.fromEntries([...readers].map(([folder, recipients]) => [folder, [...recipients].sort()]))
}

const filesBelow = (files: Files, isWanted: (path: string) => boolean): Files =>
  new Map([...files].filter(([path]) => isWanted(path)))

const digests = (files: Files): Record<string, string> =>
  Object.fromEntries([...files].map(([path, content]) => [path, digestOf(content)]))
