import { readFile } from 'node:fs/promises'
import { applyCluster } from '../src/cluster/apply.ts'
import { connect } from '../src/cluster/connection.ts'
import { readObjects } from '../src/cluster/objects.ts'
import { ambassadorNamespace, network } from './apply-objects.ts'

// A process of its own for each run: `node apply-chancery.ts KUBECONFIG CONTEXT FILE` applies the objects of the file as
// `chancery apply` does, and prints how many it wrote.

const [kubeconfig, context = '', file = ''] = process.argv.slice(2)
process.env.KUBECONFIG = kubeconfig
const wanted = {
  ...{ network, cluster: context, namespace: ambassadorNamespace },
  ...{
    objects: readObjects(await readFile(file, 'utf8'), file),
    places: [{ name: context, context }],
    consensusRoles: [],
    addressless: false,
  },
}
const api = connect(context)
const options = {
  ...{ force: false, prune: false, named: new Set<string>(), dryRun: false, timeout: 60_000 },
  ...{ signal: new AbortController().signal, now: () => new Date() },
}
const { outcome, written, plan } = await applyCluster(api, wanted, options, { say: () => {}, planned: () => {} })
api.close()
if (outcome !== 'applied' && outcome !== 'unchanged')
  throw new Error(`${outcome}: ${plan.refused.map(({ refusal }) => refusal.message).join('\n')}`)
console.log(written)
