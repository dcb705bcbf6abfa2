/** How Corda 4 is released: `4.8`, `4.8.5`, `4.12`. Others are refused by a rule, which says why. */
export const releaseForm = /^\d+\.\d+(\.\d+)?$/

export const releaseNumbers = (release: string): { readonly major: number; readonly minor: number } => {
  const [major = 0, minor = 0] = release.split('.').map(Number)
  return { major, minor }
}

/** Platform versions of minor releases: constants.properties in the branches release/os/4.6 to 4.12. */
const platformVersions: ReadonlyMap<number, number> = new Map([
  [6, 8],
  [7, 9],
  [8, 10],
  [9, 11],
  [10, 12],
  [11, 13],
  [12, 140],
])

export const newestRelease = `4.${Math.max(...platformVersions.keys())}`

/** Undefined for a release that Chancery does not know. */
export const platformVersionOf = (release: string): number | undefined =>
  platformVersions.get(releaseNumbers(release).minor)

/**
 * The tag of an image for a release. Upstream's has the name of its Java as well: docker/build.gradle in the branches release/os/4.9 to
 * 4.12.
 */
export function tagOf(image: string, release: string): string {
  if (!/^(docker\.io\/)?corda\/corda$/.test(image)) return release
  return `${release}-zulu-openjdk${releaseNumbers(release).minor < 12 ? '8' : ''}`
}
