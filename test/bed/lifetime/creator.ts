/** Another process with a bed, for lifetime.test.ts: writes what the bed consists of, and waits. */
import { join } from 'node:path'
import { claimFolder } from './folder.ts'
import { readRecord } from './record.ts'
import { supervise } from './supervisor.ts'

const names = ['one']
const { folder, ports } = await claimFolder(names)
const supervisor = await supervise(folder, names)
supervisor.start({
  name: 'program',
  path: process.execPath,
  arguments: ['--eval', 'setInterval(() => {}, 1000)', join(folder, 'data')],
  directory: folder,
  log: join(folder, 'program.log'),
  environment: {},
})
const record = await readRecord(folder)
process.stdout.write(`${JSON.stringify({ folder, ports, guard: record?.process })}\n`)
setInterval(() => {}, 1000)
