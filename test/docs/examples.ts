import { blocksOf, filesOf, pages, read, workflows } from './pages.ts'

/** YAML that people copy. */
export interface Example {
  /** Where it stands: `README.md:26`, or the file that it is. */
  readonly place: string
  readonly text: string
}

const blocks = pages.map(async (page) =>
  blocksOf(await read(page))
    .filter(({ language }) => language === 'yaml')
    .map(({ line, text }): Example => ({ place: `${page}:${line}`, text })),
)

const files = [...(await filesOf('template/**/*.yaml', 'template-fabric/**/*.yaml')), ...workflows].map(
  async (place): Promise<Example> => ({ place, text: await read(place) }),
)

/** Every YAML block of every page, and the files of the template. */
export const examples: readonly Example[] = [...(await Promise.all(blocks)).flat(), ...(await Promise.all(files))]
