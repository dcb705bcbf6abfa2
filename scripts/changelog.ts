/** The section of a version in CHANGELOG.md, without its heading. Throws an Error when there is none. */
export function notesOf(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m)
  const section = sections.find((text) => text.slice(0, text.indexOf('\n')).trim() === version)
  if (section === undefined) throw new Error(`CHANGELOG.md has no version ${version}: run npm run next-version`)
  return `${section.slice(section.indexOf('\n')).trim()}\n`
}

/** The newest version in CHANGELOG.md; undefined when it has none. */
export const newestVersion = (changelog: string): string | undefined => /^## (\S+)$/m.exec(changelog)?.[1]
