/** How Corda 4 is released: `4.8`, `4.8.5`, `4.12`. */
export const releaseForm = /^4\.\d+(\.\d+)?$/

const minorOf = (release: string): number => Number(release.split('.')[1] ?? 0)

/**
 * The tag of an image for a release. Upstream's has the name of its Java as well: docker/build.gradle of release/os/4.10 and
 * release/os/4.12.
 */
export function tagOf(image: string, release: string): string {
  if (!/^(docker\.io\/)?corda\/corda$/.test(image)) return release
  return `${release}-zulu-openjdk${minorOf(release) < 12 ? '8' : ''}`
}
