import type { Verdict } from '../../health.ts'

export const good = (message: string): Verdict => ({ good: true, message })

export const bad = (message: string, hint: string): Verdict => ({ good: false, message, hint })
