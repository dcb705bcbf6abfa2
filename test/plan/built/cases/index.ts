import type { BuiltCase } from './case.ts'
import { entries } from './entries.ts'
import { marks } from './marks.ts'
import { pods } from './pods.ts'
import { reach } from './reach.ts'
import { rights } from './rights.ts'

/** What overrides do, by what they do it to. */
export const builtGroups: Readonly<Record<string, readonly BuiltCase[]>> = { entries, marks, pods, reach, rights }
