import { emissaryVersion } from '../network/emissary-version.ts'
import type { Problem } from '../network/finding.ts'
import type { Network } from '../network/network.ts'

/**
 * Releases that can be run. Version 3 reads the same objects (v3alpha1), so an Emissary 3.9 or 3.10 that runs already can be used;
 * but its image, variables and probes are not those of the base manifests, and it gets no repairs any more.
 */
export function versionProblems(network: Network): Problem[] {
  return network.clusters.flatMap(({ name, path, ambassador: { version, existing } }): Problem[] => {
    if (version === undefined) return []
    const [major = 0, minor = 0] = version.split('.').map(Number)
    const problem = (message: string, hint: string): Problem[] => [
      { rule: 'emissary-version', severity: 'error', message, hint, path: [...path, 'ambassador', 'version'] },
    ]
    if (existing)
      return major === 4 || (major === 3 && minor >= 9)
        ? []
        : problem(
            `Emissary ${version} of cluster ${name} does not support all rendered objects`,
            'the objects use getambassador.io/v3alpha1 of 3.9, 3.10 and 4: ask its owner to upgrade it first',
          )
    if (major === 4 && minor >= 1) return []
    const reason =
      major === 3
        ? 'version 3 is no longer maintained (3.10.0 was the last), and has another image and other settings'
        : major === 4
          ? '4.1 fixes faults of 4.0'
          : 'the version is unknown'
    return problem(
      `Chancery cannot run Emissary ${version} in cluster ${name}: ${reason}`,
      `remove the version (default ${emissaryVersion}), or use the existing Emissary with ambassador.existing`,
    )
  })
}
