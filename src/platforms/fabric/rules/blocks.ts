import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { error, inFile } from '../../problem.ts'
import { packageOf } from '../chaincode/package.ts'
import { readConfigBlock } from '../channel/block.ts'
import { type FabricNetwork, labelOf } from '../network.ts'
import { adoptedPath, genesisPath } from '../places.ts'
import { MalformedMessage } from '../protobuf/reader.ts'
import { readBlockFile } from '../requests/channels.ts'
import { present } from './leaf-checks.ts'

/** What a ConfigMap can hold: https://kubernetes.io/docs/concepts/configuration/configmap/ */
const mebibyte = 2 ** 20

/** First blocks and packages of chaincodes: readable, of the right channel, and small enough for Jobs to mount. */
export const blockProblems = (network: FabricNetwork, material: Material): Problem[] =>
  network.top.channels.flatMap(({ name, adopted }) => [
    ...blockFileProblems(name, genesisPath(name), 'first', material),
    ...(adopted ? blockFileProblems(name, adoptedPath(name), 'adopted', material) : []),
  ])

function blockFileProblems(name: string, file: string, which: 'first' | 'adopted', material: Material): Problem[] {
  if (present(material, file) === undefined) return []
  const block = readBlockFile(material.value(file))
  const what = block === undefined ? undefined : channelOf(block)
  if (block === undefined || what === undefined)
    return [
      inFile(
        'channel-block',
        file,
        `${file} is not the ${which} block of a channel, or was changed: its digest does not match`,
        'restore it from Git: it cannot be made again',
      ),
    ]
  if (what !== name)
    return [
      inFile('channel-block', file, `${file} is the ${which} block of ${what}, not of ${name}`, 'restore it from Git'),
    ]
  return tooLarge(block.length)
    ? [
        inFile(
          'config-map-size',
          file,
          `the ${which} block of channel ${name} has ${block.length} bytes; a ConfigMap holds ${mebibyte}`,
          'begin with fewer organizations, and add the others later: Jobs read the block from a ConfigMap',
        ),
      ]
    : []
}

function channelOf(block: Buffer): string | undefined {
  try {
    return readConfigBlock(block).channel
  } catch (error) {
    if (error instanceof MalformedMessage) return undefined
    throw error
  }
}

/** A package holds little besides the indexes. */
export const packageProblems = ({ top }: FabricNetwork): Problem[] =>
  top.chaincodes.flatMap((chaincode, at) => {
    // The address of the server is short, whatever it is.
    const { length } = packageOf(labelOf(chaincode), { address: '' }, chaincode.indexes).archive
    return tooLarge(length)
      ? [
          error(
            'config-map-size',
            `the package of chaincode ${chaincode.name} has ${length} bytes; a ConfigMap holds ${mebibyte}`,
            'reduce its indexes',
            ['chaincodes', at, 'indexes'],
          ),
        ]
      : []
  })

const tooLarge = (bytes: number): boolean => bytes > mebibyte
