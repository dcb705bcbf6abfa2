import type { Path, Problem } from '../../../network/finding.ts'
import type { Channel } from '../schema.ts'
import { error, warning } from './problem.ts'

/** gRPC carries messages of 100 MB (core/comm): two blocks must fit. */
const largestBlock = 49 * 1024 * 1024

/** When a block is cut, and the clocks of Raft and SmartBFT. */
export const orderingProblems = (channel: Channel, path: Path): Problem[] => [
  ...batchProblems(channel, path),
  ...(channel.consensus === 'bft' ? bftProblems(channel, [...path, 'bft']) : raftProblems(channel, [...path, 'raft'])),
]

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
            `channel ${name}: batch.absoluteMaxBytes ${batch.absoluteMaxBytes} is above 49 MB, near the 100 MB that gRPC carries`,
            'keep large data outside of the ledger',
            [...path, 'batch', 'absoluteMaxBytes'],
          ),
        ]
      : []),
    ...(milliseconds(batch.timeout) > 0
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

/** orderer/consensus/etcdraft/util.go, validateConsensusTypeMetadata */
function raftProblems({ name, raft }: Channel, path: Path): Problem[] {
  return [
    ...(raft.electionTick <= raft.heartbeatTick
      ? [
          error(
            'raft',
            `channel ${name}: raft.electionTick ${raft.electionTick} must be greater than heartbeatTick ${raft.heartbeatTick}`,
            'ten times is usual',
            [...path, 'electionTick'],
          ),
        ]
      : []),
    ...(milliseconds(raft.tickInterval) > 0
      ? []
      : [
          error('raft', `channel ${name}: raft.tickInterval must be longer than 0`, 'leave it out: it is 500ms', [
            ...path,
            'tickInterval',
          ]),
        ]),
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

const bftProblems = ({ name, bft }: Channel, path: Path): Problem[] => [
  ...positive
    .filter((field) => milliseconds(bft[field]) === 0)
    .map((field) =>
      error('bft', `channel ${name}: bft.${field} must be longer than 0`, 'leave it out for the default', [
        ...path,
        field,
      ]),
    ),
  ...ordered
    .filter(([shorter, longer]) => milliseconds(bft[shorter]) > milliseconds(bft[longer]))
    .map(([shorter, longer]) =>
      error(
        'bft',
        `channel ${name}: bft.${shorter} ${bft[shorter]} is longer than ${longer} ${bft[longer]}`,
        'orderers would refuse the channel: shorten the one or lengthen the other',
        [...path, shorter],
      ),
    ),
]

const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** Of a duration as Go writes it, whose shape is checked: `1m30s`. */
const milliseconds = (duration: string): number =>
  [...duration.matchAll(/(\d+(?:\.\d+)?)(ns|us|ms|s|m|h)/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  )
