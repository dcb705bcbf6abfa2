import type { KeyRequest, Maker, SealedPlace } from '../../../material/material.ts'
import type { Purpose } from '../../../material/x509/extensions.ts'
import { privateKeyPem } from '../../../material/x509/key.ts'
import { hostOf, isIpAddress } from '../../../network/address.ts'
import { nodeId } from '../../../network/network.ts'
import { holderOf, readersOf } from '../../../network/readers.ts'
import { issueLeaf, type Leaf, leafName } from '../issuing.ts'
import { type FabricLedgerNode, isAuthority, isPeer } from '../network.ts'
import {
  authoritiesSecret,
  authorityKeyEntry,
  certificatePath,
  couchdbSecret,
  keyEntries,
  nodeSecret,
  sealedAuthorityPath,
  sealedNodePath,
} from '../places.ts'

export const nodeRequests = (node: FabricLedgerNode): KeyRequest[] =>
  isAuthority(node)
    ? [authorityServer(node), authorityKeys(node)]
    : [identity(node), ...(isPeer(node) && node.own.stateDatabase === 'couchdb' ? [couchdb(node)] : [])]

/** Names by which others dial a node, from its own namespace to the other end of the world. */
export function tlsPurpose(node: FabricLedgerNode): Purpose {
  const host = hostOf(node)
  const inside = namesInside(node.name, node.organization.namespace)
  return isIpAddress(host)
    ? { kind: 'tls', names: inside, addresses: [host] }
    : { kind: 'tls', names: [host, ...inside], addresses: [] }
}

/** Names of a node in its cluster. */
export function namesInside(name: string, namespace: string): readonly string[] {
  const service = `${name}.${namespace}`
  return [name, service, `${service}.svc`, `${service}.svc.cluster.local`, 'localhost']
}

const signing = (node: FabricLedgerNode): Leaf => ({
  organization: node.organization,
  authority: 'ca',
  subject: leafName(node.organization, node.name, node.role),
  purpose: { kind: 'identity' },
  label: `${nodeId(node)} sign`,
})

const tls = (node: FabricLedgerNode): Leaf => ({
  organization: node.organization,
  authority: 'tlsca',
  subject: leafName(node.organization, node.name, undefined),
  purpose: tlsPurpose(node),
  label: `${nodeId(node)} tls`,
})

/** Certificates of a node, by file: what is renewed when they expire. */
export const leavesOf = (node: FabricLedgerNode): ReadonlyMap<string, Leaf> => {
  const file = (certificate: 'sign' | 'tls'): string => certificatePath(node.organization.name, node.name, certificate)
  return new Map([...(isAuthority(node) ? [] : [[file('sign'), signing(node)] as const]), [file('tls'), tls(node)]])
}

function identity(node: FabricLedgerNode): KeyRequest {
  const { organization, name } = node
  const [signFile, tlsFile] = [
    certificatePath(organization.name, name, 'sign'),
    certificatePath(organization.name, name, 'tls'),
  ]
  return {
    ...request(node, nodeSecret(node), ''),
    label: nodeId(node),
    file: signFile,
    also: [tlsFile],
    needs: [sealedAuthorityPath(organization, 'ca'), sealedAuthorityPath(organization, 'tlsca')],
    make: (maker) => {
      const [sign, secure] = [issueLeaf(signing(node), maker), issueLeaf(tls(node), maker)]
      return {
        public: { [signFile]: sign.certificate, [tlsFile]: secure.certificate },
        private: { [keyEntries.sign]: privateKeyPem(sign.key), [keyEntries.tls]: privateKeyPem(secure.key) },
      }
    },
  }
}

/** A CA server is no member of channels: it has TLS only. */
function authorityServer(node: FabricLedgerNode): KeyRequest {
  const { organization, name } = node
  const file = certificatePath(organization.name, name, 'tls')
  return {
    ...request(node, nodeSecret(node), ''),
    label: nodeId(node),
    file,
    needs: [sealedAuthorityPath(organization, 'tlsca')],
    make: (maker) => {
      const { key, certificate } = issueLeaf(tls(node), maker)
      return { public: { [file]: certificate }, private: { [keyEntries.tls]: privateKeyPem(key) } }
    },
  }
}

/** What it issues with: the organization's own authorities, which nothing but this server has in a cluster. */
function authorityKeys(node: FabricLedgerNode): KeyRequest {
  const { organization } = node
  const [ca, tlsca] = [sealedAuthorityPath(organization, 'ca'), sealedAuthorityPath(organization, 'tlsca')]
  return {
    ...secretOnly(node, authoritiesSecret(node), '-authorities'),
    label: `${nodeId(node)} authorities`,
    needs: [ca, tlsca],
    make: (maker) => ({
      public: {},
      private: {
        'ca.key': maker.secret(ca)[authorityKeyEntry] ?? '',
        'tlsca.key': maker.secret(tlsca)[authorityKeyEntry] ?? '',
        'registrar-password': password(maker, `registrar ${nodeId(node)}`),
      },
    }),
  }
}

const couchdb = (node: FabricLedgerNode): KeyRequest => ({
  ...secretOnly(node, couchdbSecret(node), '-couchdb'),
  label: `${nodeId(node)} couchdb`,
  make: (maker) => ({
    public: {},
    private: { username: 'peer', password: password(maker, `couchdb ${nodeId(node)}`) },
  }),
})

/** 192 bits, in characters that need no quoting anywhere. */
const password = ({ random }: Maker, label: string): string =>
  Buffer.from(random(`password ${label}`, 24)).toString('base64url')

function request(
  node: FabricLedgerNode,
  secret: string,
  suffix: string,
): Pick<KeyRequest, 'kind' | 'organization' | 'path' | 'sealed'> {
  const { organization, path, existingSecret } = node
  return {
    kind: 'key',
    organization: organization.name,
    path,
    ...(existingSecret === undefined || suffix !== '' ? { sealed: place(node, secret, suffix) } : {}),
  }
}

function secretOnly(node: FabricLedgerNode, secret: string, suffix: string): Omit<KeyRequest, 'label' | 'make'> {
  return { ...request(node, secret, suffix), file: sealedNodePath(node, suffix) }
}

const place = (node: FabricLedgerNode, secret: string, suffix: string): SealedPlace => ({
  path: sealedNodePath(node, suffix),
  holder: holderOf(node.organization, node.cluster),
  namespace: node.organization.namespace,
  secret,
  recipients: readersOf(node.organization, node.cluster),
})
