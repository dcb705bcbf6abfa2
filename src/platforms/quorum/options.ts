import type { OptionTable } from '../../network/options/table.ts'
import releases from './options.json' with { type: 'json' }

/** Options of geth's command line, by release. A test holds that the file has this form. */
export const table = releases as OptionTable // A JSON file has texts where the type has certain words.
