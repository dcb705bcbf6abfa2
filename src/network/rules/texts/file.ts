import type { RuleTexts } from '../../rule-text.ts'

/** Rules of the file itself, before its fields are read. */
export const fileRules: RuleTexts = {
  'file-encoding': {
    title: 'A text file contains bytes that are not UTF-8.',
    why: 'Chancery reads the definition, the lock, certificates, keys, overrides and named files as UTF-8.',
    cases: [{ severity: 'error', remedy: 'Save the file as UTF-8.' }],
  },
  'text-characters': {
    title: 'A key, a value or a comment contains an invisible or misleading character.',
    why: 'Texts become certificates, names, labels and pages. Reviewers must see what the texts say.',
    cases: [
      {
        severity: 'error',
        finds:
          'A control character, a direction mark, a zero-width character, or half of a character. In comments: control characters and direction marks.',
        remedy:
          'Write the text again without the character. Joiners between letters that join, as in Persian, are accepted.',
      },
    ],
  },
  'bevel-definition': {
    title: 'The file describes a network of Hyperledger Bevel.',
    why: 'Its fields have other names and meanings. A report on the import names what becomes of each.',
    cases: [
      {
        severity: 'error',
        finds: 'A top key `network` with a `type`. Chancery reports nothing else about such a file.',
        remedy: 'Run `chancery import bevel FILE --into FOLDER`. `docs/guides/from-bevel.md` has the whole way.',
      },
    ],
  },
  'yaml-size': {
    title: 'The definition is larger than 1 MiB, or the lock is larger than 4 MiB.',
    cases: [{ severity: 'error', remedy: 'Remove generated or binary content.' }],
  },
  'yaml-syntax': {
    title: 'The file is not valid YAML.',
    cases: [
      {
        severity: 'error',
        finds:
          'An unclosed quote or bracket (reported where it begins), a tab, a wrong indentation, or a key without its colon or the space after it.',
        remedy: 'Follow the hint.',
      },
    ],
    example: 'domain: "eu.example.com   # the closing quote is missing',
  },
  'yaml-empty': {
    title: 'The file is empty.',
    cases: [{ severity: 'error', remedy: 'Start from the template.' }],
  },
  'yaml-documents': {
    title: 'The file contains more than one YAML document.',
    why: 'One file is one network.',
    cases: [{ severity: 'error', remedy: 'Remove everything after the second `---`.' }],
  },
  'yaml-duplicate-key': {
    title: 'A mapping contains the same key twice.',
    why: 'YAML readers disagree about which value counts.',
    cases: [{ severity: 'error', remedy: 'Keep one of the two keys.' }],
  },
  'yaml-key': {
    title: 'A key is a number, a list, a mapping or an alias.',
    cases: [
      {
        severity: 'error',
        remedy: 'Put the key in quotes. Fill in templates such as `{{ name }}` first.',
      },
    ],
  },
  'yaml-tag': {
    title: 'The file contains a YAML tag such as `!!binary`.',
    cases: [{ severity: 'error', remedy: 'Remove the tag.' }],
  },
  'yaml-merge': {
    title: 'The file contains a merge key (`<<`).',
    why: 'YAML 1.2 has no merge keys, and readers treat them differently.',
    cases: [{ severity: 'error', remedy: 'Write the values out.' }],
  },
  'yaml-aliases': {
    title: 'The file contains too many aliases, or an alias of the value that contains it.',
    why: 'Aliases can expand to more data than memory can hold.',
    cases: [
      {
        severity: 'error',
        finds: 'More than 100 aliases, aliases that expand to more than 200 000 values, or a circular alias.',
        remedy: 'Write the values out.',
      },
    ],
  },
}
