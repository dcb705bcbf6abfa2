/** Builds the page of `report` without its data: program and style in one file, and a policy that allows these and nothing else. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

export interface BuiltPage {
  readonly html: string
  /** Paths of the modules that are in it. */
  readonly modules: readonly string[]
}

const folder = 'src/report/page/browser'

export async function buildReportPage(root: string): Promise<BuiltPage> {
  const file = (name: string): Promise<string> => readFile(join(root, folder, name), 'utf8')
  const { code, modules } = await program(root)
  const [frame, style] = await Promise.all([file('page.html'), file('page.css')])
  const licence = await readFile(join(root, 'node_modules/cytoscape/LICENSE'), 'utf8')
  const parts: Readonly<Record<string, string>> = {
    __CHANCERY_POLICY__: policy(code, style),
    __CHANCERY_STYLE__: `<style id="${styleId}">${style}</style>`,
    __CHANCERY_SCRIPT__: `<!-- The picture is drawn by Cytoscape.js:\n${licence.trim()}\n-->\n<script>${code}</script>`,
  }
  const html = Object.entries(parts).reduce((text, [place, content]) => text.replace(place, () => content), frame)
  return { html, modules }
}

/** Cytoscape adds a style if none has this id; the policy allows no style that is added later. */
const styleId = '__________cytoscape_stylesheet'

async function program(root: string): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const build = await rolldown({
    input: join(root, folder, 'main.ts'),
    platform: 'browser',
    cwd: root,
    resolve: { symlinks: false },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  const { output } = await build.generate({ format: 'iife', minify: true, sourcemap: false })
  const [chunk] = output
  const code = chunk.code.trim()
  if (/<\/script|<!--/i.test(code)) throw new Error('the program of the page would end its own element')
  return { code, modules: Object.keys(chunk.modules) }
}

/** Nothing is loaded: program and style are those with these digests. Pictures are made in the page. */
function policy(script: string, style: string): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
