const day = 24 * 60 * 60 * 1000

/** Days from which a certificate counts as one that expires soon, as `verify` has it. */
const soon = 30

export interface Remaining {
  readonly text: string
  readonly state: 'good' | 'soon' | 'bad'
  readonly days: number
}

/** How long something is valid, by the clock of the browser. */
export function remaining(expires: string, now: number = Date.now()): Remaining {
  const days = Math.floor((new Date(expires).getTime() - now) / day)
  if (days < 0) return { text: days === -1 ? 'expired yesterday' : `expired ${-days} days ago`, state: 'bad', days }
  const text = days === 0 ? 'expires today' : days === 1 ? '1 day left' : `${days} days left`
  return { text, state: days <= soon ? 'soon' : 'good', days }
}
