import { acceptable, acknowledgement } from '../../network/acknowledgement.ts'
import type { Finding } from '../../network/finding.ts'
import type { Answers } from '../../starter/answers.ts'
import { type AcceptedWarning, definitionText } from '../../starter/definition-text.ts'
import { factsOfAnswers } from '../../starter/facts.ts'
import { filesOf } from '../files-in-memory.ts'
import { inspect } from '../inspect.ts'
import type { InitPorts } from '../ports.ts'
import { identitiesFor, lackingRecipients, withRecipients } from './identities.ts'

export const definitionFile = 'network.yaml'

/** A new definition, and what every rule says of it. */
export interface NewDefinition {
  readonly text: string
  readonly accepted: readonly AcceptedWarning[]
  /** Those of a definition with recipients, in a repository without any other file. Files that people bring count as there. */
  readonly findings: readonly Finding[]
}

/** Writes a definition that accepts its own warnings: they belong to what was asked for, and stay visible in the file. */
export async function newDefinition(answers: Answers, ports: InitPorts): Promise<NewDefinition> {
  // Without recipients all advice waits: throw-away ones show it at once.
  const lacking = lackingRecipients(factsOfAnswers(answers))
  const standIns = await identitiesFor(lacking, { ...ports, files: filesOf(new Map()) })
  const whole = withRecipients(answers, standIns)
  const findingsOf = async (accepted: readonly AcceptedWarning[]): Promise<readonly Finding[]> => {
    const files = filesOf(new Map([[definitionFile, definitionText(whole, accepted)]]))
    const { findings } = await inspect({ network: definitionFile }, files)
    // A new definition names no other files.
    return answers.platform.starter.brought === undefined
      ? findings
      : findings.filter(({ rule }) => rule !== 'named-file')
  }
  const warnings = (await findingsOf([])).filter(({ severity }) => severity === 'warning')
  const accepted = warnings.map((finding) => ({
    line: acknowledgement(acceptable(finding)),
    message: finding.message,
  }))
  return { text: definitionText(answers, accepted), accepted, findings: await findingsOf(accepted) }
}
