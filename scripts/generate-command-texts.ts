/** Writes what is made from the table of commands into action.yml, the README and docs/command-line.md. */
import { generatedParts } from './command-texts.ts'
import { writeParts } from './generated-part.ts'

await writeParts(generatedParts())
