/** Writes the rules into docs/rules.md and the tables of risks into docs/plan.md, from their descriptions in the sources. */
import { writeParts } from './generated-part.ts'
import { ruleParts } from './rule-texts.ts'

await writeParts(ruleParts())
