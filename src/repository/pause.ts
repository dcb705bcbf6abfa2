import { setTimeout } from 'node:timers/promises'

/** Waits a moment that differs from writer to writer: those who met once do not meet again. */
export const pause = (shortest = 200, longest = 1200): Promise<void> =>
  setTimeout(shortest + Math.random() * (longest - shortest))
