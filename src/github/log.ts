/**
 * A text for the log in which the runner finds no commands: it takes `::name::` at the beginning of a line, after spaces too, and
 * `##[name]` anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([\s\u0085]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')
