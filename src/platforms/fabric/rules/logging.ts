import { didYouMean } from '../../../network/suggestion.ts'

/** Levels that Fabric knows, in small or capital letters only: fabric-lib-go, common/flogging/levels.go. */
const levels = [
  'payload',
  'debug',
  'info',
  'notice',
  'warning',
  'warn',
  'error',
  'critical',
  'dpanic',
  'panic',
  'fatal',
]

/** Names of loggers, a trailing period allowed: common/flogging/loggerlevels.go. */
const logger = /^[A-Za-z0-9_#:-]+(\.[A-Za-z0-9_#:-]+)*\.?$/

/** What is wrong with `[<logger>[,<logger>...]=]<level>[:...]`, which Fabric refuses at its start; undefined when it takes it. */
export function loggingFault(spec: string): { readonly what: string; readonly hint: string } | undefined {
  for (const segment of spec.split(':')) {
    const [first = '', second, ...more] = segment.split('=')
    if (more.length > 0) return { what: `has "${segment}", which has two "="`, hint: 'separate loggers with ":"' }
    const level = second ?? first
    if (second === undefined && level === '') continue
    if (!isLevel(level))
      return { what: `has the unknown level "${level}": Fabric would not start`, hint: hintFor(level) }
    if (second === undefined) continue
    const bad = first.split(',').find((name) => !logger.test(name))
    if (bad !== undefined)
      return {
        what: `has "${segment}", where "${bad}" is not a valid logger name: Fabric would not start`,
        hint: 'write it as gossip,ledger=warning:info',
      }
  }
  return undefined
}

const isLevel = (level: string): boolean => levels.includes(level) || levels.some((one) => one.toUpperCase() === level)

const hintFor = (level: string): string =>
  level === '' ? `add a level: ${levels.join(', ')}` : didYouMean(level, levels)
