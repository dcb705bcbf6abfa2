import type { CANCEL_SYMBOL } from '@clack/prompts'
import { OperatorError } from '../errors.ts'

/** Asks the person at the terminal. Throws OperatorError when the person stops answering. */
export interface Questions {
  /** `initial` can be changed; `check` says what is wrong with a text. */
  text(question: {
    readonly message: string
    readonly initial: string
    readonly check: (text: string) => string | undefined
  }): Promise<string>
  choose<Value extends string>(question: {
    readonly message: string
    readonly choices: readonly { readonly value: Value; readonly label: string }[]
  }): Promise<Value>
  confirm(message: string, initial: boolean): Promise<boolean>
}

/** Undefined where there is no terminal. */
export async function questionsAt(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Promise<Questions | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined
  // Only where somebody is asked.
  const { confirm, isCancel, select, text } = await import('@clack/prompts')
  const streams = { input, output }
  const answered = <Value>(answer: Value | typeof CANCEL_SYMBOL): Value => {
    if (!isCancel(answer)) return answer
    throw new OperatorError('the questions were not answered: nothing was written', 'run the command again')
  }
  return {
    text: async ({ message, initial, check }) =>
      answered(
        await text({ ...streams, message, initialValue: initial, validate: (value) => check((value ?? '').trim()) }),
      ).trim(),
    choose: async <Value extends string>({
      message,
      choices,
    }: {
      readonly message: string
      readonly choices: readonly { readonly value: Value; readonly label: string }[]
    }) => {
      const given = answered(
        await select<string>({ ...streams, message, options: choices.map(({ value, label }) => ({ value, label })) }),
      )
      const choice = choices.find(({ value }) => value === given)
      if (choice === undefined) throw new Error(`${given} was not offered`)
      return choice.value
    },
    confirm: async (message, initial) => answered(await confirm({ ...streams, message, initialValue: initial })),
  }
}
