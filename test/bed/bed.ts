import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusters } from './clusters.ts'
import { removeDeadBeds } from './lifetime/dead-beds.ts'
import { bedFolders } from './lifetime/folder.ts'
import { kill } from './lifetime/processes.ts'
import { type BedRecord, isDead, readRecord } from './lifetime/record.ts'
import { loadImage } from './machine/image.ts'
import { readNames, writeNames } from './machine/names.ts'
import { machinesIn, type RunningMachine } from './machine/running.ts'

const usage = `Kubernetes clusters to try things on:
  npm run bed -- up [names…] [--real-pods]   starts clusters (by default one called "one"), which stay until "down";
                                             with --real-pods, pods really run: as root on Linux only
  npm run bed -- name NAME CLUSTER           lets pods find the machine of a cluster by a name, also '*.eu.example.test';
                                             without NAME, lists the names
  npm run bed -- image FILE [clusters…]      loads an image, of an archive that "docker save" wrote or of OCI, for pods
  npm run bed -- down                        removes them
  npm run bed -- status                      shows the clusters that run, those of tests too
`

const example = "npm run bed -- name '*.eu.example.test' eu"
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
  if (command === 'name') return name(names)
  if (command === 'image') return image(names)
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

async function name([pattern, cluster, ...rest]: readonly string[]): Promise<number> {
  const { folder, machines } = await machinesOfBed()
  const known = await readNames(folder)
  if (pattern === undefined) {
    process.stdout.write(lines(Object.entries(known).map(([one, address]) => `${one} ${address}`)) || 'no names\n')
    return 0
  }
  if (cluster === undefined || rest.length > 0) throw new Error(`Write a name and a cluster: ${example}`)
  if (!/^(\*\.)?([a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$/.test(pattern)) {
    throw new Error(`${pattern} is not a DNS name: write one like eu.example.test or '*.eu.example.test'`)
  }
  for (const { address } of chosen(machines, [cluster])) {
    await writeNames(folder, { ...known, [pattern]: address })
    process.stdout.write(`${pattern} ${address}\n`)
  }
  return 0
}

async function image([file, ...clusters]: readonly string[]): Promise<number> {
  const { machines } = await machinesOfBed()
  if (file === undefined) throw new Error('Write the file of an archive: npm run bed -- image besu.tar')
  const path = resolve(process.env.INIT_CWD ?? '.', file) // npm starts this in the folder of the project
  await access(path)
  for (const { cluster, directory } of chosen(machines, clusters)) {
    await loadImage(directory, path)
    process.stdout.write(`loaded in ${cluster}\n`)
  }
  return 0
}

/** Those of the bed that stays until down. Throws an Error when none runs, or when its pods are pretended. */
async function machinesOfBed(): Promise<{ readonly folder: string; readonly machines: readonly RunningMachine[] }> {
  const bed = (await runningBeds()).find(({ kept }) => kept)
  if (bed === undefined) throw new Error('Nothing runs. Start clusters: npm run bed -- up eu us --real-pods')
  const machines = machinesIn(bed.folder, bed)
  if (machines.length > 0) return { folder: bed.folder, machines }
  throw new Error(`Pods of ${bed.names.join(', ')} are pretended: they need no image and no name`)
}

/** Throws an Error when there is no such cluster. Without names: all. */
function chosen(machines: readonly RunningMachine[], clusters: readonly string[]): readonly RunningMachine[] {
  const unknown = clusters.find((wanted) => machines.every(({ cluster }) => cluster !== wanted))
  if (unknown !== undefined) {
    throw new Error(`No cluster is called ${unknown}: ${machines.map(({ cluster }) => cluster).join(', ')}`)
  }
  return machines.filter(({ cluster }) => clusters.length === 0 || clusters.includes(cluster))
}

async function down(): Promise<number> {
  const kept = (await runningBeds()).filter((bed) => bed.kept)
  for (const bed of kept) kill(bed.process, 'SIGTERM')
  for (const bed of kept) while (!(await isDead(bed.folder, bed))) await sleep(50)
  await removeDeadBeds()
  process.stdout.write(lines(kept.map((bed) => `removed ${bed.names.join(', ')}`)) || 'nothing runs\n')
  return 0
}

async function status(): Promise<number> {
  const beds = await runningBeds()
  process.stdout.write(lines(beds.map(describe)) || 'nothing runs\n')
  return 0
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

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
