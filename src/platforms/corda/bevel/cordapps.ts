import type { BevelComment, BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { downloadUrl } from '../values.ts'

/** CorDapps of an organization, which Bevel downloads without a look at what it gets. */
export interface BevelCordapps {
  /** For each of its nodes: what `cordapps` will be. */
  readonly comment: string | undefined
  readonly lines: readonly BevelLine[]
}

export function cordappsOf(organization: Entry): BevelCordapps {
  const cordapps = entryOf(organization, 'cordapps')
  const jars = entriesOf(cordapps, 'jars').map((item) => {
    // `- jar: {url: …}`, and in older files `- jar:` beside `url:`.
    const inner = entryOf(item, 'jar')
    return inner.value.url === undefined ? item : inner
  })
  const urls = jars.flatMap(({ value }) => {
    const text = textOf(value.url)
    return text !== undefined && downloadUrl.safeParse(text).success ? [text] : []
  })
  return {
    comment:
      urls.length === 0
        ? undefined
        : `cordapps: [${urls.map((one) => `{url: "${one}", sha256: "…"}`).join(', ')}] # sha256sum of each file`,
    lines: [
      ...jars.flatMap((jar) =>
        lineAt(
          jar,
          'url',
          'lost',
          'nothing says what the file has to be: a comment in each node has the URL for `cordapps`, which needs the SHA-256 as well',
        ),
      ),
      ...lineAt(
        cordapps,
        'username',
        'lost',
        'URLs have no users here: put the JARs into an image, and name that in `cordapps`',
      ),
      ...lineAt(cordapps, 'password', 'secret', 'belongs to the pipeline that makes an image with the CorDapps'),
    ],
  }
}

export const commentsAt = ({ comment }: BevelCordapps, organization: number, nodes: number): readonly BevelComment[] =>
  comment === undefined
    ? []
    : Array.from({ length: nodes }, (_, at) => ({
        path: ['organizations', organization, 'nodes', at, 'cordapps'],
        text: comment,
      }))
