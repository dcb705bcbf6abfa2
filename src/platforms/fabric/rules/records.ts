import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { inFile } from '../../problem.ts'
import type { Channel } from '../schema.ts'
import {
  type ChannelRecord,
  importPath,
  isImport,
  type RecordedImport,
  type RecordedUpdate,
  updatePath,
} from '../updates/record.ts'
import { importProblem } from '../updates/trust.ts'
import { type WrongWords, wrongWords } from '../updates/words.ts'

/** Records say in words what their bytes say, and what came from elsewhere is of the channel's orderers. */
export const recordProblems = ({ name }: Channel, { entries }: ChannelRecord, material: Material): Problem[] =>
  entries.flatMap((entry) => {
    const file = isImport(entry) ? importPath(name, entry.number) : updatePath(name, entry.number)
    return [
      ...(isImport(entry) ? untrusted(name, entry, file) : []),
      ...words(name, entry, file, wrongWords(name, entry, material.value(file))),
    ]
  })

function untrusted(channel: string, { trusted, block }: RecordedImport, file: string): Problem[] {
  const problem = importProblem(trusted, block)
  return problem === undefined
    ? []
    : [
        inFile(
          'channel-import',
          file,
          `${file} cannot be trusted: ${problem}`,
          `fetch the block again from an orderer that you trust, remove ${file}, and run \`chancery channel import ${channel} FILE\`; where several configurations are missing, import them in their order`,
        ),
      ]
}

function words(
  channel: string,
  entry: RecordedUpdate | RecordedImport,
  file: string,
  wrong: readonly WrongWords[],
): Problem[] {
  if (wrong.length === 0) return []
  const differences = wrong.map(({ field, says, bytes }) => `${field} is "${says}" in words and "${bytes}" in bytes`)
  return [
    inFile(
      'channel-update-words',
      file,
      `${file} does not match its bytes: ${differences.join('; ')}`,
      isImport(entry)
        ? `remove it, and import the block again: \`chancery channel import ${channel} FILE\``
        : `do not sign it; \`chancery channel update ${channel}\` writes what the bytes say`,
    ),
  ]
}
