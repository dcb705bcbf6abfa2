import type { Reporter } from '../../src/report/reporter.ts'

/** Tells nobody. */
export const silentReporter: Reporter = {
  findings: () => {},
  plan: () => {},
  say: () => {},
  during: (_title, work) => work(),
  conceal: () => {},
}
