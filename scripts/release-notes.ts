/** Prints what CHANGELOG.md says about the version in package.json: the notes of its release. */
import { readFile } from 'node:fs/promises'
import { version } from '../src/product.ts'
import { notesOf } from './changelog.ts'

process.stdout.write(notesOf(await readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8'), version))
