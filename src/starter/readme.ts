import type { RepositoryFacts } from './answers.ts'
import type { StarterFiles } from './files.ts'

const marks = /^<!-- part: ([a-z-]+) -->\n/gm

/** What a part replaces, where the platform has one. */
const optionalMarks = /^<!-- part: ([a-z-]+), else -->\n(.*?)^<!-- end -->\n/gms

/** README.md of a repository: the text that all share, with the parts and names of this one. */
export function readme(
  { name, platform, clusters, organizations }: RepositoryFacts,
  { readme: text, parts }: Pick<StarterFiles, 'readme' | 'parts'>,
): string {
  const own = partsOf(parts.get(platform.definition.id) ?? '')
  const chosen = text.replace(optionalMarks, (_, part: string, otherwise: string) => own.get(part) ?? otherwise)
  const whole = chosen.replace(marks, (_, part: string) => {
    const found = own.get(part)
    if (found === undefined) throw new Error(`the platform ${platform.definition.id} has no part ${part} of README.md`)
    return found
  })
  const names: Readonly<Record<string, string | undefined>> = {
    network: name,
    title: platform.definition.title,
    cluster: clusters[0]?.name,
    organization: organizations[0]?.name,
  }
  return whole.replace(/\{\{([a-z]+)\}\}/g, (slot, key: string) => names[key] ?? slot)
}

/** What follows each mark, without the empty line before the next one. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const [, ...pieces] = text.split(marks)
  const parts = new Map<string, string>()
  for (let at = 0; at < pieces.length; at += 2) parts.set(pieces[at] ?? '', `${pieces[at + 1]?.trimEnd()}\n`)
  return parts
}
