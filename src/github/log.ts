/**
 * A text for the log without commands for the runner, which reads `::name::` at the beginning of a line, also after spaces, and
 * `##[name]` anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([\s\u0085]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')
