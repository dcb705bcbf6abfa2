/** One temporary line at the bottom of a terminal, with the current work and its duration. */
export interface ProgressLine {
  /** Shows the title until the work has ended. */
  during<Value>(title: string, work: () => Promise<Value>): Promise<Value>
  /** Writes permanent lines. */
  above(write: () => void): void
}

const clear = '\r\u001b[2K'

/** For a terminal; otherwise the line is never shown. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (stream.isTTY !== true || process.env.CI !== undefined)
    return { during: (_title, work) => work(), above: (write) => write() }
  const titles: { readonly title: string; readonly began: number }[] = []
  let timer: NodeJS.Timeout | undefined
  const draw = (): void => {
    const last = titles.at(-1)
    if (last === undefined) return
    const seconds = Math.floor((performance.now() - last.began) / 1000)
    const line = `${last.title} …${seconds === 0 ? '' : ` ${seconds} s`}`
    stream.write(`${clear}${line.slice(0, (stream.columns ?? 80) - 1)}`)
  }
  const end = (): void => {
    clearInterval(timer)
    timer = undefined
    stream.write(clear)
  }
  return {
    during: async (title, work) => {
      const entry = { title, began: performance.now() }
      titles.push(entry)
      draw()
      // The timer must not keep the process alive.
      timer ??= setInterval(draw, 1000).unref()
      try {
        return await work()
      } finally {
        titles.splice(titles.indexOf(entry), 1)
        if (titles.length === 0) end()
        else draw()
      }
    },
    above: (write) => {
      if (titles.length > 0) stream.write(clear)
      write()
      draw()
    },
  }
}
