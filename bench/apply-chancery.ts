import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyCluster } from '../src/cluster/apply.ts'
import { connect } from '../src/cluster/connection.ts'
import { type KubernetesObject, readObjects } from '../src/cluster/objects.ts'
import { ambassadorNamespace, network } from './apply-objects.ts'

// A process of its own for each run: `node apply-chancery.ts KUBECONFIG CONTEXT FOLDER` applies the objects of a
// folder as `chancery apply` does, and prints how many it wrote.

const [kubeconfig, context = '', folder = ''] = process.argv.slice(2)
process.env.KUBECONFIG = kubeconfig
const objects: KubernetesObject[] = []
for (const file of (await readdir(folder)).sort())
  objects.push(...readObjects(await readFile(join(folder, file), 'utf8'), file))
const wanted = {
  network,
  cluster: context,
  namespace: ambassadorNamespace,
  objects,
  places: [{ name: context, context }],
  consensusRoles: [],
  addressless: false,
}
const api = connect(context)
const options = {
  force: false,
  prune: false,
  named: new Set<string>(),
  allowOlder: false,
  dryRun: false,
  timeout: 60_000,
  signal: new AbortController().signal,
  now: () => new Date(),
}
const { outcome, written, plan } = await applyCluster(api, wanted, options, { say: () => {}, planned: () => {} })
api.close()
if (outcome !== 'applied' && outcome !== 'unchanged')
  throw new Error(`${outcome}: ${plan.refused.map(({ refusal }) => refusal.message).join('\n')}`)
console.log(written)
