import { compareTexts } from '../../words.ts'
import type { CordaLedgerNode } from './network.ts'
import type { Jars } from './schema.ts'

/** Folders of a node with JARs: CordaCaplet.java has those of `drivers` on its class path. */
type JarFolder = 'cordapps' | 'drivers'

export interface NodeJars {
  readonly folder: JarFolder
  readonly jars: Jars
}

/** All that come into the pod of a node, sorted: their order in the definition means nothing. */
export const jarsOf = ({ own: { cordapps, database } }: CordaLedgerNode): readonly NodeJars[] => [
  ...cordapps
    .toSorted((a, b) => compareTexts(sourceOf(a), sourceOf(b)))
    .map((jars) => ({ folder: 'cordapps' as const, jars })),
  ...(database === undefined ? [] : [{ folder: 'drivers' as const, jars: database.driver }]),
]

const sourceOf = (jars: Jars): string => ('url' in jars ? jars.url : jars.image)

/** The list of download.sh. URLs have no spaces. */
export const downloadList = (all: readonly NodeJars[]): string =>
  all
    .map(({ folder, jars }) => ('url' in jars ? `${folder} ${fileName(jars.url)} ${jars.sha256} ${jars.url}\n` : ''))
    .join('')

/** Of a URL that ends with `.jar`. */
export const fileName = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

const restricted = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const

const resources = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } as const

/** Init containers that fill those folders: one for each image, and one for all downloads. */
export const jarContainers = (all: readonly NodeJars[]): object[] => [
  ...all.flatMap(({ folder, jars }, at) =>
    'image' in jars
      ? [
          {
            name: `${folder}-${at + 1}`,
            image: jars.image,
            command: ['cp', '-R', '/jars/.', `/node/${folder}/`],
            resources,
            securityContext: restricted,
            volumeMounts: [{ name: folder, mountPath: `/node/${folder}` }],
          },
        ]
      : [],
  ),
  ...(all.some(({ jars }) => 'url' in jars) ? [downloads] : []),
]

const downloads = {
  name: 'downloads',
  image: 'curlimages/curl:8.16.0',
  command: ['/bin/sh', '/etc/corda-script/download.sh'],
  resources,
  securityContext: restricted,
  volumeMounts: [
    { name: 'config', mountPath: '/etc/corda', readOnly: true },
    { name: 'script', mountPath: '/etc/corda-script', readOnly: true },
    { name: 'cordapps', mountPath: '/jars/cordapps' },
    { name: 'drivers', mountPath: '/jars/drivers' },
  ],
} as const
