import type { MaterialRequest } from '../material/material.ts'
import type { Finding } from '../network/finding.ts'
import type { Lock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import type { Source } from '../network/source.ts'
import type { Platform } from '../platforms/platform.ts'
import type { FileTree } from '../render/tree.ts'

/** A definition without errors, with all its files. */
export interface CheckedNetwork {
  readonly source: Source
  readonly network: Network
  readonly platform: Platform
  /** Ports of the current endpoints, digests of the current material, and expiry of its certificates. */
  readonly lock: Lock
  readonly materialFiles: FileTree
  readonly requests: readonly MaterialRequest[]
  /** Requests without a public half. */
  readonly missing: readonly MaterialRequest[]
  /** Files of `overrides/`, by path from the folder of the network. */
  readonly overrides: FileTree
}

/** All findings; the network only if none of them is an error. */
export interface Inspection {
  readonly findings: readonly Finding[]
  readonly checked?: CheckedNetwork
}

/** Overrides as Kustomize components, by cluster and part: `overrides/<cluster>/<part>/kustomization.yaml`. */
export function overrideFolders(overrides: FileTree): Set<string> {
  const suffix = '/kustomization.yaml'
  const paths = [...overrides.keys()].filter((path) => path.endsWith(suffix))
  return new Set(paths.map((path) => path.slice('overrides/'.length, -suffix.length)))
}
