import type { Path, Problem } from '../../../network/finding.ts'
import { beyondDefaults } from '../../../network/given.ts'
import { error, warning } from '../../problem.ts'
import { nanosecondsOf } from '../go-duration.ts'
import { bft, type Channel, raft } from '../schema.ts'

/** gRPC carries messages of 100 MB (core/comm): two blocks must fit. */
const largestBlock = 49 * 1024 * 1024

/** When a block is cut, and the clocks of Raft and SmartBFT. */
export const orderingProblems = (channel: Channel, path: Path): Problem[] => [
  ...batchProblems(channel, path),
  ...(channel.consensus === 'bft' ? bftProblems(channel, [...path, 'bft']) : raftProblems(channel, [...path, 'raft'])),
  ...unusedOptions(channel, path),
]

/** Options of the consensus that a channel does not have. */
function unusedOptions(channel: Channel, path: Path): Problem[] {
  const [field, schema] = channel.consensus === 'bft' ? (['raft', raft] as const) : (['bft', bft] as const)
  const given = beyondDefaults(schema, channel[field])
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0) return []
  return [
    {
      ...error(
        'consensus',
        `channel ${channel.name} has options of ${field === 'raft' ? 'Raft' : 'SmartBFT'}, but its consensus is ${channel.consensus}`,
        field === 'raft' ? 'remove them: those of bft are in `bft`' : 'remove them, or set `consensus: bft`',
        [...path, field],
      ),
      atKey: true,
    },
  ]
}

/** A block of the smallest size that people make: with less, orderers would save a snapshot after every block. */
const smallestSnapshotInterval = 65_536

function batchProblems({ name, batch }: Channel, path: Path): Problem[] {
  const counts = (['maxMessageCount', 'absoluteMaxBytes', 'preferredMaxBytes'] as const).filter(
    (field) => batch[field] <= 0,
  )
  return [
    ...counts.map((field) =>
      error('batch', `channel ${name}: batch.${field} must be greater than 0`, 'leave it out for the default', [
        ...path,
        'batch',
        field,
      ]),
    ),
    ...(batch.preferredMaxBytes > batch.absoluteMaxBytes
      ? [
          error(
            'batch',
            `channel ${name}: batch.preferredMaxBytes ${batch.preferredMaxBytes} is greater than absoluteMaxBytes ${batch.absoluteMaxBytes}`,
            'lower it',
            [...path, 'batch', 'preferredMaxBytes'],
          ),
        ]
      : []),
    ...(batch.absoluteMaxBytes > largestBlock
      ? [
          warning(
            'batch',
            `channel ${name}: batch.absoluteMaxBytes ${batch.absoluteMaxBytes} is above 49 MB, near the gRPC limit of 100 MB`,
            'keep large data outside of the ledger',
            [...path, 'batch', 'absoluteMaxBytes'],
          ),
        ]
      : []),
    ...(nanosecondsOf(batch.timeout) > 0
      ? []
      : [
          error('batch', `channel ${name}: batch.timeout must be longer than 0`, 'leave it out: it is 2s', [
            ...path,
            'batch',
            'timeout',
          ]),
        ]),
  ]
}

/** orderer/consensus/etcdraft/util.go, VerifyConfigMetadata */
function raftProblems({ name, raft }: Channel, path: Path): Problem[] {
  return [
    ...(raft.electionTick <= raft.heartbeatTick
      ? [
          error(
            'raft',
            `channel ${name}: raft.electionTick ${raft.electionTick} must be greater than heartbeatTick ${raft.heartbeatTick}`,
            'set ten times heartbeatTick',
            [...path, 'electionTick'],
          ),
        ]
      : []),
    ...(nanosecondsOf(raft.tickInterval) > 0
      ? []
      : [
          error('raft', `channel ${name}: raft.tickInterval must be longer than 0`, 'leave it out: it is 500ms', [
            ...path,
            'tickInterval',
          ]),
        ]),
    ...(raft.snapshotIntervalSize < smallestSnapshotInterval
      ? [
          warning(
            'raft',
            `channel ${name}: raft.snapshotIntervalSize ${raft.snapshotIntervalSize} is in bytes: orderers would save a snapshot after every block`,
            'remove it for the default of 16777216, 16 MiB',
            [...path, 'snapshotIntervalSize'],
          ),
        ]
      : []),
  ]
}

/** Pairs of which the second may not be shorter: SmartBFT, pkg/types/config.go, Validate. */
const ordered = [
  ['requestForwardTimeout', 'requestComplainTimeout'],
  ['requestComplainTimeout', 'requestAutoRemoveTimeout'],
  ['viewChangeResendInterval', 'viewChangeTimeout'],
] as const

const positive = [
  'requestBatchMaxInterval',
  'requestForwardTimeout',
  'requestComplainTimeout',
  'requestAutoRemoveTimeout',
  'viewChangeResendInterval',
  'viewChangeTimeout',
  'leaderHeartbeatTimeout',
  'collectTimeout',
] as const

const bftProblems = ({ name, bft, batch }: Channel, path: Path): Problem[] => [
  // A count of transactions above the bytes of a block: the same file.
  ...(batch.maxMessageCount > batch.absoluteMaxBytes && batch.absoluteMaxBytes > 0
    ? [
        error(
          'batch',
          `channel ${name}: batch.maxMessageCount ${batch.maxMessageCount} is greater than absoluteMaxBytes ${batch.absoluteMaxBytes}, which bft refuses`,
          'lower maxMessageCount or raise absoluteMaxBytes: a transaction has a kilobyte or more',
          [...path.slice(0, -1), 'batch', 'maxMessageCount'],
        ),
      ]
    : []),
  ...positive
    .filter((field) => nanosecondsOf(bft[field]) === 0)
    .map((field) =>
      error('bft', `channel ${name}: bft.${field} must be longer than 0`, 'leave it out for the default', [
        ...path,
        field,
      ]),
    ),
  ...ordered
    .filter(([shorter, longer]) => nanosecondsOf(bft[shorter]) > nanosecondsOf(bft[longer]))
    .map(([shorter, longer]) =>
      error(
        'bft',
        `channel ${name}: bft.${shorter} ${bft[shorter]} is longer than ${longer} ${bft[longer]}`,
        'change one of them: orderers would refuse the channel',
        [...path, shorter],
      ),
    ),
]
