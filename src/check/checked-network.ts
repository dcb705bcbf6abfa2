import type { MaterialRequest } from '../material/material.ts'
import type { Finding } from '../network/finding.ts'
import type { Lock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import type { Source } from '../network/source.ts'
import type { Platform } from '../platforms/platform.ts'
import type { FileTree } from '../render/tree.ts'

/** A definition without errors, and all that belongs to it. */
export interface CheckedNetwork {
  readonly source: Source
  readonly network: Network
  readonly platform: Platform
  /** Ports of today's endpoints, digests of today's material, and when its certificates expire. */
  readonly lock: Lock
  readonly materialFiles: FileTree
  readonly requests: readonly MaterialRequest[]
  /** Requests whose public half is not there. */
  readonly missing: readonly MaterialRequest[]
  /** What is in `overrides/`, by path from the folder of the network. */
  readonly overrides: FileTree
}

/** All findings at once; the network only when none of them is an error. */
export interface Inspection {
  readonly findings: readonly Finding[]
  readonly checked?: CheckedNetwork
}

/** People's Kustomize components, by cluster and part: `overrides/<cluster>/<part>/kustomization.yaml`. */
export function overrideFolders(overrides: FileTree): Set<string> {
  const suffix = '/kustomization.yaml'
  const paths = [...overrides.keys()].filter((path) => path.endsWith(suffix))
  return new Set(paths.map((path) => path.slice('overrides/'.length, -suffix.length)))
}
