import { groupBy } from '../../group-by.ts'
import { counted } from '../../words.ts'
import type { Tone, TonedLine } from '../reporter.ts'
import type { DoctorCheck } from './doctor-check.ts'

const tones: Readonly<Record<DoctorCheck['result'], Tone>> = {
  ok: 'good',
  warning: 'heading',
  failed: 'bad',
  unknown: 'quiet',
}

/** Checks of this machine first, then those of each cluster; what to do is below the line. */
export function doctorLines(checks: readonly DoctorCheck[]): readonly TonedLine[] {
  const width = Math.max(0, ...checks.map(({ name }) => name.length))
  const groups = groupBy(checks, ({ cluster }) => cluster)
  return [
    ...[...groups].flatMap(([cluster, own]): readonly TonedLine[] => [
      { text: cluster === undefined ? 'this machine and the repository' : `cluster ${cluster}`, tone: 'heading' },
      ...own.flatMap(({ name, result, seen, hint }): readonly TonedLine[] => [
        { text: `  ${result.padEnd(7)}  ${name.padEnd(width)}  ${seen}`, tone: tones[result] },
        ...(hint === undefined ? [] : [{ text: `${' '.repeat(13 + width)}${hint}` }]),
      ]),
    ]),
    doctorVerdict(checks),
  ]
}

function doctorVerdict(checks: readonly DoctorCheck[]): TonedLine {
  const count = (result: DoctorCheck['result']): number => checks.filter((check) => check.result === result).length
  const parts = [
    ...(count('failed') === 0 ? [] : [`${count('failed')} failed`]),
    ...(count('warning') === 0 ? [] : [counted(count('warning'), 'warning')]),
    ...(count('unknown') === 0 ? [] : [`${count('unknown')} unknown`]),
  ]
  const text = `${counted(checks.length, 'check')}${parts.length === 0 ? ', all ok' : `: ${parts.join(', ')}`}`
  return { text, tone: count('failed') > 0 ? 'bad' : 'good' }
}
