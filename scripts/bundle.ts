import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles the action and the command line into `folder`. Returns the paths of the bundled modules. */
export async function bundle(folder: string): Promise<string[]> {
  const build = await rolldown({
    input: { index: join(root, 'src/main.ts'), cli: join(root, 'src/cli.ts') },
    platform: 'node',
    cwd: root,
    // The bundle names the files of its modules: the same names wherever node_modules is.
    resolve: { symlinks: false },
    // @actions/core imports the client of HTTP for one function that is not used here: it is large, and reading it takes time.
    treeshake: {
      moduleSideEffects: [{ test: /node_modules\/(?:@actions\/http-client|undici|tunnel)\//, sideEffects: false }],
    },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared-[name].js',
    minify: 'dce-only',
    sourcemap: false,
  })
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
}
