import { adoptCommand } from './adopt.ts'
import { applyCommand } from './apply.ts'
import type { Command } from './command.ts'
import { commentCommand } from './comment.ts'
import { commitCommand } from './commit.ts'
import { diffCommand } from './diff.ts'
import { doctorCommand } from './doctor.ts'
import { explainCommand } from './explain.ts'
import { importBevelCommand } from './import-bevel.ts'
import { initCommand } from './init.ts'
import { keysCommand } from './keys.ts'
import { logsCommand } from './logs.ts'
import { planCommand } from './plan.ts'
import { commandsOfPlatforms } from './platform-command.ts'
import { renderCommand } from './render.ts'
import { reportCommand } from './report.ts'
import { signCommand } from './sign.ts'
import { statusCommand } from './status.ts'
import { upgradeCommand } from './upgrade.ts'
import { validateCommand } from './validate.ts'
import { verifyCommand } from './verify.ts'

/** Every command, in the order in which help and the README show them. */
export const commands: readonly Command[] = [
  initCommand,
  importBevelCommand,
  adoptCommand,
  upgradeCommand,
  validateCommand,
  planCommand,
  commentCommand,
  keysCommand,
  signCommand,
  renderCommand,
  commitCommand,
  doctorCommand,
  diffCommand,
  applyCommand,
  verifyCommand,
  statusCommand,
  reportCommand,
  logsCommand,
  explainCommand,
  ...commandsOfPlatforms,
]
