/** Another process with a bed whose pods run, for left-overs.test.ts: writes what the bed consists of, and waits. */

import { objectAt, textAt } from '../../kubernetes/json.ts'
import { clusters } from '../clusters.ts'
import { readRecord } from '../lifetime/record.ts'
import { until } from '../until.ts'
import { pauseImage } from './files.ts'

const bed = await clusters(1, { pods: 'real' })
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pause', namespace: 'default' } }
for (const cluster of bed.clusters) {
  await cluster.apply({ ...pod, spec: { containers: [{ name: 'pause', image: pauseImage }] } })
  await until(async () => textAt(objectAt((await cluster.get(pod)) ?? {}, 'status'), 'phase') === 'Running')
}
const record = await readRecord(bed.folder)
process.stdout.write(`${JSON.stringify({ folder: bed.folder, guard: record?.process })}\n`)
setInterval(() => {}, 1000)
