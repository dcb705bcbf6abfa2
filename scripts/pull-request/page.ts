import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Markdown as GitHub shows it below a pull request, by a bot. Without its fonts and icons, which are GitHub's own. */
export const commentPage = (markdown: string): string => `<!doctype html><meta charset="utf-8"><style>${style}</style>
<article><header><b>github-actions</b> <span>bot</span> commented</header>
<div>${htmlOf(markdown)}</div></article>`

const htmlOf = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
    /<pre><code class="language-diff">(.*?)<\/code><\/pre>/gs,
    (_all, lines: string) => `<pre><code>${lines.split('\n').map(coloured).join('\n')}</code></pre>`,
  )

const colours: Readonly<Record<string, string>> = { '+': 'added', '-': 'deleted', '!': 'changed' }

function coloured(line: string): string {
  const colour = colours[line.charAt(0)]
  return colour === undefined ? line : `<span class="${colour}">${line}</span>`
}

/** The rules of GitHub's stylesheet that matter here: https://github.com/sindresorhus/github-markdown-css has all of them. */
const style = `
body { margin: 0; padding: 16px; background: #fff; color: #1f2328; font: 13px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
article { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #59636e }
header b { color: #1f2328 } header span { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; font-size: 12px }
article > div { padding: 16px }
h2 { font-size: 1.5em; border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em; margin: 0 0 16px; font-weight: 600; line-height: 1.25 }
h3 { font-size: 1.25em; margin: 24px 0 16px; font-weight: 600; line-height: 1.25 }
p, ul, ol, table, details, pre { margin: 0 0 16px } ul, ol { padding-left: 2em } li + li { margin-top: .25em }
code { background: #818b981f; border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, "Liberation Mono", Menlo, monospace }
pre { background: #f6f8fa; border-radius: 6px; padding: 16px; overflow: auto; line-height: 1.45 } pre code { background: none; padding: 0 }
table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 6px 13px } th { font-weight: 600 }
summary { cursor: pointer } details > pre, details > ul { margin-top: 8px } hr { border: 0; border-top: 1px solid #d1d9e0; margin: 16px 0 }
.added { color: #116329; background: #dafbe1 } .deleted { color: #82071e; background: #ffebe9 } .changed { color: #953800; background: #ffd8b5 }
`
