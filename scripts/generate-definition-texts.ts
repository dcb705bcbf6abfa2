/** Writes the tables of fields into docs/definition.md and the pages of the platforms, from the descriptions of the schema. */
import { definitionParts } from './definition-texts.ts'
import { writeParts } from './generated-part.ts'

await writeParts(definitionParts())
