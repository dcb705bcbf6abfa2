import { type Block, blocksOf, read } from '../../docs/pages.ts'

/** The commands of a guide, block by block. A test takes each of them once, so that none stays untried. */
export interface Guide {
  /** The block of commands with these words. Throws an Error when there is none that was not taken yet, or several. */
  block(words: string): string
  /** The block of YAML with these words. */
  yaml(words: string): string
  /** Texts of all blocks of commands. */
  readonly blocks: readonly string[]
  /** Commands in running text and in tables: `kubectl …`, `chancery …`. */
  readonly inline: readonly string[]
  /** Blocks of commands that nobody took. */
  left(): readonly string[]
}

/** Reads a page of docs/guides/. */
export async function guide(name: string): Promise<Guide> {
  const page = `docs/guides/${name}.md`
  const markdown = await read(page)
  const all = blocksOf(markdown)
  const blocks = all.filter(({ language }) => language === 'sh')
  const taken = new Set<number>()
  const only = (found: readonly Block[], words: string): Block => {
    const [first] = found
    if (first === undefined || found.length > 1)
      throw new Error(`${page} should have one block with "${words}" that was not taken, and has ${found.length}`)
    return first
  }
  return {
    block: (words) => {
      const { line, text } = only(
        blocks.filter((block) => !taken.has(block.line) && block.text.includes(words)),
        words,
      )
      taken.add(line)
      return text
    },
    yaml: (words) =>
      only(
        all.filter(({ language, text }) => language === 'yaml' && text.includes(words)),
        words,
      ).text,
    blocks: blocks.map(({ text }) => text),
    inline: [...markdown.replace(/^ *```.*?^ *```/gms, '').matchAll(/`((?:kubectl|chancery) [^`\n]+)`/g)].map(
      ([, command = '']) => command,
    ),
    left: () => blocks.flatMap(({ line, text }) => (taken.has(line) ? [] : [`${page}:${line} ${text}`])),
  }
}
