import { setTimeout } from 'node:timers/promises'

/** Waits for a random moment, so that two writers do not collide again. */
export const pause = (shortest = 200, longest = 1200): Promise<void> =>
  setTimeout(shortest + Math.random() * (longest - shortest))
