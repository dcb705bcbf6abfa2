import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { redrawOn } from '../../src/report/redraw.ts'

it('replaces what it drew before, and cuts what has no room', async () => {
  const stream = Object.assign(new PassThrough(), { columns: 11, rows: 3 })
  const redraw = redrawOn(stream as unknown as NodeJS.WriteStream, (line) => line.text) // of a terminal it reads its size only
  redraw([{ text: 'one' }, { text: 'too long for it' }, { text: 'three' }])
  redraw([{ text: 'four' }])
  redraw([])
  stream.end()
  expect(await text(stream)).toBe('\u001b[Jone\ntoo long f\n\u001b[2A\r\u001b[Jfour\n\u001b[1A\r\u001b[J')
})
