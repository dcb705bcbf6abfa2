import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusters } from './clusters.ts'
import { removeDeadBeds } from './lifetime/dead-beds.ts'
import { bedFolders } from './lifetime/folder.ts'
import { kill } from './lifetime/processes.ts'
import { type BedRecord, isDead, readRecord } from './lifetime/record.ts'

const usage = `Kubernetes clusters to try things on:
  npm run bed -- up [names…] [--real-pods]   starts clusters (by default one called "one"), which stay until "down";
                                             with --real-pods, pods really run: as root on Linux only
  npm run bed -- down                        removes them
  npm run bed -- status                      shows the clusters that run, those of tests too
`

const realPods = '--real-pods'

interface RunningBed extends BedRecord {
  readonly folder: string
}

/** Runs a command and gives the exit status. */
async function main([command, ...names]: readonly string[]): Promise<number> {
  if (command === 'up')
    return up(
      names.filter((name) => name !== realPods),
      names.includes(realPods),
    )
  if (command === 'down') return down()
  if (command === 'status') return status()
  process.stderr.write(usage)
  return 2
}

async function up(names: readonly string[], real: boolean): Promise<number> {
  const [other] = (await runningBeds()).filter(({ kept }) => kept)
  if (other !== undefined) {
    process.stderr.write(`Clusters run already: ${describe(other)}\nRemove them first: npm run bed -- down\n`)
    return 1
  }
  const bed = await clusters(names.length === 0 ? 1 : names, { pods: real ? 'real' : 'pretended' })
  await bed.keep()
  process.stdout.write(`export KUBECONFIG=${bed.kubeconfig}\n`)
  for (const { context } of bed.clusters) process.stdout.write(`kubectl --context ${context} get nodes\n`)
  return 0
}

async function down(): Promise<number> {
  const kept = (await runningBeds()).filter((bed) => bed.kept)
  for (const bed of kept) kill(bed.process, 'SIGTERM')
  for (const bed of kept) while (!(await isDead(bed.folder, bed))) await sleep(50)
  await removeDeadBeds()
  process.stdout.write(kept.map((bed) => `removed ${bed.names.join(', ')}\n`).join('') || 'nothing runs\n')
  return 0
}

async function status(): Promise<number> {
  const beds = await runningBeds()
  process.stdout.write(beds.map((bed) => `${describe(bed)}\n`).join('') || 'nothing runs\n')
  return 0
}

function describe({ names, kept, creator, folder }: RunningBed): string {
  return `${names.join(', ')} (${kept ? 'until down' : `of process ${creator}`}): ${join(folder, 'kubeconfig')}`
}

async function runningBeds(): Promise<readonly RunningBed[]> {
  const beds = await Promise.all(
    (await bedFolders()).map(async (folder) => {
      const record = await readRecord(folder)
      return record === undefined || (await isDead(folder, record)) ? [] : [{ ...record, folder }]
    }),
  )
  return beds.flat()
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  return 1
})
