import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf, read } from './pages.ts'

interface Decision {
  /** Without folder. */
  readonly file: string
  /** `0007 A node is a root, and nodes roll` */
  readonly title: string
  readonly date: string
  readonly status: string
  readonly headings: readonly string[]
}

/** A superseded decision links to the one that holds instead. */
const superseded = /^superseded by \[(\d{4})\]\((\1-[a-z0-9-]+\.md)\)$/

const paths = await filesOf('docs/decisions/*')
const decisions = await Promise.all(paths.map(async (path) => parse(basename(path), await read(path))))

/** Reads the common form: title, date, status, sections. What is missing is empty. */
function parse(file: string, text: string): Decision {
  const head = /^# (?<title>.+)\n\n- Date: (?<date>.+)\n- Status: (?<status>.+)\n\n## /.exec(text)?.groups
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)
  return { file, title: head?.title ?? '', date: head?.date ?? '', status: head?.status ?? '', headings }
}

/** True for a day that the calendar has. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

describe('docs/decisions', () => {
  test('are numbered from 0001 on, without a gap', () => {
    const numbers = decisions.map(({ file }) => file.slice(0, 5))
    expect(numbers).toEqual(numbers.map((_, index) => `${String(index + 1).padStart(4, '0')}-`))
  })

  test('are all listed in docs/architecture.md, in their order and by their titles', async () => {
    const [, section = ''] = (await read('docs/architecture.md')).split('\n## Decisions\n')
    const listed = [...section.matchAll(/^- \[(.+?)\]\(decisions\/(.+?)\)(?:, (superseded by \d{4}))?$/gm)]
    expect(listed.map(([, title, file, status]) => ({ title, file, status }))).toEqual(
      decisions.map(({ title, file, status }) => {
        const [, number] = superseded.exec(status) ?? []
        return { title, file, status: number === undefined ? undefined : `superseded by ${number}` }
      }),
    )
  })

  test.each(decisions)('$file has its number, a date, a status and the three sections', (decision) => {
    const { file, title, date, status, headings } = decision
    expect(title).toMatch(new RegExp(`^${file.slice(0, 4)} .+`))
    const [, decided = '', written = decided] = /^(\S+)(?: \(written down on (\S+)\))?$/.exec(date) ?? []
    expect([decided, written].filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day) || !isDay(day))).toEqual([])
    const [, , successor] = superseded.exec(status) ?? []
    if (successor === undefined) expect(status).toBe('accepted')
    else expect(decisions.map((other) => other.file)).toContain(successor)
    expect(successor).not.toBe(file)
    expect(headings).toEqual(['Context', 'Decision', 'Consequences'])
  })
})
