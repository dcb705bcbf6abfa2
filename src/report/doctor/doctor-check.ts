/** One thing that has to be as it should before the first apply. */
export interface DoctorCheck {
  /** Absent for this machine and the repository. */
  readonly cluster?: string
  /** `storage class` */
  readonly name: string
  /** `unknown`: it could not be looked at. */
  readonly result: 'ok' | 'warning' | 'failed' | 'unknown'
  /** The result in one line. */
  readonly seen: string
  /** What to do; absent where nothing has to be done. */
  readonly hint?: string
}

export type Judgement = Omit<DoctorCheck, 'cluster' | 'name'>

export const ok = (seen: string): Judgement => ({ result: 'ok', seen })
export const warning = (seen: string, hint: string): Judgement => ({ result: 'warning', seen, hint })
export const failed = (seen: string, hint: string): Judgement => ({ result: 'failed', seen, hint })
export const unknown = (seen: string, hint?: string): Judgement => ({
  result: 'unknown',
  seen,
  ...(hint === undefined ? {} : { hint }),
})
